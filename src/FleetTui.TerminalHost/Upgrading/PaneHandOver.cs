using FleetTui.TerminalHost.Client;

namespace FleetTui.TerminalHost.Upgrading;

/// <summary>One pane as it goes from one host program to the next. Timestamps are of CLOCK_MONOTONIC, which goes on.</summary>
/// <param name="Info">Null after its removal: only its events' numbers go on.</param>
/// <param name="Snapshot">Its terminal, as <see cref="Terminal.VirtualTerminal.Snapshot"/> has it; empty when it has none.</param>
/// <param name="HeldSince">When the synchronized update began that holds its frames back.</param>
internal sealed record PaneHandOver(
    string Name,
    PaneInfo? Info,
    int ScrollbackLines,
    byte[] Snapshot,
    long? HeldSince,
    ProcessHandOver? Process,
    ActivityHandOver Activity,
    JournalHandOver Journal);

/// <param name="Master">The descriptor of its pseudo-terminal.</param>
/// <param name="Input">What it has not read yet.</param>
/// <param name="KillAt">When a program that was asked to end is killed.</param>
internal sealed record ProcessHandOver(int ProcessId, int Master, byte[] Input, long? KillAt);

internal sealed record ActivityHandOver(long LastOutput, bool Active);

/// <param name="Known">The last known states.</param>
/// <param name="Pending">What happened and was not told yet.</param>
/// <param name="Recent">What was told lately, for those who come back.</param>
internal sealed record JournalHandOver(long Sequence, IReadOnlyList<PaneEvent> Known, IReadOnlyList<PaneEvent> Pending, IReadOnlyList<PaneEvent> Recent);
