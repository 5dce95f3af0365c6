namespace FleetTui.Git.Remotes;

/// <summary>What one push came to. A closed set.</summary>
public abstract record PushOutcome
{
    private PushOutcome()
    {
    }

    /// <summary>git says the remote took it. The word of the remote itself counts, not this: fetch and look.</summary>
    public sealed record Accepted : PushOutcome;

    /// <summary>The branch was no longer where it was expected: somebody else pushed. Build again on the new value.</summary>
    public sealed record Moved(string Detail) : PushOutcome;

    /// <summary>The remote or a local pre-push hook will not have these commits.</summary>
    /// <param name="Remote">The lines the remote printed (<c>remote: …</c>, without that word).</param>
    public sealed record Refused(string Reason, IReadOnlyList<string> Remote) : PushOutcome;

    /// <summary>It did not get as far as the branch: network, credentials, a stale lock on the server. Nothing changed there.</summary>
    public sealed record Infrastructure(string Reason) : PushOutcome;

    /// <summary>Killed, timed out or cut off: it may or may not have happened. The server goes on after the client has gone.</summary>
    public sealed record Unknown(string Reason) : PushOutcome;
}
