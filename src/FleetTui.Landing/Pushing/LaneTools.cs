using FleetTui.Git;
using FleetTui.Landing.Journal;
using FleetTui.Landing.Targets;

namespace FleetTui.Landing.Pushing;

/// <summary>What every part of a landing works with while the lane lock is held.</summary>
/// <param name="Tell">Publishes an event.</param>
/// <param name="Step">Says what is being done with a train now: more of the step, and whose it is.</param>
internal sealed record LaneTools(LaneSetup Setup, TargetBranch Target, LandingJournal Journal, Action<LaneEvent> Tell, Action<TrainStep, string, IReadOnlyList<LaneSlot>> Step)
{
    internal Repository Repository => Setup.Repository;

    internal DateTimeOffset Now => Setup.Time.GetUtcNow();
}
