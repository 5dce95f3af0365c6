using System.Buffers;
using FleetTui.Terminal.Cells;
using FleetTui.Terminal.Rows;

namespace FleetTui.Terminal.Screens;

/// <summary>A rectangle of cells, 0-based and inclusive.</summary>
internal readonly record struct CellArea(int Top, int Left, int Bottom, int Right)
{
    public bool IsEmpty => Top > Bottom || Left > Right;
}

/// <summary>DECCRA, DECFRA, DECERA, DECSERA, DECCARA, DECRARA and the checksum of DECRQCRA (VT420).</summary>
internal sealed class Rectangles(Screen screen)
{
    private const int NotNegated = 1;
    private const int WithoutRenditions = 2;
    private const int WithoutEmpty = 8;

    /// <summary>DECSACE: 0 and 1, attribute changes cover the stream of cells between two points; 2, a rectangle.</summary>
    public int Extent { get; set; }

    /// <summary>XTCHECKSUM's bits.</summary>
    public int ChecksumBits { get; set; }

    private bool AttributesByRectangle => Extent == 2;

    public void Reset()
    {
        Extent = 0;
        ChecksumBits = 0;
    }

    public void Copy(CellArea source, int top, int left)
    {
        if (source.IsEmpty)
            return;
        var height = Math.Min(source.Bottom - source.Top, screen.Rows - 1 - top) + 1;
        var width = Math.Min(source.Right - source.Left, screen.Columns - 1 - left) + 1;
        if (height <= 0 || width <= 0)
            return;
        // Rented: the areas may overlap, and a program may copy the whole screen with a few bytes.
        var copy = ArrayPool<ScreenCell>.Shared.Rent(height * width);
        for (var y = 0; y < height; y++)
            screen.Grid[source.Top + y].Cells.AsSpan(source.Left, width).CopyTo(copy.AsSpan(y * width));
        for (var y = 0; y < height; y++)
        {
            var row = screen.Grid[top + y];
            row.CutWide(left, left + width);
            copy.AsSpan(y * width, width).CopyTo(row.Cells.AsSpan(left));
            row.Touch(left + width);
            MendEdges(row, left, left + width);
        }

        ArrayPool<ScreenCell>.Shared.Return(copy);
    }

    /// <param name="area">What to fill.</param>
    /// <param name="glyph">A code point of one column.</param>
    public void Fill(CellArea area, uint glyph) => Each(area, new ScreenCell(glyph, screen.PenStyle), false);

    public void Erase(CellArea area, bool selective) => Each(area, new ScreenCell(0, screen.EraseStyle), selective);

    /// <summary>Changes attributes of the cells; <paramref name="change"/> maps a style to its new one.</summary>
    public void Restyle(CellArea area, Func<CellStyle, CellStyle> change)
    {
        if (area.IsEmpty)
            return;
        for (var y = area.Top; y <= area.Bottom; y++)
        {
            var row = screen.Grid[y];
            var from = AttributesByRectangle || y == area.Top ? area.Left : 0;
            var to = AttributesByRectangle || y == area.Bottom ? area.Right + 1 : screen.Columns;
            for (var x = from; x < to;)
            {
                screen.MakeRoomForStyle();
                var style = screen.Intern(change(screen.Tables.Styles[row[x].Style]));
                for (var end = x + StyleRun.Length(row.Cells.AsSpan(x, to - x)); x < end; x++)
                    row[x].Style = style;
            }

            row.Touch(to);
        }
    }

    /// <summary>
    /// DEC's checksum: the negated sum of the characters and of their renditions. An empty cell counts as a space; protection is no rendition
    /// and does not count. XTCHECKSUM's bits change it.
    /// </summary>
    public int Checksum(CellArea area)
    {
        var sum = 0;
        for (var y = area.Top; y <= area.Bottom; y++)
        {
            var row = screen.Grid[y];
            for (var x = area.Left; x <= area.Right; x++)
            {
                var cell = row[x];
                if (cell.IsTail)
                    continue;
                var value = cell.Glyph & Glyphs.ValueMask;
                if (value == 0 && (ChecksumBits & WithoutEmpty) != 0)
                    continue;
                if ((value & Glyphs.Cluster) != 0)
                {
                    foreach (var rune in screen.Tables.Clusters[value & ~Glyphs.Cluster].EnumerateRunes())
                        sum += rune.Value;
                }
                else
                {
                    sum += value == 0 ? ' ' : (int)value;
                }

                if ((ChecksumBits & WithoutRenditions) == 0)
                    sum += AttributeSum(screen.Tables.Styles.Ref(cell.Style));
            }
        }

        return ((ChecksumBits & NotNegated) != 0 ? sum : -sum) & 0xffff;
    }

    private static int AttributeSum(in CellStyle style) =>
        ((style.Attributes & CellAttributes.Invisible) != 0 ? 0x8 : 0)
        + (style.Underline != UnderlineStyle.None ? 0x10 : 0)
        + ((style.Attributes & CellAttributes.Inverse) != 0 ? 0x20 : 0)
        + ((style.Attributes & CellAttributes.Blink) != 0 ? 0x40 : 0)
        + ((style.Attributes & CellAttributes.Bold) != 0 ? 0x80 : 0);

    private void Each(CellArea area, ScreenCell cell, bool selective)
    {
        if (area.IsEmpty)
            return;
        for (var y = area.Top; y <= area.Bottom; y++)
        {
            var row = screen.Grid[y];
            row.CutWide(area.Left, area.Right + 1);
            for (var x = area.Left; x <= area.Right; x++)
            {
                if (selective && !screen.Cursor.IsoProtected && (screen.Tables.Styles.Ref(row[x].Style).Attributes & CellAttributes.Protected) != 0)
                    continue;
                row[x] = selective ? new ScreenCell(0, row[x].Style) : cell;
            }

            if (area.Right == screen.Columns - 1)
                row.Wrapped = false;
            row.Touch(area.Right + 1);
        }
    }

    /// <summary>A copied half of a wide character is no character.</summary>
    private static void MendEdges(Row row, int from, int to)
    {
        if (row[from].IsTail)
            row[from].Glyph = 0;
        if (row[to - 1].IsWide && (to >= row.Columns || !row[to].IsTail))
            row[to - 1].Glyph = 0;
    }
}
