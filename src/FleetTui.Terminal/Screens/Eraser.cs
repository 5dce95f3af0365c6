using FleetTui.Terminal.Cells;

namespace FleetTui.Terminal.Screens;

/// <summary>ED, EL, ECH and their selective forms. Erased cells take the pen's background.</summary>
internal sealed class Eraser(Screen screen)
{
    /// <param name="kind">0 to the end, 1 to the cursor, 2 all.</param>
    public void Display(int kind, bool selective)
    {
        ref var cursor = ref screen.Cursor;
        var last = screen.Rows - 1;
        switch (kind)
        {
            case 0:
                Line(0, selective);
                Rows(cursor.Y + 1, last, selective);
                break;
            case 1:
                Line(1, selective);
                Rows(0, cursor.Y - 1, selective);
                break;
            case 2:
                Rows(0, last, selective);
                cursor.PendingWrap = false;
                break;
            default:
                break;
        }
    }

    public void Line(int kind, bool selective)
    {
        ref var cursor = ref screen.Cursor;
        var row = screen.Row;
        switch (kind)
        {
            case 0:
                Cells(row, cursor.X, screen.Columns, selective);
                break;
            case 1:
                Cells(row, 0, cursor.X + 1, selective);
                break;
            case 2:
                Cells(row, 0, screen.Columns, selective);
                break;
            default:
                return;
        }

        cursor.PendingWrap = false;
    }

    public void Characters(int count)
    {
        ref var cursor = ref screen.Cursor;
        Cells(screen.Row, cursor.X, Math.Min(screen.Columns, cursor.X + count), false);
        cursor.PendingWrap = false;
    }

    /// <summary>Blanks [from, to) of a row. DECSCA's protection holds against selective erasing, ISO's (SPA) against the plain one, neither against both.</summary>
    public void Cells(Row row, int from, int to, bool selective)
    {
        if (selective != screen.Cursor.IsoProtected)
        {
            Unprotected(row, from, to, selective);
            return;
        }

        row.CutWide(from, to);
        if (to == row.Columns)
            row.Wrapped = false;
        row.Fill(from, to, new ScreenCell(0, screen.EraseStyle));
        row.Dirty = true;
    }

    private void Rows(int from, int to, bool selective)
    {
        if (selective != screen.Cursor.IsoProtected)
        {
            for (var y = from; y <= to; y++)
                Unprotected(screen.Grid[y], 0, screen.Columns, selective);
            return;
        }

        var style = screen.EraseStyle;
        for (var y = from; y <= to; y++)
            screen.Grid[y].Clear(style);
    }

    /// <summary>DECSED and DECSEL leave the renditions as they are and only take the characters (DEC STD 070).</summary>
    private void Unprotected(Row row, int from, int to, bool selective)
    {
        var style = screen.EraseStyle;
        row.CutWide(from, to);
        for (var x = from; x < to; x++)
        {
            ref var cell = ref row[x];
            if ((screen.Tables.Styles.Ref(cell.Style).Attributes & CellAttributes.Protected) != 0)
                continue;
            cell = new ScreenCell(0, selective ? cell.Style : style);
        }

        row.Touch(to);
    }
}
