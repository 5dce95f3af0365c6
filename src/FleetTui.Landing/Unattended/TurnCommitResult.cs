namespace FleetTui.Landing.Unattended;

/// <summary>What committing a slot's work after a turn came to. A closed set.</summary>
public abstract record TurnCommitResult
{
    private TurnCommitResult()
    {
    }

    /// <param name="Left">Changed paths that were not committed, with why: <c>docs/a.md is s2's (role docs)</c>.</param>
    public sealed record Committed(string Commit, int Paths, IReadOnlyList<string> Left) : TurnCommitResult;

    /// <summary>Nothing the slot may change is changed.</summary>
    public sealed record Nothing(IReadOnlyList<string> Left) : TurnCommitResult;

    /// <summary>The work stays as it is.</summary>
    /// <param name="Reason">One sentence.</param>
    public sealed record NotNow(string Reason) : TurnCommitResult;
}
