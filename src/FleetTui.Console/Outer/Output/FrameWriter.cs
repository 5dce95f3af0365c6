using FleetTui.Console.Compositing;
using FleetTui.Terminal;
using FleetTui.Terminal.Cells;

namespace FleetTui.Console.Outer.Output;

/// <summary>Where the user's cursor shall be; null hides it.</summary>
public readonly record struct FrameCursor(int X, int Y, CursorShape Shape, bool Blinking);

/// <summary>
/// Turns the difference between the frame on the user's terminal and the next one into bytes.
/// Holds what the terminal shows; <see cref="Forget"/> when that is no longer known.
/// </summary>
/// <param name="links">Write hyperlinks (OSC 8); a terminal that does not know them must at least swallow them.</param>
public sealed class FrameWriter(ColorDepth depth, bool styledUnderlines, bool links)
{
    /// <summary>Bytes that a terminal reads, and so shows, in one go: a frame of a spinner or of a key needs no wrapping.</summary>
    private const int ShownWhole = 128;

    /// <summary>Rows that must have been drawn on before it is asked whether they only moved.</summary>
    private const int LeastScrolled = 4;

    /// <summary>Setting the margins, going there and setting them back costs some 20 bytes; with those at the sides twice as many.</summary>
    private const int CellsForScroll = 40;

    /// <summary>Blanks that are longer printed than erased and jumped over.</summary>
    private const int LeastErased = 10;

    private readonly CellBuffer _shown = new(0, 0);
    private readonly SgrWriter _sgr = new(depth, styledUnderlines);
    private readonly RowScrolls _scrolls = new();
    private bool _known;
    private int _x = -1;
    private int _y = -1;
    private FrameCursor? _cursor;
    private ushort _link;
    private int _edition;

    /// <summary>Wraps each frame in DEC mode 2026, for a terminal that said it knows it.</summary>
    public bool Synchronize { get; set; }

    /// <summary>The terminal said that it knows margins at the sides, too (DECLRMM, mode 69).</summary>
    public bool Margins { get; set; }

    /// <summary>Where a part of the rows scrolls by itself: the panes.</summary>
    public List<Rect> Areas { get; } = [];

    public void Forget() => _known = false;

    /// <summary>Appends the bytes that turn what is shown into <paramref name="next"/>; false when nothing differs.</summary>
    public bool Write(CellBuffer next, FrameCursor? cursor, ByteWriter output)
    {
        var start = output.Length;
        var all = !_known || next.Width != _shown.Width || next.Height != _shown.Height || next.Links.Edition != _edition;
        var hides = !Synchronize && _cursor is not null && !all;
        output.Add(Synchronize ? "\e[?2026h"u8 : hides ? "\e[?25l"u8 : []);
        var body = output.Length;
        if (all)
        {
            Begin(next, output);
        }
        else
        {
            ScrollRows(next, new Rect(0, 0, next.Width, next.Height), output);
            foreach (var area in Areas)
            {
                if (Margins && area.Width < next.Width && area.Right <= next.Width && area.Bottom <= next.Height)
                {
                    ScrollRows(next, area, output);
                }
            }
        }

        for (var y = 0; y < next.Height; y++)
        {
            if (next.TakeTouched(y) || all)
            {
                WriteRow(next, y, output);
            }
        }

        SetLink(0, next, output);
        PlaceCursor(cursor, next, output, painted: output.Length != body);
        if (output.Length == body)
        {
            output.Truncate(start);
            return false;
        }

        if (output.Length - body <= ShownWhole)
        {
            output.Remove(start, body - start);
        }
        else if (Synchronize)
        {
            output.Add("\e[?2026l"u8);
        }
        else if (hides && _cursor is not null)
        {
            // A cursor that runs over what is painted flickers.
            output.Add("\e[?25h"u8);
        }

        return true;
    }

    /// <summary>
    /// Lets the terminal move what only moved (DECSTBM, DECSLRM for a part of the rows, and DL or IL at the upper margin, which is one step whatever the distance),
    /// in the default style: with bce the new rows take the colour in force.
    /// </summary>
    private void ScrollRows(CellBuffer next, Rect area, ByteWriter output)
    {
        var wide = area.Width == next.Width;
        if (next.TouchedRows(area) < LeastScrolled || _scrolls.Find(_shown, next, area, wide ? CellsForScroll : 2 * CellsForScroll) is not { } scroll)
        {
            return;
        }

        SetLink(0, next, output);
        _sgr.Write(output, CellStyle.Default);
        var moved = scroll.Area;
        if (!wide)
        {
            output.Add("\e[?69h"u8);
            Numbers(moved.X + 1, moved.Right, (byte)'s', output);
        }

        Numbers(moved.Y + 1, moved.Bottom, (byte)'r', output);
        CursorPath.Write(-1, wide ? 0 : -1, moved.X, moved.Y, output);
        output.Add("\e["u8);
        output.Add(Math.Abs(scroll.By));
        output.Add(scroll.By > 0 ? (byte)'M' : (byte)'L');
        output.Add(wide ? "\e[r"u8 : "\e[?69l\e[r"u8);
        (_x, _y) = (0, 0);
        _shown.MoveRows(moved, scroll.By);
        next.Touch(moved);
    }

    private static void Numbers(int first, int second, byte final, ByteWriter output)
    {
        output.Add("\e["u8);
        output.Add(first);
        output.Add((byte)';');
        output.Add(second);
        output.Add(final);
    }

    private void Begin(CellBuffer next, ByteWriter output)
    {
        _shown.Resize(next.Width, next.Height);
        _shown.Clear();
        output.Add("\e[?25l"u8);
        _cursor = null;
        _sgr.Reset(output);
        output.Add("\e[H\e[2J"u8);
        (_x, _y) = (0, 0);
        _edition = next.Links.Edition;
        _known = true;
    }

    private void WriteRow(CellBuffer next, int y, ByteWriter output)
    {
        var now = _shown.Row(y);
        var row = next.Row(y);
        if (now.SequenceEqual(row))
        {
            return;
        }

        var blankFrom = BlankTail(row);
        var repaintNext = false;
        for (var x = 0; x < row.Length; x++)
        {
            ref readonly var cell = ref row[x];
            if (x == blankFrom && EraseTail(now, next, x, y, output))
            {
                break;
            }

            if (!repaintNext && cell == Cell.Blank && now[x] != Cell.Blank && EraseRun(now, next, x, y, output) is > 0 and var erased)
            {
                x += erased - 1;
                continue;
            }

            if (cell.Width == 0 || (!repaintNext && cell == now[x] && !(cell.Width == 2 && now[x + 1].Width != 0)))
            {
                continue;
            }

            repaintNext = false;
            MoveTo(x, y, row, output);
            SetLink(cell.Style.Link, next, output);
            _sgr.Write(output, cell.Style);
            output.Add(cell.Text);
            _x += cell.Width;
            if (IsUncertain(cell))
            {
                // The terminal may think this cluster narrower or wider: say where the next one goes, and paint what it may have hit.
                _x = -1;
                repaintNext = true;
            }
            else if (_x >= row.Length)
            {
                // In the last column the cursor hangs between two lines.
                _x = -1;
            }
        }

        _shown.CopyRow(next, y);
    }

    /// <summary>The first column of the row's blank end; one past the end when there is none worth it.</summary>
    private static int BlankTail(ReadOnlySpan<Cell> row)
    {
        var from = row.Length;
        while (from > 0 && row[from - 1] == Cell.Blank)
        {
            from--;
        }

        return from;
    }

    /// <summary>Blanks that take the place of something, within a row (ECH); how many cells they are, 0 when printing them is as short.</summary>
    private int EraseRun(ReadOnlySpan<Cell> now, CellBuffer next, int x, int y, ByteWriter output)
    {
        var row = next.Row(y);
        var (end, last) = (x, x);
        for (; end < row.Length && row[end] == Cell.Blank; end++)
        {
            last = now[end] != Cell.Blank ? end : last;
        }

        if (last + 1 - x < LeastErased)
        {
            return 0;
        }

        MoveTo(x, y, row, output);
        SetLink(0, next, output);
        _sgr.Write(output, CellStyle.Default);
        output.Add("\e["u8);
        output.Add(last + 1 - x);
        output.Add((byte)'X');
        return last + 1 - x;
    }

    private bool EraseTail(ReadOnlySpan<Cell> now, CellBuffer next, int x, int y, ByteWriter output)
    {
        var row = next.Row(y);
        var differing = 0;
        for (var i = x; i < row.Length; i++)
        {
            differing += now[i] == Cell.Blank ? 0 : 1;
        }

        if (differing == 0)
        {
            return true;
        }

        if (differing < 4)
        {
            return false;
        }

        MoveTo(x, y, row, output);
        SetLink(0, next, output);
        _sgr.Write(output, CellStyle.Default);
        output.Add("\e[K"u8);
        return true;
    }

    private void MoveTo(int x, int y, ReadOnlySpan<Cell> row, ByteWriter output)
    {
        if (_x == x && _y == y)
        {
            return;
        }

        if (_y == y && _x >= 0 && _x < x && x - _x <= 4 && x <= row.Length && Rewrite(row, _x, x, output))
        {
            return;
        }

        CursorPath.Write(_x, _y, x, y, output);
        (_x, _y) = (x, y);
    }

    private void SetLink(ushort link, CellBuffer frame, ByteWriter output)
    {
        if (!links || link == _link)
        {
            return;
        }

        _link = link;
        output.Add("\e]8;;"u8);
        output.Add(link == 0 ? "" : frame.Links.UriOf(link));
        output.Add("\e\\"u8);
    }

    /// <summary>A gap of a few plain cells in the style in force is shorter rewritten than jumped over. An empty row: what stands there is not known.</summary>
    private bool Rewrite(ReadOnlySpan<Cell> row, int from, int to, ByteWriter output)
    {
        if (row.Length < to)
        {
            return false;
        }

        for (var i = from; i < to; i++)
        {
            if (row[i].Width != 1 || row[i].Text is not [< '\x7f'] || row[i].Style.Link != _link || !_sgr.IsNow(row[i].Style))
            {
                return false;
            }
        }

        for (var i = from; i < to; i++)
        {
            output.Add(row[i].Text);
        }

        _x = to;
        return true;
    }

    private void PlaceCursor(FrameCursor? cursor, CellBuffer frame, ByteWriter output, bool painted)
    {
        if (cursor is not { } wanted)
        {
            if (_cursor is not null)
            {
                output.Add("\e[?25l"u8);
            }

            _cursor = null;
            return;
        }

        if (_cursor is { } had && had == wanted && !painted)
        {
            return;
        }

        if (_cursor is null || _cursor.Value.Shape != wanted.Shape || _cursor.Value.Blinking != wanted.Blinking)
        {
            output.Add("\e["u8);
            output.Add(ShapeNumber(wanted));
            output.Add(" q"u8);
        }

        MoveTo(wanted.X, wanted.Y, frame.Row(wanted.Y), output);
        if (_cursor is null)
        {
            output.Add("\e[?25h"u8);
        }

        _cursor = wanted;
    }

    private static int ShapeNumber(FrameCursor cursor) => cursor.Shape switch
    {
        CursorShape.Block => cursor.Blinking ? 1 : 2,
        CursorShape.Underline => cursor.Blinking ? 3 : 4,
        CursorShape.Bar => cursor.Blinking ? 5 : 6,
        _ => 0,
    };

    /// <summary>A cluster whose width terminals disagree on: anything with a joiner, a variation selector or beyond the plane of common text.</summary>
    private static bool IsUncertain(in Cell cell) => cell.Text.Length > 1 || IsRareNarrow(cell.Text[0]);

    private static bool IsRareNarrow(char c) => c is (>= '\u0300' and <= '\u036f') or (>= '\u0590' and <= '\u10ff') or (>= '\u2600' and <= '\u27bf');
}
