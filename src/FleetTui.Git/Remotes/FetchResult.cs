namespace FleetTui.Git.Remotes;

/// <summary>How a fetch went. A closed set.</summary>
public abstract record FetchResult
{
    private FetchResult()
    {
    }

    public sealed record Fetched : FetchResult;

    /// <summary>The remote answered, but the branch is not there: renamed or deleted.</summary>
    public sealed record NoSuchBranch(string Reason) : FetchResult;

    /// <param name="Reason">One sentence.</param>
    /// <param name="Local">The trouble is on this machine (disk full), not with the remote.</param>
    public sealed record Failed(string Reason, bool Local) : FetchResult;
}
