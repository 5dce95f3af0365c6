using FleetTui.Console.Compositing;
using FleetTui.Terminal.Cells;

namespace FleetTui.Console.Outer.Output;

/// <summary>An area that shows in the next frame what it shows now, moved up by some rows; down when <paramref name="By"/> is negative.</summary>
internal readonly record struct RowScroll(Rect Area, int By);

/// <summary>
/// Finds rows that only moved: a pane that scrolls is then a scroll of the terminal and one new row, and not every row anew. Compares digests of rows.
/// </summary>
internal sealed class RowScrolls
{
    private ulong[] _next = [];
    private ulong[] _shown = [];
    private int[] _ink = [];
    private bool[] _stays = [];
    private int _height;

    /// <summary>The one within an area that spares most, or null.</summary>
    /// <param name="least">Cells that it must spare: the bytes that a scroll costs.</param>
    public RowScroll? Find(CellBuffer shown, CellBuffer next, Rect area, int least)
    {
        _height = area.Height;
        if (_next.Length < _height)
        {
            (_next, _shown, _ink, _stays) = (new ulong[_height], new ulong[_height], new int[_height], new bool[_height]);
        }

        var changed = 0;
        for (var y = 0; y < _height; y++)
        {
            var before = shown.Row(area.Y + y).Slice(area.X, area.Width);
            var after = next.Row(area.Y + y).Slice(area.X, area.Width);
            (_next[y], _ink[y]) = Digest(after);
            (_shown[y], _) = Digest(before);
            _stays[y] = Stays(before, after, _ink[y]);
            changed += _next[y] != _shown[y] ? 1 : 0;
        }

        if (changed < 2)
        {
            return null;
        }

        var (most, top, bottom, shift) = (least, 0, 0, 0);
        for (var by = 1; by < _height; by++)
        {
            Consider(by, ref most, ref top, ref bottom, ref shift);
            Consider(-by, ref most, ref top, ref bottom, ref shift);
        }

        var found = new RowScroll(area with { Y = area.Y + top, Height = bottom - top + 1 }, shift);
        return shift != 0 && IsTrue(found, shown, next) && !Cuts(found, shown, next) ? found : null;
    }

    private void Consider(int by, ref int most, ref int top, ref int bottom, ref int shift)
    {
        // The best stretch of rows whose sum of spared cells is greatest (Kadane), without one that mostly stays what it is: it would go away and come back.
        var (sum, from) = (0, 0);
        for (var y = Math.Max(0, -by); y < _height && y + by < _height; y++)
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
                (most, shift) = (sum, by);
                (top, bottom) = by > 0 ? (from, y + by) : (from + by, y);
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
        var area = scroll.Area;
        for (var y = area.Y; y < area.Bottom; y++)
        {
            var from = y + scroll.By;
            if (from >= area.Y && from < area.Bottom && next.Row(y).Slice(area.X, area.Width).SequenceEqual(shown.Row(from).Slice(area.X, area.Width)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Part of a line (box drawing, as around panes and panels) stays in its place but not in its row: it would go away and be painted again, and so flicker.</summary>
    private static bool Cuts(RowScroll scroll, CellBuffer shown, CellBuffer next)
    {
        var area = scroll.Area;
        for (var y = area.Y; y < area.Bottom; y++)
        {
            var from = y + scroll.By;
            if (shown[area.X, y].Width == 0 || shown[area.Right - 1, y].Width == 2)
            {
                // Half of a wide character would move.
                return true;
            }

            for (var x = area.X; x < area.Right; x++)
            {
                ref readonly var cell = ref next[x, y];
                if (cell.Text is [>= '\u2500' and <= '\u257f', ..] && cell == shown[x, y] && (from < area.Y || from >= area.Bottom || shown[x, from] != cell))
                {
                    return true;
                }
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
