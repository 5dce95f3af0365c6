using FleetTui.Git;
using FleetTui.Git.History;
using FleetTui.Git.Trees;

namespace FleetTui.Landing.Gates;

/// <summary>A built train, as gates look at it.</summary>
/// <param name="Base">The commit of the target branch it was built on.</param>
/// <param name="Tip">Its last commit: what the target branch would be.</param>
/// <param name="Slots">In the order they land.</param>
public sealed record TrainView(Repository Repository, string Base, string Tip, IReadOnlyList<TrainSlot> Slots)
{
    /// <summary>A gate that takes its time says here how far it is.</summary>
    public Action<string> Step { get; init; } = static _ => { };
}

/// <summary>One slot's part of a train.</summary>
/// <param name="Commits">Oldest first; never empty.</param>
public sealed record TrainSlot(LaneSlot Slot, IReadOnlyList<TrainCommit> Commits)
{
    /// <summary>Every path its commits change, renames as both paths, ordinal order.</summary>
    public IReadOnlyList<string> Paths { get; } =
        [.. Commits.SelectMany(static c => c.Changes).Select(static c => c.Path).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}

/// <summary>One commit of a train.</summary>
/// <param name="Original">As the agent made it: author, message, trailers.</param>
/// <param name="Landed">Its id in the train.</param>
/// <param name="Changes">What the agent's commit changed against its parent (not what it changes on main).</param>
public sealed record TrainCommit(CommitInfo Original, string Landed, IReadOnlyList<TreeChange> Changes);
