using FleetTui.Configuration;

namespace FleetTui.Agents.Launch;

/// <summary>Everything a launch depends on.</summary>
/// <param name="Role">Null: the slot is free.</param>
/// <param name="Worktree">Absolute; the working directory.</param>
/// <param name="Url">Where the daemon listens, e.g. <c>unix:/run/user/1000/fleet/0a1b…/daemon.sock</c>.</param>
/// <param name="Token">Speaks for this slot alone.</param>
/// <param name="Conversation">The id of the conversation to begin or go on with, for programs that have such; empty: none.</param>
/// <param name="Environment">What the agent will inherit: its PATH finds the program, its HOME the account.</param>
public sealed record LaunchRequest(
    SlotDefinition Slot,
    AgentDefinition Agent,
    AccountDefinition? Account,
    RoleDefinition? Role,
    string Worktree,
    string Url,
    string Token,
    string Conversation,
    IReadOnlyDictionary<string, string> Environment);
