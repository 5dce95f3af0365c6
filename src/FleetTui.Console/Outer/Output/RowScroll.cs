using FleetTui.Console.Compositing;
using FleetTui.Terminal.Cells;

namespace FleetTui.Console.Outer.Output;

/// <summary>A stretch of rows, first and last, that shows in the next frame what it shows now, moved up by some rows; down when <paramref name="By"/> is negative.</summary>
internal readonly record struct RowScroll(int Top, int Bottom, int By);

/// <summary>
/// Finds rows that only moved: a pane over the whole width that scrolls is then a scroll of the terminal and one new row, and not every row anew.
/// Compares digests of rows, and keeps those of the frame that is shown; panes side by side never match, as a row is compared whole.
/// </summary>
internal sealed class RowScrolls
{
    /// <summary>Cells that must be spared: setting the margins, going there and setting them back costs some 20 bytes.</summary>
    private const int Least = 40;

    private ulong[] _next = [];
    private ulong[] _shown = [];
    private int[] _ink = [];
    private bool[] _stays = [];

    /// <summary>The one that spares most, or null.</summary>
    public RowScroll? Find(CellBuffer shown, CellBuffer next)
    {
        var height = next.Height;
        if (_next.Length != height)
        {
            (_next, _shown, _ink, _stays) = (new ulong[height], new ulong[height], new int[height], new bool[height]);
        }

        var changed = 0;
        for (var y = 0; y < height; y++)
        {
            (_next[y], _ink[y]) = Digest(next.Row(y));
            (_shown[y], _) = Digest(shown.Row(y));
            _stays[y] = Stays(shown.Row(y), next.Row(y), _ink[y]);
            changed += _next[y] != _shown[y] ? 1 : 0;
        }

        if (changed < 2)
        {
            return null;
        }

        RowScroll? best = null;
        var most = Least;
        for (var by = 1; by < height; by++)
        {
            Consider(by, ref best, ref most);
            Consider(-by, ref best, ref most);
        }

        return best is { } found && IsTrue(found, shown, next) && !CutsLine(found, shown, next) ? found : null;
    }

    private void Consider(int by, ref RowScroll? best, ref int most)
    {
        // The best stretch of rows whose sum of spared cells is greatest (Kadane), without one that mostly stays what it is: it would go away and come back.
        var (sum, from) = (0, 0);
        for (var y = Math.Max(0, -by); y < _next.Length && y + by < _next.Length; y++)
        {
            var moved = _next[y] == _shown[y + by];
            if (sum <= 0 || (!moved && _stays[y]))
            {
                (sum, from) = (0, moved ? y : y + 1);
            }

            if (!moved)
            {
                sum--;
                continue;
            }

            sum += _next[y] == _shown[y] ? 0 : _ink[y];
            if (sum > most && !ComesBack(by > 0 ? y + 1 : from + by, Math.Abs(by)))
            {
                most = sum;
                best = by > 0 ? new RowScroll(from, y + by, by) : new RowScroll(from + by, y, by);
            }
        }
    }

    /// <summary>One of the rows that come in blank shows afterwards mostly what it showed before.</summary>
    private bool ComesBack(int first, int count) => _stays.AsSpan(first, count).Contains(true);

    private static bool Stays(ReadOnlySpan<Cell> shown, ReadOnlySpan<Cell> next, int ink)
    {
        var same = 0;
        for (var x = 0; x < next.Length; x++)
        {
            same += next[x] == shown[x] && next[x] != Cell.Blank ? 1 : 0;
        }

        return same * 2 > ink;
    }

    /// <summary>Digests may agree by accident.</summary>
    private static bool IsTrue(RowScroll scroll, CellBuffer shown, CellBuffer next)
    {
        for (var y = scroll.Top; y <= scroll.Bottom; y++)
        {
            if (y + scroll.By >= scroll.Top && y + scroll.By <= scroll.Bottom && next.Row(y).SequenceEqual(shown.Row(y + scroll.By)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A line from top to bottom, as between panes, would go away with the rows that come in, and be painted again: it would flicker.</summary>
    private static bool CutsLine(RowScroll scroll, CellBuffer shown, CellBuffer next)
    {
        for (var x = 0; x < next.Width; x++)
        {
            var y = scroll.Top;
            while (y <= scroll.Bottom && next[x, y] != Cell.Blank && next[x, y] == shown[x, y])
            {
                y++;
            }

            if (y > scroll.Bottom)
            {
                return true;
            }
        }

        return false;
    }

    private static (ulong Digest, int Ink) Digest(ReadOnlySpan<Cell> row)
    {
        var (digest, ink) = (14695981039346656037UL, 0);
        foreach (ref readonly var cell in row)
        {
            var style = cell.Style;
            var text = cell.Text.Length == 0 ? 0u : (uint)cell.Text[0] | ((uint)cell.Text.Length << 20);
            digest = (digest ^ text ^ ((ulong)style.Foreground.Packed << 32)) * 1099511628211;
            digest = (digest ^ style.Background.Packed ^ ((ulong)style.Attributes << 32) ^ ((ulong)style.Underline << 48) ^ ((ulong)style.Link << 52)) * 1099511628211;
            ink += text != (' ' | (1u << 20)) || style.Background.Packed != 0 ? 1 : 0;
        }

        return (digest, ink);
    }
}
