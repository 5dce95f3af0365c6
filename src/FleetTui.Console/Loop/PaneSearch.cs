using System.Text;
using FleetTui.Console.Panels.Find;
using FleetTui.Console.Scrolling;
using FleetTui.Terminal.Cells;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Console.Loop;

/// <summary>Looks for a text in a pane's scrollback, asked of the host a stretch at a time from its end, and on its screen.</summary>
internal static class PaneSearch
{
    private const int Stretch = 1000;

    /// <returns>The newest lines first, at most so many.</returns>
    public static async Task<IReadOnlyList<FoundLine>> FindAsync(string pane, IPaneView view, string wanted, int most, CancellationToken cancellation)
    {
        var found = new List<FoundLine>();
        long first, end;
        lock (view.Gate)
        {
            (first, end) = (view.FirstLine, view.FirstScreenLine);
            for (var y = view.Rows - 1; y >= 0 && view.Exists; y--)
            {
                Add(found, pane, view.FirstScreenLine + y, view.Row(y), wanted);
            }
        }

        while (end > first && found.Count < most)
        {
            var start = Math.Max(first, end - Stretch);
            var lines = await view.LinesAsync(start, (int)(end - start), cancellation).ConfigureAwait(false);
            if (lines.Lines.Count == 0)
            {
                break;
            }

            for (var i = lines.Lines.Count - 1; i >= 0; i--)
            {
                Add(found, pane, lines.From + i, lines.Lines[i], wanted);
            }

            end = Math.Min(start, lines.From);
        }

        return found.Count > most ? found[..most] : found;
    }

    private static void Add(List<FoundLine> found, string pane, long line, ReadOnlySpan<Cell> row, string wanted)
    {
        if (LineSearch.Matches(row, wanted) is [var match, ..])
        {
            var text = new StringBuilder();
            foreach (ref readonly var cell in row)
            {
                text.Append(cell.Width > 0 ? cell.Text ?? " " : "");
            }

            found.Add(new FoundLine(pane, line, match.From, text.ToString().TrimEnd()));
        }
    }
}
