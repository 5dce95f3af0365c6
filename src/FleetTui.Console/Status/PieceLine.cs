using FleetTui.Console.Compositing;
using FleetTui.Terminal.Cells;

namespace FleetTui.Console.Status;

/// <summary>Fits pieces at the left and at the right of one line, dropping whole pieces in a fixed order and never cutting a kept one unless nothing else is left.</summary>
public static class PieceLine
{
    /// <param name="gap">Cells kept between left and right.</param>
    /// <returns>The columns [from, to) between the two sides.</returns>
    public static (int From, int To) Draw(Canvas canvas, IReadOnlyList<Piece> left, IReadOnlyList<Piece> right, int gap = 1)
    {
        var (keptLeft, keptRight) = Fit(left, right, canvas.Width - gap);
        var x = 0;
        foreach (var piece in keptLeft)
        {
            x = canvas.TextFit(x, 0, piece.Text, piece.Style, canvas.Width - x);
        }

        var start = Math.Max(x, canvas.Width - keptRight.Sum(piece => piece.Width));
        var at = start;
        foreach (var piece in keptRight)
        {
            at = canvas.TextFit(at, 0, piece.Text, piece.Style, canvas.Width - at);
        }

        return (x, start);
    }

    /// <summary>What is kept of both sides within <paramref name="cells"/>.</summary>
    public static (List<Piece> Left, List<Piece> Right) Fit(IReadOnlyList<Piece> left, IReadOnlyList<Piece> right, int cells)
    {
        var keptLeft = left.Where(piece => piece.Text.Length > 0).ToList();
        var keptRight = right.Where(piece => piece.Text.Length > 0).ToList();
        var total = keptLeft.Sum(piece => piece.Width) + keptRight.Sum(piece => piece.Width);
        while (total > cells)
        {
            var rank = Math.Max(keptLeft.Select(piece => piece.Rank).DefaultIfEmpty(0).Max(), keptRight.Select(piece => piece.Rank).DefaultIfEmpty(0).Max());
            if (rank == 0)
            {
                break;
            }

            var side = keptRight.Any(piece => piece.Rank == rank) ? keptRight : keptLeft;
            var last = side.FindLastIndex(piece => piece.Rank == rank);
            var piece = side[last];
            var room = piece.Width - (total - cells);
            if (piece.Shrinks && room >= Piece.LeastCells)
            {
                side[last] = piece with { Text = TextWidth.Fit(piece.Text, room) };
                break;
            }

            total -= piece.Width;
            side.RemoveAt(last);
        }

        return (keptLeft, keptRight);
    }

    /// <summary>Gives a style the background of another.</summary>
    public static CellStyle On(this CellStyle style, CellStyle background) => style with { Background = background.Background };
}
