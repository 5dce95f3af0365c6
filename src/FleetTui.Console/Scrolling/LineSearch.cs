using FleetTui.Terminal.Cells;

namespace FleetTui.Console.Scrolling;

/// <summary>Finds text in a row of cells; small letters match either case (smart case).</summary>
public static class LineSearch
{
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

        var comparison = wanted.Any(char.IsUpper) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        var found = new List<(int, int)>();
        var whole = text.ToString();
        for (var at = whole.IndexOf(wanted, comparison); at >= 0 && wanted.Length > 0; at = whole.IndexOf(wanted, at + wanted.Length, comparison))
        {
            found.Add((columns[at], columns[at + wanted.Length - 1] + 1));
        }

        return found;
    }
}
