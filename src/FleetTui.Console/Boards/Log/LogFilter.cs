using FleetTui.Api.Client;

namespace FleetTui.Console.Boards.Log;

/// <summary>Which entries of the log are wanted; null is any. The same rules as the daemon's, for what comes live.</summary>
/// <param name="Kind">A kind (<c>lane.held</c>) or the part before its dot (<c>lane</c>).</param>
/// <param name="Text">Somewhere in the message, without regard to case.</param>
public sealed record LogFilter(string? Slot, string? Kind, string? Text)
{
    public static readonly LogFilter None = new(null, null, null);

    public LogQuery Query(long? before) => new(before, Most: LogQuery.Page, Slot, Kind, Text);

    public bool Takes(LogEntry entry) => Query(null).Takes(entry);
}
