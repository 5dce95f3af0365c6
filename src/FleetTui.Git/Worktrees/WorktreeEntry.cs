namespace FleetTui.Git.Worktrees;

/// <summary>One line of <c>git worktree list --porcelain</c>.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Head">Its commit; null in a bare entry; all zeros on an unborn branch.</param>
/// <param name="Branch">Short name; null when detached (also in the middle of a rebase).</param>
/// <param name="Locked">The reason, empty if none was given; null: not locked.</param>
/// <param name="Prunable">Why git would prune it (its directory is gone); null: it would not.</param>
public sealed record WorktreeEntry(string Path, string? Head, string? Branch, bool IsBare, string? Locked, string? Prunable)
{
    public bool IsDetached => Branch is null && !IsBare;

    public bool IsMissing => Prunable is not null;
}
