namespace FleetTui.Terminal.Screens;

/// <summary>Scrolling inside the margins: line feeds, SU, SD, SL, SR, and the line inserts built on them.</summary>
internal sealed class Scroller(Screen screen)
{
    /// <summary>IND: down one row, scrolling at the bottom margin.</summary>
    public void Index()
    {
        ref var cursor = ref screen.Cursor;
        if (cursor.Y == screen.Margins.Bottom)
        {
            if (screen.FullWidth || (cursor.X >= screen.Margins.Left && cursor.X <= screen.Margins.Right))
                Up(1);
        }
        else if (cursor.Y < screen.Rows - 1)
        {
            cursor.Y++;
        }
    }

    /// <summary>RI: up one row, scrolling at the top margin.</summary>
    public void ReverseIndex()
    {
        ref var cursor = ref screen.Cursor;
        if (cursor.Y == screen.Margins.Top)
        {
            if (screen.FullWidth || (cursor.X >= screen.Margins.Left && cursor.X <= screen.Margins.Right))
                Down(screen.Margins.Top, 1);
        }
        else if (cursor.Y > 0)
        {
            cursor.Y--;
        }
    }

    /// <summary>Scrolls the margins' area up. Rows leave into the scrollback where xterm saves them: main screen, full width, top margin at the top.</summary>
    public void Up(int count)
    {
        var margins = screen.Margins;
        count = Math.Min(count, margins.Bottom - margins.Top + 1);
        if (screen.FullWidth && !screen.IsAlternate && margins.Top == 0)
        {
            var whole = margins.Bottom == screen.Rows - 1;
            var style = screen.EraseStyle;
            screen.Keep(count, whole);
            screen.Main.RotateUp(0, margins.Bottom, count, style);
            return;
        }

        Remove(margins.Top, count);
    }

    /// <summary>Deletes rows from <paramref name="top"/> on, inside the margins; blank ones come in at the bottom.</summary>
    public void Remove(int top, int count)
    {
        var margins = screen.Margins;
        count = Math.Min(count, margins.Bottom - top + 1);
        var style = screen.EraseStyle;
        var grid = screen.Grid;
        Detach(top);
        if (screen.FullWidth)
        {
            grid.RotateUp(top, margins.Bottom, count, style);
        }
        else
        {
            for (var y = top; y <= margins.Bottom; y++)
                MoveColumns(grid, y, y + count <= margins.Bottom ? y + count : -1, margins.Left, margins.Right, style);
        }

        grid.MarkDirty(top, margins.Bottom);
    }

    /// <summary>Inserts blank rows at <paramref name="top"/>, inside the margins.</summary>
    public void Down(int top, int count)
    {
        var margins = screen.Margins;
        count = Math.Min(count, margins.Bottom - top + 1);
        var style = screen.EraseStyle;
        var grid = screen.Grid;
        Detach(top);
        if (screen.FullWidth)
        {
            grid.RotateDown(top, margins.Bottom, count, style);
            grid[margins.Bottom].Wrapped = false;
        }
        else
        {
            for (var y = margins.Bottom; y >= top; y--)
                MoveColumns(grid, y, y - count >= top ? y - count : -1, margins.Left, margins.Right, style);
        }

        grid.MarkDirty(top, margins.Bottom);
    }

    /// <summary>SL, SR, DECIC, DECDC: moves the columns [left, right margin] of every row of the margins by <paramref name="count"/>, left when positive.</summary>
    public void Sideways(int left, int count)
    {
        var margins = screen.Margins;
        var style = screen.EraseStyle;
        for (var y = margins.Top; y <= margins.Bottom; y++)
            LineEditor.Shift(screen.Grid[y], left, margins.Right + 1, count, style);
    }

    /// <summary>The row above no longer goes on in the row at <paramref name="top"/>.</summary>
    private void Detach(int top)
    {
        if (top > 0)
            screen.Grid[top - 1].Wrapped = false;
    }

    private static void MoveColumns(Grid grid, int to, int from, int left, int right, uint style)
    {
        var target = grid[to];
        target.CutWide(left, right + 1);
        target.Wrapped = false;
        if (from < 0)
        {
            target.Fill(left, right + 1, new ScreenCell(0, style));
            return;
        }

        var source = grid[from];
        source.CutWide(left, right + 1);
        source.Cells.AsSpan(left, right + 1 - left).CopyTo(target.Cells.AsSpan(left));
        target.Touch(right + 1);
        source.Touch(right + 1);
    }
}
