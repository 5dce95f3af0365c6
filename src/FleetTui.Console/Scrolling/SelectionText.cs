using System.Text;
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
            var piece = new StringBuilder();
            var cells = lines.Lines[i];
            for (var x = first; x <= Math.Min(last, cells.Length - 1); x++)
            {
                piece.Append(cells[x].Text);
            }

            var joins = Columns is null && line < To.Line && i < lines.Wrapped.Count && lines.Wrapped[i];
            text.Append(joins ? piece.ToString() : piece.ToString().TrimEnd(' '));
            if (line < To.Line && !joins)
            {
                text.Append('\n');
            }
        }

        return text.ToString();
    }
}
