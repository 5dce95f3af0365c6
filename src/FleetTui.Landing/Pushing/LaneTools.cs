using FleetTui.Git;
using FleetTui.Landing.Journal;
using FleetTui.Landing.Targets;

namespace FleetTui.Landing.Pushing;

/// <summary>What every part of a landing works with while the lane lock is held.</summary>
/// <param name="Tell">Publishes an event.</param>
internal sealed record LaneTools(LaneSetup Setup, TargetBranch Target, LandingJournal Journal, Action<LaneEvent> Tell)
{
    internal Repository Repository => Setup.Repository;

    internal DateTimeOffset Now => Setup.Time.GetUtcNow();
}
