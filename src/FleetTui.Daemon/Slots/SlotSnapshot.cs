using FleetTui.Agents.State;
using FleetTui.Agents.Transcripts;
using FleetTui.Configuration;

namespace FleetTui.Daemon.Slots;

/// <summary>A slot at one moment. Immutable, so that any thread may read it.</summary>
/// <param name="Wanted">Whether the user wants it up.</param>
/// <param name="Worktree">Absolute.</param>
/// <param name="Notice">What the user should know beside the state: why the agent cannot start, that it is not started again… Empty if nothing.</param>
/// <param name="History">Reports, newest first; <paramref name="Winner"/> counts.</param>
/// <param name="Transcript">Of its conversation, absolute; null when there is none.</param>
internal sealed record SlotSnapshot(
    SlotDefinition Slot,
    string Worktree,
    AgentState State,
    string Notice,
    int? Pid,
    bool Wanted,
    IReadOnlyList<AgentReport> History,
    AgentReport? Winner,
    string? Transcript,
    ContextFill? Context);
