namespace FleetTui.Git.History;

/// <summary>One commit, as far as people and gates look at it.</summary>
/// <param name="Id">Full hex.</param>
/// <param name="Parents">Full hex; none for a root, several for a merge.</param>
/// <param name="Message">The whole of it, subject included.</param>
/// <param name="Trailers">In order; keys as written.</param>
public sealed record CommitInfo(
    string Id,
    IReadOnlyList<string> Parents,
    string Tree,
    Signature Author,
    Signature Committer,
    string Subject,
    string Message,
    IReadOnlyList<Trailer> Trailers)
{
    public bool IsMerge => Parents.Count > 1;

    /// <summary>The first value of a trailer, key compared without case; null: there is none.</summary>
    public string? Trailer(string key) => Trailers.FirstOrDefault(t => string.Equals(t.Key, key, StringComparison.OrdinalIgnoreCase))?.Value;
}

public sealed record Signature(string Name, string Email, DateTimeOffset At);

public sealed record Trailer(string Key, string Value);
