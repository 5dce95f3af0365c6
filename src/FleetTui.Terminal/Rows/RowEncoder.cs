using System.Text;
using FleetTui.Terminal.Cells;
using FleetTui.Terminal.Screens;

namespace FleetTui.Terminal.Rows;

/// <summary>Packs a row of cells into <see cref="RowFormat"/>. One per terminal: its buffer is used again.</summary>
internal sealed class RowEncoder(CellTables tables)
{
    /// <summary>Room for a row's text length: 28 bits as a padded varint would waste bytes, so the text is moved when fewer do.</summary>
    private const int LengthBytes = 4;

    private readonly ByteBuffer output = new();
    private readonly List<ushort> links = [];

    /// <summary>The packed row, valid until the next call.</summary>
    public ReadOnlySpan<byte> Encode(Row row)
    {
        output.Reset();
        var cells = row.Cells.AsSpan(0, row.TrimmedLength());
        var header = (byte)((row.Wrapped ? RowFormat.Wrapped : 0) | (row.Size << RowFormat.SizeShift) | (row.Prompt ? RowFormat.Prompt : 0));
        output.Byte(header);
        output.Varint((uint)cells.Length);
        var start = output.Length;
        if (TryPlain(cells, output.Take(cells.Length), out var styled))
        {
            header |= RowFormat.Plain;
        }
        else
        {
            output.Shrink(start);
            styled |= EncodeText(cells);
        }

        if (styled)
        {
            header |= RowFormat.Styled;
            EncodeStyles(cells);
        }

        output.Patch(0, header);
        return output.Written;
    }

    /// <summary>Narrows all cells to bytes; false when one is not ASCII.</summary>
    private static bool TryPlain(ReadOnlySpan<ScreenCell> cells, Span<byte> target, out bool styled)
    {
        var styles = 0u;
        for (var x = CellNarrowing.Run(cells, target, ref styles); x < cells.Length; x++)
        {
            var glyph = cells[x].Glyph;
            if (glyph - 0x20 >= 0x5f)
            {
                styled = false;
                return false;
            }

            styles |= cells[x].Style;
            target[x] = (byte)glyph;
        }

        styled = styles != 0;
        return true;
    }

    private bool EncodeText(ReadOnlySpan<ScreenCell> cells)
    {
        var start = output.Length;
        output.Take(LengthBytes);
        var styles = 0u;
        var blanks = 0u;
        // Five bytes are the most a cell of one code point takes; room is asked for once, and again after a cluster.
        var room = output.Reserve((cells.Length * 5) + 8);
        var at = 0;
        for (var x = 0; x < cells.Length; x++)
        {
            var glyph = cells[x].Glyph;
            styles |= cells[x].Style;
            if (glyph - 0x20 < 0x5f)
            {
                if (blanks > 0)
                    at += Blanks(room[at..], ref blanks);
                room[at++] = (byte)glyph;
                var run = CellNarrowing.Run(cells[(x + 1)..], room[at..], ref styles);
                at += run;
                x += run;
                continue;
            }

            if (glyph == 0)
            {
                var last = x;
                while (++x < cells.Length && cells[x].Glyph == 0)
                    styles |= cells[x].Style;
                blanks += (uint)(x - last);
                x--;
                continue;
            }

            var value = glyph & Glyphs.ValueMask;
            var part = cells[x].Part;
            if (part == CellPart.Wide && (x + 1 >= cells.Length || !cells[x + 1].IsTail))
                part = CellPart.Narrow;
            if (part == CellPart.Tail || (value == 0 && part != CellPart.Gap))
            {
                if (part != CellPart.Tail || x == 0 || !cells[x - 1].IsWide)
                    blanks++;
                continue;
            }

            if (blanks > 0)
                at += Blanks(room[at..], ref blanks);
            if (part == CellPart.Gap)
            {
                room[at++] = RowFormat.GapMark;
            }
            else if ((value & Glyphs.Cluster) == 0)
            {
                if (part == CellPart.Wide)
                    room[at++] = RowFormat.WideMark;
                at += new Rune(value).EncodeToUtf8(room[at..]);
            }
            else
            {
                output.Advance(at);
                output.Byte(part == CellPart.Wide ? RowFormat.WideClusterMark : RowFormat.ClusterMark);
                output.Text(tables.Clusters[value & ~Glyphs.Cluster]);
                room = output.Reserve(((cells.Length - x) * 5) + 8);
                at = 0;
            }
        }

        if (blanks > 0)
            at += Blanks(room[at..], ref blanks);
        output.Advance(at);
        output.CloseLength(start, LengthBytes);
        return styles != 0;
    }

    private static int Blanks(Span<byte> room, ref uint count)
    {
        var at = 0;
        room[at++] = RowFormat.BlankMark;
        while (count >= 0x80)
        {
            room[at++] = (byte)(count | 0x80);
            count >>= 7;
        }

        room[at++] = (byte)count;
        count = 0;
        return at;
    }

    private void EncodeStyles(ReadOnlySpan<ScreenCell> cells)
    {
        links.Clear();
        for (var x = 0; x < cells.Length;)
        {
            var style = cells[x].Style;
            var end = x + 1;
            while (end < cells.Length && cells[end].Style == style)
                end++;
            EncodeRun((uint)(end - x), tables.Styles.Ref(style));
            x = end;
        }
    }

    private void EncodeRun(uint cells, in CellStyle style)
    {
        // A length of at most five bytes, and at most 18 of style but for the link.
        var room = output.Reserve(24);
        var at = 0;
        while (cells >= 0x80)
        {
            room[at++] = (byte)(cells | 0x80);
            cells >>= 7;
        }

        room[at++] = (byte)cells;
        ref var flags = ref room[at++];
        flags = (byte)((int)style.Foreground.Kind | ((int)style.Background.Kind << 2));
        at += Write(style.Foreground, room[at..]);
        at += Write(style.Background, room[at..]);
        if (style.Attributes != 0)
        {
            flags |= RowFormat.HasAttributes;
            room[at++] = (byte)style.Attributes;
            room[at++] = (byte)((int)style.Attributes >> 8);
        }

        if (style.Underline != UnderlineStyle.None || !style.UnderlineColor.IsDefault)
        {
            flags |= RowFormat.HasUnderline;
            room[at++] = (byte)style.Underline;
            room[at++] = (byte)style.UnderlineColor.Kind;
            at += Write(style.UnderlineColor, room[at..]);
        }

        if (style.Link != 0)
            flags |= RowFormat.HasLink;
        output.Advance(at);
        if (style.Link != 0)
            EncodeLink(style.Link);
    }

    private static int Write(Color color, Span<byte> room)
    {
        switch (color.Kind)
        {
            case ColorKind.Indexed:
                room[0] = color.Index;
                return 1;
            case ColorKind.Rgb:
                room[2] = color.B;
                room[1] = color.G;
                room[0] = color.R;
                return 3;
            default:
                return 0;
        }
    }

    private void EncodeLink(ushort link)
    {
        var known = links.IndexOf(link);
        output.Varint((uint)(known + 1));
        if (known >= 0)
            return;
        links.Add(link);
        output.Text(tables.Links.Uri(link) ?? "");
        output.Text(tables.Links.Id(link));
    }
}
