using System.Runtime.CompilerServices;

namespace FleetTui.Terminal.Screens;

/// <summary>
/// The rows of one screen. Moving rows moves references, never cells; the whole screen scrolls by moving the ring's start.
/// </summary>
internal sealed class Grid
{
    private Row[] rows;
    private int start;
    private Row[] spare = [];

    public Grid(int columns, int rows)
    {
        Columns = columns;
        this.rows = new Row[rows];
        for (var y = 0; y < rows; y++)
            this.rows[y] = new Row(columns);
    }

    public int Columns { get; private set; }

    public int Count => rows.Length;

    public Row this[int y]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)y, (uint)rows.Length);
            var index = start + y;
            return rows[index < rows.Length ? index : index - rows.Length];
        }
    }

    /// <summary>Moves rows [top, bottom] up by <paramref name="count"/>; the rows that leave come back cleared at the bottom.</summary>
    public void RotateUp(int top, int bottom, int count, uint style)
    {
        var height = bottom - top + 1;
        count = Math.Min(count, height);
        if (height == rows.Length)
        {
            for (; count > 0; count--)
            {
                rows[start].Clear(style);
                start = start + 1 == rows.Length ? 0 : start + 1;
            }

            return;
        }

        Straighten();
        Reserve(count);
        Array.Copy(rows, top, spare, 0, count);
        Array.Copy(rows, top + count, rows, top, height - count);
        for (var i = 0; i < count; i++)
        {
            spare[i].Clear(style);
            rows[bottom - count + 1 + i] = spare[i];
        }
    }

    public void RotateDown(int top, int bottom, int count, uint style)
    {
        var height = bottom - top + 1;
        count = Math.Min(count, height);
        Straighten();
        Reserve(count);
        Array.Copy(rows, bottom - count + 1, spare, 0, count);
        Array.Copy(rows, top, rows, top + count, height - count);
        for (var i = 0; i < count; i++)
        {
            spare[i].Clear(style);
            rows[top + i] = spare[i];
        }
    }

    public void MarkDirty(int top, int bottom)
    {
        for (var y = top; y <= bottom; y++)
            this[y].Dirty = true;
    }

    /// <summary>Takes a new set of rows, each as wide as <paramref name="columns"/>.</summary>
    public void Replace(int columns, Row[] newRows)
    {
        Columns = columns;
        rows = newRows;
        start = 0;
        spare = [];
    }

    /// <summary>Cuts or extends every row and the row count at the right and the bottom: what the alternate screen does.</summary>
    public void Crop(int columns, int count)
    {
        var cropped = new Row[count];
        for (var y = 0; y < count; y++)
        {
            var row = new Row(columns);
            if (y < rows.Length)
            {
                var old = this[y];
                var used = Math.Min(old.Used, columns);
                if (used < old.Used && old.Cells[used].IsTail)
                    old.Cells[used - 1].Glyph = 0;
                old.Cells.AsSpan(0, used).CopyTo(row.Cells);
                row.Used = used;
                row.Size = old.Size;
            }

            cropped[y] = row;
        }

        Replace(columns, cropped);
    }

    /// <summary>The ring's start back to 0, so that a part of it can be moved as a block.</summary>
    private void Straighten()
    {
        if (start == 0)
            return;
        Reserve(rows.Length);
        for (var y = 0; y < rows.Length; y++)
            spare[y] = this[y];
        (rows, spare) = (spare, rows);
        start = 0;
    }

    private void Reserve(int count)
    {
        if (spare.Length < count)
            spare = new Row[rows.Length];
    }
}
