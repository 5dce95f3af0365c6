using FleetTui.Git.Status;

namespace FleetTui.Landing.Slots;

/// <summary>Where a slot's worktree stands.</summary>
/// <param name="Head">Its commit, whatever branch that is; null when there is no worktree.</param>
/// <param name="Branch">Null when HEAD is detached.</param>
/// <param name="Obstacle">Why nothing may be taken from it now, one sentence; null: nothing in the way.</param>
public sealed record SlotPosition(LaneSlot Slot, string? Head, string? Branch, OperationInProgress Progress, string? Obstacle);
