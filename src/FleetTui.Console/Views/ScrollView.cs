using FleetTui.Console.Compositing;
using FleetTui.Console.Model;
using FleetTui.Console.Outer.Output;
using FleetTui.Console.Scrolling;
using FleetTui.Terminal;
using FleetTui.Terminal.Cells;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Console.Views;

/// <summary>A pane read back: lines by their absolute numbers, the selection, the matches, and how much is new below.</summary>
public static class ScrollView
{
    /// <summary>Called with the view's gate held.</summary>
    public static FrameCursor? Draw(Canvas canvas, ScrollState scroll, IPaneView view, ConsoleModel model)
    {
        for (var y = 0; y < canvas.Height; y++)
        {
            var line = scroll.Top + y;
            var row = Cells(scroll, view, line);
            TileView.CopyRow(canvas, y, row, 0, view);
            Select(canvas, y, line, scroll);
            Match(canvas, y, row, scroll);
        }

        Bar(canvas, scroll, view, model);
        var (x, at) = (scroll.Cursor.Column, (int)(scroll.Cursor.Line - scroll.Top));
        return scroll.Copying && x < canvas.Width && at >= 0 && at < canvas.Height
            ? new FrameCursor(canvas.Area.X + x, canvas.Area.Y + at, CursorShape.Block, false)
            : null;
    }

    /// <summary>A line of the live screen is taken from it; older ones from what was fetched.</summary>
    public static ReadOnlySpan<Cell> Cells(ScrollState scroll, IPaneView view, long line)
    {
        var row = line - view.FirstScreenLine;
        return row >= 0 && row < view.Rows ? view.Row((int)row) : scroll.Line(line) ?? [];
    }

    private static void Select(Canvas canvas, int y, long line, ScrollState scroll)
    {
        if (scroll.Anchor is null)
        {
            return;
        }

        for (var x = 0; x < canvas.Width; x++)
        {
            if (scroll.IsSelected(line, x))
            {
                canvas.Buffer.Restyle(canvas.Area.X + x, canvas.Area.Y + y, style => style with { Attributes = style.Attributes ^ CellAttributes.Inverse });
            }
        }
    }

    private static void Match(Canvas canvas, int y, ReadOnlySpan<Cell> row, ScrollState scroll)
    {
        if (scroll.Search is not { Length: > 0 } wanted)
        {
            return;
        }

        foreach (var (from, to) in LineSearch.Matches(row, wanted))
        {
            for (var x = from; x < Math.Min(to, canvas.Width); x++)
            {
                canvas.Buffer.Restyle(canvas.Area.X + x, canvas.Area.Y + y, style => style with { Foreground = Color.Indexed(0), Background = Color.Indexed(3), Attributes = CellAttributes.None });
            }
        }
    }

    private static void Bar(Canvas canvas, ScrollState scroll, IPaneView view, ConsoleModel model)
    {
        var end = scroll.Transcript is null ? view.FirstScreenLine : Math.Max(view.FirstLine, view.FirstLine + view.Rows - canvas.Height);
        var back = end - scroll.Top;
        var fresh = scroll.Transcript is null ? Math.Max(0, end - scroll.ScreenAtEntry) : Math.Max(0, view.FirstLine + view.Rows - 1 - scroll.ScreenAtEntry);
        var all = $"{end - view.FirstLine}{(scroll.Transcript is { Before: not null } or { IsCut: true } ? "+" : "")}";
        var follow = scroll.Copying ? "q" : "End";
        var count = scroll.Count > 0 ? $"{scroll.Count} " : "";
        var text = scroll.Prompt is { } prompt
            ? $" {prompt.Label}{prompt.Text} "
            : fresh > 0 ? $" {count}-{back} of {all}  +{fresh} new, {follow} to follow " : $" {count}-{back} of {all} ";
        var fitted = TextWidth.Fit(text, canvas.Width);
        canvas.Text(canvas.Width - TextWidth.Of(fitted), 0, fitted, model.Theme.Mode);
    }
}
