namespace FleetTui.Git.Worktrees;

/// <summary>What <see cref="WorktreeSet.EnsureAsync"/> did. A closed set.</summary>
public abstract record WorktreeResult
{
    private WorktreeResult()
    {
    }

    /// <summary>It was made. <paramref name="NewBranch"/>: the branch too.</summary>
    public sealed record Created(string Path, bool NewBranch) : WorktreeResult;

    /// <summary>It was there already, with the branch wanted.</summary>
    public sealed record Adopted(string Path) : WorktreeResult;

    /// <summary>Its directory had been deleted; it was made again on the same branch.</summary>
    public sealed record Remade(string Path) : WorktreeResult;

    /// <summary>It is there, but not as wanted (another branch, detached HEAD, in the middle of something): used as it is, and the user told.</summary>
    public sealed record AdoptedAsIs(string Path, string Notice) : WorktreeResult;

    /// <summary>One sentence with what to do.</summary>
    public sealed record Refused(string Path, string Reason) : WorktreeResult;
}
