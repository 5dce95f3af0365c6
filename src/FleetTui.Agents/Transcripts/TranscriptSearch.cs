using FleetTui.Configuration;

namespace FleetTui.Agents.Transcripts;

/// <summary>What is known of a running agent, to find its transcript by.</summary>
/// <param name="Environment">What the agent inherited.</param>
/// <param name="Worktree">Where it runs; absolute.</param>
/// <param name="Conversation">The id it was started with; empty: none.</param>
/// <param name="StatusFile">What the program wrote last of its own state (<see cref="State.AgentSignal.StatusFile"/>); empty: nothing.</param>
/// <param name="Since">When it started; null: it does not run, the newest counts.</param>
public sealed record TranscriptSearch(
    AgentDefinition Agent,
    AccountDefinition? Account,
    IReadOnlyDictionary<string, string> Environment,
    string Worktree,
    string Conversation,
    string StatusFile,
    DateTimeOffset? Since);
