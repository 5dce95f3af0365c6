using FleetTui.Terminal.Cells;

namespace FleetTui.Console.Scrolling;

/// <summary>Finds text in a row of cells; small letters match either case (smart case).</summary>
public static class LineSearch
{
    /// <summary>The next match from a place on, which itself counts only when <paramref name="here"/>; null when there is none, or when a line of the way is missing.</summary>
    internal static LinePosition? Next(CopyText text, string wanted, LinePosition from, bool backward, bool here)
    {
        if (wanted.Length == 0)
        {
            return null;
        }

        var comparison = Comparison(wanted);
        var column = backward ? from.Column - (here ? 0 : 1) : from.Column + (here ? 0 : 1);
        for (var line = from.Line; line >= text.First && line <= text.Last && text.Has(line); line += backward ? -1 : 1)
        {
            var row = text[line];
            var at = backward
                ? Math.Min(column, row.Length - 1) is >= 0 and var last ? row[..Math.Min(row.Length, last + wanted.Length)].LastIndexOf(wanted, comparison) : -1
                : column <= row.Length ? row.IndexOf(wanted, Math.Max(0, column), comparison) : -1;
            if (at >= 0)
            {
                return new LinePosition(line, at);
            }

            column = backward ? int.MaxValue : 0;
        }

        return null;
    }

    private static StringComparison Comparison(string wanted) => wanted.Any(char.IsUpper) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    /// <summary>The columns [From, To) of each match.</summary>
    public static List<(int From, int To)> Matches(ReadOnlySpan<Cell> row, string wanted)
    {
        var text = new System.Text.StringBuilder(row.Length);
        var columns = new List<int>(row.Length);
        for (var x = 0; x < row.Length; x++)
        {
            foreach (var character in row[x].Text ?? "")
            {
                text.Append(character);
                columns.Add(x);
            }
        }

        var comparison = Comparison(wanted);
        var found = new List<(int, int)>();
        var whole = text.ToString();
        for (var at = whole.IndexOf(wanted, comparison); at >= 0 && wanted.Length > 0; at = whole.IndexOf(wanted, at + wanted.Length, comparison))
        {
            found.Add((columns[at], columns[at + wanted.Length - 1] + 1));
        }

        return found;
    }
}
