namespace FleetTui.Git.Remotes;

/// <summary>What <c>ls-remote</c> said. A closed set.</summary>
public abstract record RemoteAnswer
{
    private RemoteAnswer()
    {
    }

    /// <param name="DefaultBranch">Short name; null when the remote does not say (empty, or its HEAD dangles).</param>
    /// <param name="Branches">Short name → commit.</param>
    public sealed record Heads(string? DefaultBranch, IReadOnlyDictionary<string, string> Branches) : RemoteAnswer;

    public sealed record Unreachable(string Reason) : RemoteAnswer;
}
