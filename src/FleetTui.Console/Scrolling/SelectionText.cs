using System.Text;
using FleetTui.Terminal.Cells;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Console.Scrolling;

/// <summary>The text of a selection: rows that wrap are joined, blanks at the end of a line are not copied, and no border ever is.</summary>
/// <param name="Columns">For a rectangle, its first and last column.</param>
public sealed record SelectionText(LinePosition From, LinePosition To, (int First, int Last)? Columns)
{
    public string Of(PaneLines lines)
    {
        var text = new StringBuilder();
        for (var i = 0; i < lines.Lines.Count; i++)
        {
            var line = lines.From + i;
            if (line < From.Line || line > To.Line)
            {
                continue;
            }

            var (first, last) = Columns ?? (line == From.Line ? From.Column : 0, line == To.Line ? To.Column : int.MaxValue);
            var cells = lines.Lines[i];
            var joins = Columns is null && line < To.Line && i < lines.Wrapped.Count && lines.Wrapped[i];
            var end = joins ? cells.Length : Used(cells);
            for (var x = first; x <= Math.Min(last, end - 1); x++)
            {
                text.Append(cells[x].Text);
            }

            if (line < To.Line && !joins)
            {
                text.Append('\n');
            }
        }

        return text.ToString();
    }

    private static int Used(Cell[] cells)
    {
        var used = cells.Length;
        while (used > 0 && cells[used - 1].Text is " ")
        {
            used--;
        }

        return used;
    }
}
