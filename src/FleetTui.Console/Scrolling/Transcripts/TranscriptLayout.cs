using FleetTui.Api.Status;
using FleetTui.Console.Compositing;
using FleetTui.Console.Model;
using FleetTui.Terminal.Cells;

namespace FleetTui.Console.Scrolling.Transcripts;

/// <summary>Lays entries of a transcript out in rows of a width: marks before them, words kept whole where they fit.</summary>
internal static class TranscriptLayout
{
    /// <summary>Right of what was said, and in the place of a wide character's second half: shows nothing and is not copied.</summary>
    private static readonly Cell Nothing = new("", 0, CellStyle.Default);

    private const int Tab = 4;

    public static IEnumerable<TranscriptRow> Rows(SaidEntry entry, int index, int width, Theme theme, bool ascii)
    {
        var (mark, style, apart) = Look(entry.Kind, theme, ascii);
        if (apart)
        {
            yield return new TranscriptRow(Empty(width), index, false, false);
        }

        var side = entry.Sidechain ? ascii ? "| " : "│ " : "";
        var first = true;
        foreach (var line in entry.Text.Split('\n'))
        {
            var begin = side + (first ? mark : new string(' ', TextWidth.Of(mark)));
            var pieces = Broken(Expanded(line), Math.Max(1, width - TextWidth.Of(begin)));
            for (var i = 0; i < pieces.Count; i++)
            {
                // What is wrapped begins at the edge: joined again it is the text as it was.
                var head = i == 0 ? begin : "";
                var wraps = i + 1 < pieces.Count;
                yield return new TranscriptRow(Cells(head, pieces[i], width, style, theme, wraps), index, wraps, first && entry.Kind == "prompt");
                first = false;
            }
        }
    }

    private static (string Mark, CellStyle Style, bool Apart) Look(string kind, Theme theme, bool ascii) => kind switch
    {
        "prompt" => ("> ", theme.Accent, true),
        "answer" => ("", theme.Text, true),
        "tool" => (ascii ? "* " : "● ", theme.Working, true),
        "result" => ("  ", theme.Dim, false),
        _ => (ascii ? "-- " : "── ", theme.Held, true),
    };

    private static string Expanded(string line) => line.Replace("\t", new string(' ', Tab), StringComparison.Ordinal);

    /// <summary>The line in pieces: the first as wide as asked, the others too; broken behind a blank where there is one.</summary>
    private static List<string> Broken(string line, int width)
    {
        var pieces = new List<string>();
        var (start, at, used, blank) = (0, 0, 0, -1);
        while (at < line.Length)
        {
            var length = TextWidth.Next(line.AsSpan(at), out var cells);
            if (used + cells > width && at > start)
            {
                var end = blank > start ? blank : at;
                pieces.Add(line[start..end]);
                (start, used, blank) = (end, TextWidth.Of(line.AsSpan(end, at - end)), -1);
            }

            (at, used) = (at + length, used + cells);
            blank = line[at - 1] == ' ' ? at : blank;
        }

        pieces.Add(line[start..]);
        return pieces;
    }

    private static Cell[] Empty(int width) => [.. Enumerable.Repeat(Cell.Blank, width)];

    private static Cell[] Cells(string head, string text, int width, CellStyle style, Theme theme, bool wraps)
    {
        var cells = new Cell[width];
        var x = Put(cells, Put(cells, 0, head, theme.Dim), text, style);
        Array.Fill(cells, wraps ? Nothing : Cell.Blank, x, width - x);
        return cells;
    }

    private static int Put(Cell[] cells, int x, ReadOnlySpan<char> text, CellStyle style)
    {
        while (!text.IsEmpty)
        {
            var length = TextWidth.Next(text, out var wide);
            if (x + wide > cells.Length)
            {
                break;
            }

            if (wide > 0)
            {
                cells[x] = new Cell(text[..length].ToString(), (byte)wide, style);
                if (wide == 2)
                {
                    cells[x + 1] = Nothing;
                }
            }

            x += wide;
            text = text[length..];
        }

        return x;
    }
}
