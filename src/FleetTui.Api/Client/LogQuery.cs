namespace FleetTui.Api.Client;

/// <summary>A page of the log, read backwards: the newest entries that match, oldest first.</summary>
/// <param name="Before">Only ids smaller than this; null: up to the newest.</param>
/// <param name="Most">At most so many. Fewer came: nothing older matches.</param>
/// <param name="Kind">A kind (<c>lane.held</c>), or what stands before its dot (<c>lane</c>).</param>
/// <param name="Text">Somewhere in the message, ASCII letters without regard to case.</param>
public sealed record LogQuery(long? Before = null, int Most = LogQuery.Page, string? Slot = null, string? Kind = null, string? Text = null)
{
    public const int Page = 200;

    /// <summary>Whether an entry matches, wherever it lies in the log: for entries that come by the stream.</summary>
    public bool Takes(LogEntry entry) =>
        (Slot is null || entry.Slot == Slot)
        && (Kind is null || entry.Kind == Kind || entry.Kind.StartsWith(Kind + ".", StringComparison.Ordinal))
        && (Text is null || entry.Message.Contains(Text, StringComparison.OrdinalIgnoreCase));
}
