namespace FleetTui.Agents.Transcripts;

/// <summary>How full a conversation's context is.</summary>
/// <param name="Tokens">In it after the last request.</param>
/// <param name="Window">How many it holds; null when nobody says.</param>
public sealed record ContextFill(long Tokens, long? Window, string Model)
{
    /// <summary>0 to 100, rounded down; null without a window.</summary>
    public int? Percent => Window is { } window ? (int)Math.Min(100, 100 * Tokens / window) : null;
}
