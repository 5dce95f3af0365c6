namespace FleetTui.Terminal.Screens;

/// <summary>Inserting and deleting characters, lines and columns at the cursor (ICH, DCH, IL, DL, DECIC, DECDC).</summary>
internal sealed class LineEditor(Screen screen, Scroller scroller)
{
    public void InsertCharacters(int count)
    {
        ref var cursor = ref screen.Cursor;
        cursor.PendingWrap = false;
        if (cursor.X < screen.Margins.Left || cursor.X > screen.Margins.Right)
            return;
        Shift(screen.Row, cursor.X, screen.Margins.Right + 1, -count, screen.EraseStyle);
    }

    public void DeleteCharacters(int count)
    {
        ref var cursor = ref screen.Cursor;
        cursor.PendingWrap = false;
        if (cursor.X < screen.Margins.Left || cursor.X > screen.Margins.Right)
            return;
        Shift(screen.Row, cursor.X, screen.Margins.Right + 1, count, screen.EraseStyle);
    }

    public void InsertLines(int count)
    {
        if (!screen.InsideMargins)
            return;
        scroller.Down(screen.Cursor.Y, count);
        ToLeft();
    }

    public void DeleteLines(int count)
    {
        if (!screen.InsideMargins)
            return;
        scroller.Remove(screen.Cursor.Y, count);
        ToLeft();
    }

    public void InsertColumns(int count)
    {
        if (screen.InsideMargins)
            scroller.Sideways(screen.Cursor.X, -count);
    }

    public void DeleteColumns(int count)
    {
        if (screen.InsideMargins)
            scroller.Sideways(screen.Cursor.X, count);
    }

    /// <summary>Moves the cells of [from, to) by <paramref name="count"/>: left when positive, right when negative; blanks come in.</summary>
    internal static void Shift(Row row, int from, int to, int count, uint style)
    {
        var size = to - from;
        var distance = Math.Min(Math.Abs(count), size);
        if (distance == 0)
            return;
        row.CutWide(from, to);
        if (to == row.Columns)
            row.Wrapped = false;
        var cells = row.Cells.AsSpan(from, size);
        var blank = new ScreenCell(0, style);
        if (count > 0)
        {
            if (distance < size && cells[distance].IsTail)
                cells[distance].Glyph = cells[distance - 1].Glyph = 0;
            cells[distance..].CopyTo(cells);
            cells[^distance..].Fill(blank);
        }
        else
        {
            if (distance < size && cells[size - distance].IsTail)
                cells[size - distance].Glyph = cells[size - distance - 1].Glyph = 0;
            cells[..^distance].CopyTo(cells[distance..]);
            cells[..distance].Fill(blank);
        }

        row.Touch(to);
    }

    private void ToLeft()
    {
        screen.Cursor.X = screen.Margins.Left;
        screen.Cursor.PendingWrap = false;
    }
}
