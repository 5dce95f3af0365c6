namespace FleetTui.Agents.Transcripts;

/// <summary>What one request to the model took. In sums each <paramref name="Id"/> counts once: a transcript repeats it for every piece of an answer, and the last one counts.</summary>
/// <param name="Id">Of the request; unique within the account.</param>
/// <param name="Model">Empty when the line does not say.</param>
/// <param name="Input">Tokens sent that no cache held and none was to keep.</param>
/// <param name="CacheRead">Tokens sent that a cache held.</param>
/// <param name="CacheWrite">Tokens sent that a cache was to keep.</param>
/// <param name="Sidechain">A subagent's request: it has a context of its own.</param>
public sealed record TokenUsage(string Id, DateTimeOffset? At, string Model, long Input, long CacheRead, long CacheWrite, long Output, bool Sidechain)
{
    /// <summary>Tokens in the context after the answer.</summary>
    public long Context => Input + CacheRead + CacheWrite + Output;
}
