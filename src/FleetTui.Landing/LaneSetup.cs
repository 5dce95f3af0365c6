using FleetTui.Configuration;
using FleetTui.Git;
using FleetTui.Landing.Gates;

namespace FleetTui.Landing;

/// <summary>Everything a lane needs from outside.</summary>
/// <param name="Slots">May be changed later with <see cref="Lane.UpdateSlots"/>.</param>
/// <param name="Gates">In the order they are asked.</param>
/// <param name="JournalDirectory">Absolute; made when missing.</param>
/// <param name="LockFile">Absolute; held while the lane runs, so that one lane lands per repository.</param>
public sealed record LaneSetup(
    Repository Repository,
    LandingSettings Settings,
    IReadOnlyList<LaneSlot> Slots,
    IReadOnlyList<IGate> Gates,
    string JournalDirectory,
    string LockFile)
{
    public TimeProvider Time { get; init; } = TimeProvider.System;

    public Random Random { get; init; } = Random.Shared;

    /// <summary>Called after each record that reached the journal: the moments at which the soak kills its lane.</summary>
    internal Action? Journalled { get; init; }
}
