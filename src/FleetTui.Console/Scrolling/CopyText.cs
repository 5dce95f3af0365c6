using FleetTui.Console.Views;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Console.Scrolling;

/// <summary>
/// A pane's lines as motions read them, one char a cell, so that an index is a column. A line that was not fetched yet is empty here and noted as
/// <see cref="Missing"/>: who asked fetches it and begins again.
/// </summary>
internal sealed class CopyText(ScrollState scroll, IPaneView view)
{
    private readonly Dictionary<long, string> _lines = [];

    /// <summary>Of a transcript with more before it, one line is missing above the first: the whole page that it stands for is fetched.</summary>
    public long First { get; } = view.FirstLine - (scroll.Transcript is { Before: not null } ? 1 : 0);

    public long Last { get; } = view.FirstScreenLine + view.Rows - 1;

    public int Columns { get; } = view.Columns;

    /// <summary>A line that was needed and is not here; the first of them.</summary>
    public long? Missing { get; private set; }

    public string this[long line]
    {
        get
        {
            if (_lines.TryGetValue(line, out var known))
            {
                return known;
            }

            var text = Read(line);
            _lines[line] = text;
            return text;
        }
    }

    /// <summary>Without the blanks at its end.</summary>
    public int Length(long line) => this[line].AsSpan().TrimEnd(' ').Length;

    public bool Wraps(long line) => scroll.Wraps(line);

    public bool IsPrompt(long line) => scroll.IsPrompt(line);

    /// <summary>Whether the line is here; else it is noted as missing.</summary>
    public bool Has(long line)
    {
        _ = this[line];
        return Missing != line;
    }

    private string Read(long line)
    {
        if (line < First || line > Last)
        {
            return "";
        }

        lock (view.Gate)
        {
            if (line < view.FirstScreenLine && (line < view.FirstLine || !scroll.HasLine(line)))
            {
                Missing ??= line;
                return "";
            }

            var cells = ScrollView.Cells(scroll, view, line);
            return string.Create(cells.Length, cells, static (text, row) =>
            {
                for (var x = 0; x < row.Length; x++)
                {
                    text[x] = row[x].Text is { Length: > 0 } some ? some[0] : ' ';
                }
            });
        }
    }
}
