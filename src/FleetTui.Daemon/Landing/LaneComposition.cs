using FleetTui.Api;
using FleetTui.Configuration;
using FleetTui.Daemon.Worktrees;
using FleetTui.Git;
using FleetTui.Landing;
using FleetTui.Landing.Gates;
using FleetTui.Migrations.Checking;

namespace FleetTui.Daemon.Landing;

/// <summary>
/// Puts a lane together from a repository and its configuration: which slots, which gates in which order. Used by the daemon and, without one, by <c>fleet land</c>; the lane's
/// own lock keeps the two apart.
/// </summary>
public static class LaneComposition
{
    /// <param name="configuration">The one in force at the moment; gates ask for it at each train.</param>
    /// <param name="reserved">Migration versions handed out and not yet written; null: none are known.</param>
    /// <param name="overridden">Told of each commit that changes others' paths and says why; null: nobody is.</param>
    public static LaneSetup Compose(
        Repository repository,
        FleetPaths paths,
        Func<FleetConfiguration> configuration,
        Func<IReadOnlyList<ReservedVersion>>? reserved,
        Action<DomainOverride>? overridden,
        TimeProvider clock)
    {
        var gates = StandardGates.Of(
            configuration,
            () => Slots(configuration(), repository.Root),
            reserved ?? (() => []),
            Path.Combine(paths.StateDirectory, "checks"),
            clock,
            overridden);
        var now = configuration();
        return new LaneSetup(repository, now.Landing, Slots(now, repository.Root), gates, paths.JournalDirectory, paths.LaneLock) { Time = clock };
    }

    /// <summary>The reference of the target branch as this machine knows it without asking the remote.</summary>
    public static async Task<string> TargetAsync(Repository repository, LandingSettings landing, CancellationToken cancellation) => (await FleetTarget.FindAsync(repository, landing, cancellation)).Reference;

    /// <param name="root">The repository's root, absolute.</param>
    public static IReadOnlyList<LaneSlot> Slots(FleetConfiguration configuration, string root) =>
        [.. configuration.Slots.Select(slot => new LaneSlot(slot.Id, slot.Number, slot.Role, Path.GetFullPath(slot.Worktree, root), slot.Branch))];
}
