using FleetTui.Console.Keys;
using FleetTui.Console.Views;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Console.Scrolling;

/// <summary>Where a motion key leads from the cursor while reading back.</summary>
internal static class Motions
{
    /// <summary>Null for a key that is no motion.</summary>
    public static LinePosition? Move(KeyStroke key, ScrollState scroll, IPaneView view, int height)
    {
        var at = scroll.Cursor;
        return key.ToString() switch
        {
            "Up" or "k" or "C-p" => at with { Line = at.Line - 1 },
            "Down" or "j" or "C-n" => at with { Line = at.Line + 1 },
            "Left" or "h" or "BSpace" => at with { Column = at.Column - 1 },
            "Right" or "l" => at with { Column = at.Column + 1 },
            "Home" or "0" or "C-a" => at with { Column = 0 },
            "^" or "M-m" => at with { Column = Indent(Text(scroll, view, at.Line)) },
            "End" or "$" => at with { Column = Math.Max(0, Text(scroll, view, at.Line).TrimEnd().Length - 1) },
            "H" => at with { Line = scroll.Top },
            "M" => at with { Line = scroll.Top + (height / 2) },
            "L" => at with { Line = scroll.Top + height - 1 },
            "w" => Word(scroll, view, at, 1, toEnd: false),
            "e" or "M-f" => Word(scroll, view, at, 1, toEnd: true),
            "b" or "M-b" => Word(scroll, view, at, -1, toEnd: false),
            "{" => Paragraph(scroll, view, at, -1),
            "}" => Paragraph(scroll, view, at, 1),
            _ => null,
        };
    }

    /// <summary>A line's text, one char a cell, so that an index is a column.</summary>
    public static string Text(ScrollState scroll, IPaneView view, long line)
    {
        lock (view.Gate)
        {
            var cells = ScrollView.Cells(scroll, view, line);
            var text = new System.Text.StringBuilder(cells.Length);
            foreach (ref readonly var cell in cells)
            {
                text.Append(cell.Text is { Length: > 0 } some ? some[0] : ' ');
            }

            return text.ToString();
        }
    }

    private static int Indent(string text) => text.Length - text.TrimStart().Length;

    private static LinePosition Word(ScrollState scroll, IPaneView view, LinePosition at, int step, bool toEnd)
    {
        var text = Text(scroll, view, at.Line);
        var x = at.Column;
        bool In(int column) => column >= 0 && column < text.Length && text[column] != ' ';
        if (step > 0 && !toEnd)
        {
            while (In(x))
            {
                x++;
            }

            while (x < text.Length && !In(x))
            {
                x++;
            }

            return x < text.Length ? at with { Column = x } : new LinePosition(at.Line + 1, 0);
        }

        x += step;
        while (x >= 0 && x < text.Length && !In(x))
        {
            x += step;
        }

        if (x < 0 || x >= text.Length)
        {
            return new LinePosition(at.Line + step, step > 0 ? 0 : int.MaxValue);
        }

        while (In(x + step))
        {
            x += step;
        }

        return at with { Column = x };
    }

    private static LinePosition Paragraph(ScrollState scroll, IPaneView view, LinePosition at, int step)
    {
        var line = at.Line + step;
        while (line > view.FirstLine && line < view.FirstScreenLine + view.Rows - 1 && Text(scroll, view, line).Trim().Length > 0)
        {
            line += step;
        }

        return new LinePosition(line, 0);
    }
}
