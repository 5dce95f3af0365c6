namespace FleetTui.Git.Discovery;

/// <summary>What was found at a directory. A closed set.</summary>
public abstract record DiscoveryResult
{
    private DiscoveryResult()
    {
    }

    public sealed record Found(Repository Repository) : DiscoveryResult;

    /// <summary>A fleet cannot run here.</summary>
    /// <param name="Message">One sentence with what to do.</param>
    public sealed record Refused(DiscoveryProblem Problem, string Message) : DiscoveryResult;
}

public enum DiscoveryProblem
{
    NoGit,
    OldGit,
    NotARepository,
    Bare,
    NoCommits,
    ForeignOwner,
    Unreadable,
}
