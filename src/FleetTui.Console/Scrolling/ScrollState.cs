using FleetTui.Terminal.Cells;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Console.Scrolling;

/// <summary>
/// Where the user reads back in one pane. The top is an absolute line, so output that arrives meanwhile moves nothing.
/// Holds the lines around it that were fetched; a line not fetched yet shows as empty.
/// </summary>
public sealed class ScrollState(long top, LinePosition cursor, long screenAtEntry)
{
    private readonly Dictionary<long, (Cell[] Cells, bool Wrapped)> _lines = [];

    public long Top { get; set; } = top;

    public LinePosition Cursor { get; set; } = cursor;

    /// <summary>Where the selection began; null without one.</summary>
    public LinePosition? Anchor { get; set; }

    public bool Rectangle { get; set; }

    /// <summary>Whole lines (<c>V</c>).</summary>
    public bool ByLine { get; set; }

    /// <summary>The screen's first line when the user left it: what is below it later is new.</summary>
    public long ScreenAtEntry { get; } = screenAtEntry;

    /// <summary>Ends by itself at the bottom: entered by the wheel, as in tmux.</summary>
    public bool LeavesAtBottom { get; init; }

    public string? Search { get; set; }

    public bool SearchBackward { get; set; }

    /// <summary>Set while a search is being typed.</summary>
    public string? Typing { get; set; }

    /// <summary>A search that goes on when the lines it asked for have come.</summary>
    public (string Pane, bool Backward)? Resume { get; set; }

    public bool HasLine(long line) => _lines.ContainsKey(line);

    public Cell[]? Line(long line) => _lines.TryGetValue(line, out var found) ? found.Cells : null;

    public bool Wraps(long line) => _lines.TryGetValue(line, out var found) && found.Wrapped;

    public IEnumerable<long> Lines => _lines.Keys;

    /// <summary>Takes fetched lines; those on the live screen may have changed since, so they are asked for again when they are shown next.</summary>
    public void Add(PaneLines fetched)
    {
        if (_lines.Count > 50_000)
        {
            _lines.Clear();
        }

        for (var i = 0; i < fetched.Lines.Count; i++)
        {
            _lines[fetched.From + i] = (fetched.Lines[i], i < fetched.Wrapped.Count && fetched.Wrapped[i]);
        }
    }

    /// <summary>The selection from its first to its last cell, or null.</summary>
    public (LinePosition From, LinePosition To)? Selection
    {
        get
        {
            if (Anchor is not { } anchor)
            {
                return null;
            }

            var (first, last) = anchor <= Cursor ? (anchor, Cursor) : (Cursor, anchor);
            return ByLine ? (first with { Column = 0 }, last with { Column = int.MaxValue }) : (first, last);
        }
    }

    public bool IsSelected(long line, int column)
    {
        if (Selection is not { } selection || line < selection.From.Line || line > selection.To.Line)
        {
            return false;
        }

        if (Rectangle && Anchor is { } anchor)
        {
            return column >= Math.Min(anchor.Column, Cursor.Column) && column <= Math.Max(anchor.Column, Cursor.Column);
        }

        return (line > selection.From.Line || column >= selection.From.Column) && (line < selection.To.Line || column <= selection.To.Column);
    }
}
