using FleetTui.Git.History;

namespace FleetTui.Landing.Slots;

/// <summary>What a slot has that the target has not.</summary>
/// <param name="Commits">To land, parents first.</param>
/// <param name="Arrived">How many commits between the target and HEAD have landed already (as rewritten commits) and wait only for the worktree to move.</param>
internal sealed record SlotWork(SlotPosition Position, IReadOnlyList<CommitInfo> Commits, int Arrived)
{
    internal LaneSlot Slot => Position.Slot;

    /// <summary>Everything it has is on the target, in one form or the other.</summary>
    internal bool AllArrived => Commits.Count == 0 && Position.Head is not null;
}
