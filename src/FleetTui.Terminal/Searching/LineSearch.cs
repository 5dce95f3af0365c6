using System.Text;
using System.Text.RegularExpressions;
using FleetTui.Terminal.Cells;

namespace FleetTui.Terminal.Searching;

/// <summary>Finds text in scrollback and screen; a wrapped line is one text.</summary>
internal sealed class LineSearch
{
    private readonly LineQuery query;
    private readonly Regex regex;
    private readonly StringBuilder text = new();
    private readonly List<(long Line, int Column, int Width)> places = [];

    /// <exception cref="ArgumentException">The regular expression is not one, or needs backtracking.</exception>
    public LineSearch(LineQuery query)
    {
        this.query = query;
        var options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | (query.IgnoresCase ? RegexOptions.IgnoreCase : 0);
        try
        {
            regex = new Regex(query.IsRegex ? query.Pattern : Regex.Escape(query.Pattern), options);
        }
        catch (NotSupportedException e)
        {
            throw new ArgumentException($"The expression needs backtracking, which a search does not do: {e.Message}", nameof(query), e);
        }
    }

    public List<LineMatch> In(VirtualTerminal terminal)
    {
        var matches = new List<LineMatch>();
        if (query.Pattern.Length == 0)
            return matches;
        var cells = new Cell[terminal.Columns];
        var end = terminal.FirstScreenLine + terminal.Rows;
        for (var line = terminal.FirstLine; line < end && matches.Count < query.MaxMatches;)
        {
            line = Join(terminal, line, end, cells);
            foreach (var match in regex.EnumerateMatches(text.ToString()))
            {
                if (match.Length == 0 || matches.Count == query.MaxMatches)
                    continue;
                var (from, last) = (places[match.Index], places[match.Index + match.Length - 1]);
                matches.Add(new LineMatch(from.Line, from.Column, last.Line, last.Column + last.Width));
            }
        }

        return matches;
    }

    /// <summary>The whole text that starts at a line; returns the line after it.</summary>
    private long Join(VirtualTerminal terminal, long line, long end, Cell[] cells)
    {
        text.Clear();
        places.Clear();
        bool goesOn;
        do
        {
            goesOn = terminal.CopyLine(line, cells);
            for (var x = 0; x < cells.Length; x++)
            {
                text.Append(cells[x].Text);
                for (var i = 0; i < cells[x].Text.Length; i++)
                    places.Add((line, x, cells[x].Width));
            }

            line++;
        }
        while (goesOn && line < end);
        return line;
    }
}
