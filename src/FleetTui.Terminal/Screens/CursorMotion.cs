using FleetTui.Terminal.Modes;

namespace FleetTui.Terminal.Screens;

/// <summary>Moving the cursor: relative moves stop at the margins they start within, absolute ones obey origin mode.</summary>
internal sealed class CursorMotion(Screen screen)
{
    public void Up(int count)
    {
        ref var cursor = ref screen.Cursor;
        cursor.Y = Math.Max(cursor.Y - count, cursor.Y >= screen.Margins.Top ? screen.Margins.Top : 0);
        cursor.PendingWrap = false;
    }

    public void Down(int count)
    {
        ref var cursor = ref screen.Cursor;
        cursor.Y = Math.Min(cursor.Y + count, cursor.Y <= screen.Margins.Bottom ? screen.Margins.Bottom : screen.Rows - 1);
        cursor.PendingWrap = false;
    }

    public void Forward(int count)
    {
        ref var cursor = ref screen.Cursor;
        cursor.X = Math.Min(cursor.X + count, screen.RightLimit);
        cursor.PendingWrap = false;
    }

    /// <summary>CUB and BS; with reverse wrap (45) it goes on at the end of the row above, with the extended one (1045) past the top to the bottom.</summary>
    public void Back(int count)
    {
        ref var cursor = ref screen.Cursor;
        var wraps = screen.Modes.AutoWrap && (screen.Modes[TerminalMode.ReverseWrap] || screen.Modes[TerminalMode.ReverseWrapExtended]);
        if (!wraps)
        {
            cursor.X = Math.Max(cursor.X - count, screen.LeftLimit);
            cursor.PendingWrap = false;
            return;
        }

        BackWrapping(Math.Min(count, screen.Columns * screen.Rows));
    }

    /// <summary>CUP: row and column from 0, relative to the margins in origin mode.</summary>
    public void To(int row, int column)
    {
        ref var cursor = ref screen.Cursor;
        var (top, bottom, left, right) = Bounds();
        cursor.Y = Math.Clamp(row + top, top, bottom);
        cursor.X = Math.Clamp(column + left, left, right);
        cursor.X = Math.Min(cursor.X, screen.LastColumn);
        cursor.PendingWrap = false;
    }

    public void ToColumn(int column)
    {
        ref var cursor = ref screen.Cursor;
        var (_, _, left, right) = Bounds();
        cursor.X = Math.Clamp(column + left, left, right);
        cursor.X = Math.Min(cursor.X, screen.LastColumn);
        cursor.PendingWrap = false;
    }

    public void ToRow(int row)
    {
        ref var cursor = ref screen.Cursor;
        var (top, bottom, _, _) = Bounds();
        cursor.Y = Math.Clamp(row + top, top, bottom);
        cursor.PendingWrap = false;
    }

    public void CarriageReturn()
    {
        ref var cursor = ref screen.Cursor;
        cursor.X = screen.Cursor.Origin ? screen.Margins.Left : screen.LeftLimit;
        cursor.PendingWrap = false;
    }

    public void Tab(int count)
    {
        ref var cursor = ref screen.Cursor;
        // HT keeps the pending wrap, as xterm does: a tab at the edge does not eat the wrap that is due.
        var last = screen.RightLimit;
        for (; count > 0 && cursor.X < last; count--)
            cursor.X = screen.Tabs.Next(cursor.X, last);
    }

    public void BackTab(int count)
    {
        ref var cursor = ref screen.Cursor;
        var first = screen.Cursor.Origin ? screen.Margins.Left : 0;
        for (; count > 0 && cursor.X > first; count--)
            cursor.X = screen.Tabs.Previous(cursor.X, first);
        cursor.PendingWrap = false;
    }

    /// <summary>What CPR tells: 0-based, relative in origin mode.</summary>
    public (int Row, int Column) Report() => screen.Cursor.Origin
        ? (screen.Cursor.Y - screen.Margins.Top, screen.Cursor.X - screen.Margins.Left)
        : (screen.Cursor.Y, screen.Cursor.X);

    private (int Top, int Bottom, int Left, int Right) Bounds() => screen.Cursor.Origin
        ? (screen.Margins.Top, screen.Margins.Bottom, screen.Margins.Left, screen.Margins.Right)
        : (0, screen.Rows - 1, 0, screen.Columns - 1);

    private void BackWrapping(int count)
    {
        ref var cursor = ref screen.Cursor;
        var extended = screen.Modes[TerminalMode.ReverseWrapExtended];
        if (cursor.PendingWrap)
        {
            // The cursor is logically past the last column: the first step back only takes the pending wrap away.
            cursor.PendingWrap = false;
            count--;
        }

        for (; count > 0; count--)
        {
            var left = screen.LeftLimit;
            if (cursor.X > left)
            {
                cursor.X--;
                continue;
            }

            var top = cursor.Y >= screen.Margins.Top ? screen.Margins.Top : 0;
            if (cursor.Y > top)
            {
                if (!extended && !screen.Grid[cursor.Y - 1].Wrapped)
                    return;
                cursor.Y--;
            }
            else if (extended)
            {
                cursor.Y = screen.Margins.Bottom;
            }
            else
            {
                return;
            }

            cursor.X = screen.Margins.Right;
        }
    }
}
