using System.Globalization;
using FleetTui.Api.Client;
using FleetTui.Console.Compositing;
using FleetTui.Console.Model;
using FleetTui.Console.Status;
using FleetTui.Terminal.Cells;

namespace FleetTui.Console.Boards.Log;

/// <summary>Entries of the log as lines, each day under its date.</summary>
public static class LogLines
{
    private const int KindCells = 18;
    private const int WithKinds = 90;

    public static IReadOnlyList<BoardLine> Of(LogWindow window, ConsoleModel model, int width)
    {
        var theme = model.Theme;
        var lines = new List<BoardLine>();
        if (!window.Known)
        {
            return [BoardLine.Of(new Piece("reading…", theme.Dim))];
        }

        lines.Add(BoardLine.Of(new Piece(window.Asked ? "reading…" : window.ReachesBegin ? "the log begins here" : "up for what is older", theme.Dim)));
        if (window.Entries.Count == 0)
        {
            return [BoardLine.Of(new Piece(window.Filter == LogFilter.None ? "nothing has happened yet" : "nothing that this filter takes (c clears it)", theme.Dim))];
        }

        var day = DateOnly.MinValue;
        var slots = Math.Clamp(window.Entries.Max(entry => TextWidth.Of(entry.Slot ?? "")), 4, 12);
        foreach (var entry in window.Entries)
        {
            var at = TimeZoneInfo.ConvertTime(entry.At, model.Zone);
            if (DateOnly.FromDateTime(at.DateTime) is var date && date != day)
            {
                day = date;
                lines.Add(BoardLine.Of(new Piece(date.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture), theme.Accent)));
            }

            Entry(lines, entry, at, slots, width >= WithKinds ? KindCells : 0, width, theme);
        }

        return lines;
    }

    /// <summary>What is only the lane's pulse.</summary>
    public static bool IsPulse(LogEntry entry) => entry.Kind is "lane.idle" or "lane.landing" or "lane.synced";

    /// <summary>The message without the slot's name at its head: that stands beside it.</summary>
    public static string Text(LogEntry entry)
    {
        if (entry.Slot is { Length: > 0 } slot)
        {
            foreach (var head in (string[])[$"{slot} ", $"Slot {slot} ", $"Slot {slot}: "])
            {
                if (entry.Message.StartsWith(head, StringComparison.Ordinal))
                {
                    return entry.Message[head.Length..];
                }
            }
        }

        return entry.Message;
    }

    private static void Entry(List<BoardLine> lines, LogEntry entry, DateTimeOffset at, int slots, int kind, int width, Theme theme)
    {
        var item = entry.Id.ToString(CultureInfo.InvariantCulture);
        var text = WordWrap.Lines(Visible.Of(Text(entry)), Math.Max(20, width - 10 - slots - kind));
        for (var i = 0; i < text.Count; i++)
        {
            lines.Add(BoardLine.For(
                item,
                new Piece(i > 0 ? new string(' ', 9) : $"{at:HH:mm:ss} ", theme.Dim),
                new Piece((i > 0 ? "" : TextWidth.Fit(entry.Slot ?? "", slots)).PadRight(slots + 1), theme.Strong),
                new Piece(kind == 0 ? "" : (i > 0 ? "" : TextWidth.Fit(entry.Kind, kind - 1)).PadRight(kind), Style(entry.Kind, theme)),
                new Piece(text[i], kind == 0 ? Style(entry.Kind, theme) : theme.Text)));
        }
    }

    private static CellStyle Style(string kind, Theme theme) => kind switch
    {
        _ when kind.EndsWith("landed", StringComparison.Ordinal) => theme.Done,
        _ when kind.EndsWith("held", StringComparison.Ordinal) || kind.EndsWith("collision", StringComparison.Ordinal) => theme.Held,
        _ when kind.Contains("fail", StringComparison.Ordinal) || kind.Contains("crash", StringComparison.Ordinal) || kind.EndsWith("refused", StringComparison.Ordinal) => theme.Failed,
        _ => theme.Text,
    };
}
