using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FleetTui.Terminal.Screens;

/// <summary>One row of a grid. Cells before <see cref="From"/> and from <see cref="Used"/> on are all zero, so that clearing and packing a short row is cheap.</summary>
internal sealed class Row(int columns)
{
    public ScreenCell[] Cells = new ScreenCell[columns];

    /// <summary>The row goes on in the next one: written past its end, not ended by a line feed.</summary>
    public bool Wrapped;

    /// <summary>Changed since the last take; moves with the row when the screen scrolls.</summary>
    public bool Dirty = true;

    /// <summary>DECDWL, DECDHL: kept for DECRQSS-like questions and snapshots, not painted.</summary>
    public byte Size;

    /// <summary>OSC 133;A: a prompt starts here.</summary>
    public bool Prompt;

    public int Used { get; set; }

    /// <summary>Where the cells that were written since the row was empty begin; 0 when nobody kept count.</summary>
    public int From { get; private set; }

    public ref ScreenCell this[int x] => ref Cells[x];

    public int Columns => Cells.Length;

    /// <summary>Tells that cells up to <paramref name="end"/> were written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Touch(int end)
    {
        From = 0;
        if (end > Used)
            Used = end;
        Dirty = true;
    }

    /// <summary>Tells that the cells [from, end) were written, and no others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Touch(int from, int end)
    {
        if (from < From)
            From = from;
        if (end > Used)
            Used = end;
        Dirty = true;
    }

    public void Fill(int from, int to, ScreenCell cell)
    {
        if (from >= to)
            return;
        if (cell.Glyph == 0 && cell.Style == 0)
        {
            Cells.AsSpan(from, to - from).Clear();
            if (to >= Used && from < Used)
                Used = from;
        }
        else
        {
            Cells.AsSpan(from, to - from).Fill(cell);
            Touch(from, to);
        }

        Dirty = true;
    }

    /// <summary>Empties the whole row.</summary>
    public void Clear(uint style)
    {
        if (style == 0)
        {
            if (From < Used)
                Cells.AsSpan(From, Used - From).Clear();
            Used = 0;
            From = Cells.Length;
        }
        else
        {
            Cells.AsSpan().Fill(new ScreenCell(0, style));
            Used = Cells.Length;
            From = 0;
        }

        Wrapped = false;
        Size = 0;
        Prompt = false;
        Dirty = true;
    }

    /// <summary>Cells up to the last that is not blank in the default style.</summary>
    public int TrimmedLength()
    {
        var raw = MemoryMarshal.Cast<ScreenCell, ulong>(Cells.AsSpan(0, Used));
        var length = raw.Length;
        // By hand: most rows end in text, and the vectorized search costs the first row of a process 5 ms of compilation.
        while (length > 0 && raw[length - 1] == 0)
            length--;
        return length;
    }

    /// <summary>Blanks the other half of wide characters that an edit of [from, to) cuts through.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void CutWide(int from, int to)
    {
        var cells = Cells;
        if ((uint)from < (uint)cells.Length && cells[from].IsTail && from > 0)
            cells[from - 1].Glyph = 0;
        if ((uint)to < (uint)cells.Length && cells[to].IsTail && to > 0)
            cells[to].Glyph = 0;
    }

    public void CopyFrom(Row other)
    {
        other.Cells.AsSpan(0, other.Used).CopyTo(Cells);
        if (Used > other.Used)
            Cells.AsSpan(other.Used, Used - other.Used).Clear();
        Used = other.Used;
        From = other.From;
        Wrapped = other.Wrapped;
        Size = other.Size;
        Prompt = other.Prompt;
        Dirty = true;
    }
}
