using FleetTui.Terminal.Rows;

namespace FleetTui.Terminal.Screens;

/// <summary>Writes characters of a known width at the cursor: wrapping, insert mode, wide characters cut in half.</summary>
internal sealed class Printer(Screen screen, Scroller scroller)
{
    /// <summary>The last graphic character, for REP; 0 when there is none.</summary>
    public uint LastGlyph { get; set; }

    /// <summary>Writes bytes 0x20–0x7E, one cell each: the fast path.</summary>
    public void Ascii(ReadOnlySpan<byte> run)
    {
        LastGlyph = run[^1];
        ref var at = ref screen.Cursor;
        if (!at.Charsets.IsPlain)
        {
            Mapped(run);
            return;
        }

        var end = at.X + run.Length;
        if (end <= screen.RightLimit && !at.PendingWrap && !screen.Modes.Insert)
        {
            // Most runs end before the right edge.
            var row = screen.Row;
            row.CutWide(at.X, end);
            CellWidening.Run(run, row.Cells.AsSpan(at.X, run.Length), screen.PenStyle);
            row.Touch(at.X, end);
            at.X = end;
            return;
        }

        AsciiToTheEdge(run);
    }

    private void AsciiToTheEdge(ReadOnlySpan<byte> run)
    {
        while (!run.IsEmpty)
        {
            ref var cursor = ref screen.Cursor;
            if (cursor.PendingWrap && screen.Modes.AutoWrap)
                Wrap();
            var room = screen.RightLimit - cursor.X + 1;
            var count = Math.Min(room, run.Length);
            var style = screen.PenStyle;
            var row = screen.Row;
            if (screen.Modes.Insert)
                LineEditor.Shift(row, cursor.X, cursor.X + room, -count, screen.EraseStyle);
            row.CutWide(cursor.X, cursor.X + count);
            CellWidening.Run(run[..count], row.Cells.AsSpan(cursor.X, count), style);
            row.Touch(cursor.X, cursor.X + count);
            if (count == room)
            {
                row.Wrapped = false;
                cursor.X += count - 1;
                cursor.PendingWrap = true;
                if (!screen.Modes.AutoWrap && run.Length > count)
                {
                    row[cursor.X] = new ScreenCell(run[^1], style);
                    return;
                }
            }
            else
            {
                cursor.X += count;
            }

            run = run[count..];
        }
    }

    /// <summary>Writes one character of 1 or 2 columns.</summary>
    /// <param name="glyph">Value bits: code point or cluster.</param>
    /// <param name="width">1 or 2.</param>
    public void Glyph(uint glyph, int width)
    {
        LastGlyph = glyph | (width == 2 ? Glyphs.Wide : 0);
        ref var cursor = ref screen.Cursor;
        if (cursor.PendingWrap && screen.Modes.AutoWrap)
            Wrap();
        var right = screen.RightLimit;
        if (width == 2 && cursor.X >= right && !MakeRoom(ref right))
            return;
        var style = screen.PenStyle;
        var row = screen.Row;
        if (screen.Modes.Insert)
            LineEditor.Shift(row, cursor.X, right + 1, -width, screen.EraseStyle);
        row.CutWide(cursor.X, cursor.X + width);
        if (width == 2)
        {
            row[cursor.X] = new ScreenCell(glyph | Glyphs.Wide, style);
            row[cursor.X + 1] = new ScreenCell(Glyphs.Tail, style);
        }
        else
        {
            row[cursor.X] = new ScreenCell(glyph, style);
        }

        row.Touch(cursor.X, cursor.X + width);
        cursor.X += width;
        if (cursor.X > right)
        {
            cursor.X = right;
            cursor.PendingWrap = true;
            row.Wrapped = false;
        }
    }

    /// <summary>REP.</summary>
    public void Repeat(int count)
    {
        if (LastGlyph == 0)
            return;
        var width = (LastGlyph & Glyphs.PartMask) == Glyphs.Wide ? 2 : 1;
        var glyph = LastGlyph & Glyphs.ValueMask;
        count = Math.Min(count, screen.Columns * screen.Rows);
        if (width == 1)
        {
            Fill(glyph, count);
            return;
        }

        for (; count > 0; count--)
            Glyph(glyph, width);
    }

    /// <summary>Writes a character of one column many times, a row at a time.</summary>
    private void Fill(uint glyph, int count)
    {
        while (count > 0)
        {
            ref var cursor = ref screen.Cursor;
            if (cursor.PendingWrap && screen.Modes.AutoWrap)
                Wrap();
            var room = screen.RightLimit - cursor.X + 1;
            var run = Math.Min(room, count);
            var cell = new ScreenCell(glyph, screen.PenStyle);
            var row = screen.Row;
            if (screen.Modes.Insert)
                LineEditor.Shift(row, cursor.X, cursor.X + room, -run, screen.EraseStyle);
            row.CutWide(cursor.X, cursor.X + run);
            row.Cells.AsSpan(cursor.X, run).Fill(cell);
            row.Touch(cursor.X + run);
            cursor.X += run;
            if (run == room)
            {
                row.Wrapped = false;
                cursor.X--;
                cursor.PendingWrap = true;
                if (!screen.Modes.AutoWrap)
                    return;
            }

            count -= run;
        }
    }

    /// <summary>To the first column of the next row; the rows belong together when the wrap is at the screen's edge.</summary>
    public void Wrap()
    {
        ref var cursor = ref screen.Cursor;
        var row = screen.Row;
        var left = screen.LeftLimit;
        if (screen.FullWidth && row.Size == 0)
        {
            row.Wrapped = true;
            row.Dirty = true;
        }

        cursor.PendingWrap = false;
        scroller.Index();
        screen.Cursor.X = left;
    }

    /// <summary>A wide character does not fit at the right edge: on to the next row; without wrapping it is not shown, as in xterm.</summary>
    private bool MakeRoom(ref int right)
    {
        ref var cursor = ref screen.Cursor;
        if (right - screen.LeftLimit < 1 || !screen.Modes.AutoWrap)
            return false;

        var row = screen.Row;
        row.CutWide(cursor.X, cursor.X + 1);
        row[cursor.X] = new ScreenCell(Glyphs.Gap, screen.EraseStyle);
        row.Touch(cursor.X + 1);
        Wrap();
        right = screen.RightLimit;
        return true;
    }

    private void Mapped(ReadOnlySpan<byte> run)
    {
        foreach (var ascii in run)
            Glyph(screen.Cursor.Charsets.Map(ascii), 1);
    }
}
