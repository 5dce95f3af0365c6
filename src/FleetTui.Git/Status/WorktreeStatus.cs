namespace FleetTui.Git.Status;

/// <summary>A worktree at one moment.</summary>
/// <param name="Head">Its commit; null before the first one.</param>
/// <param name="Branch">Short name; null when HEAD is detached.</param>
/// <param name="Changes">Every path that is not as in HEAD, untracked ones included; a directory that holds only untracked files is one entry ending in '/'.</param>
/// <param name="Ahead">Commits HEAD has and the reference asked for has not; 0 without one.</param>
/// <param name="Behind">The reverse.</param>
public sealed record WorktreeStatus(
    string? Head, string? Branch, IReadOnlyList<StatusChange> Changes, OperationInProgress Progress, int Ahead, int Behind)
{
    public bool IsDetached => Branch is null;

    public bool IsClean => Changes.Count == 0;

    /// <summary>Changed tracked files.</summary>
    public int Modified => Changes.Count(static c => c.Kind is not StatusChangeKind.Untracked);

    public int Untracked => Changes.Count(static c => c.Kind is StatusChangeKind.Untracked);
}

public enum StatusChangeKind
{
    Changed,
    Renamed,
    Unmerged,
    Untracked,
}

/// <param name="Path">Relative to the worktree's root, '/' between parts.</param>
/// <param name="From">Of a rename or copy: the old path.</param>
/// <param name="Index">git's letter for HEAD → index, '.' when equal ('?' untracked).</param>
/// <param name="Worktree">git's letter for index → files.</param>
public sealed record StatusChange(StatusChangeKind Kind, char Index, char Worktree, string Path, string? From);
