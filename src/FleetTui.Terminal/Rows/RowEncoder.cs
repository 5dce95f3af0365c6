using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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

    /// <summary>Narrows cells to bytes while all are ASCII; the styles of what it saw are or-ed together.</summary>
    private static bool TryPlain(ReadOnlySpan<ScreenCell> cells, Span<byte> target, out bool styled)
    {
        var raw = MemoryMarshal.Cast<ScreenCell, ulong>(cells);
        var any = Vector128<ulong>.Zero;
        var i = 0;
        for (; i + 8 <= raw.Length; i += 8)
        {
            var block = raw[i..];
            var a = Vector128.Create(block);
            var b = Vector128.Create(block[2..]);
            var c = Vector128.Create(block[4..]);
            var d = Vector128.Create(block[6..]);
            any |= a | b | c | d;
            var low = Vector128.Narrow(Vector128.Narrow(a, b), Vector128.Narrow(c, d));
            var bytes = Vector128.Narrow(low, low);
            if (Vector128.LessThanAny(bytes, Vector128.Create((byte)0x20)))
            {
                styled = false;
                return false;
            }

            BitConverter.TryWriteBytes(target[i..], bytes.AsUInt64().ToScalar());
        }

        var seen = any[0] | any[1];
        for (; i < raw.Length; i++)
        {
            seen |= raw[i];
            var glyph = (uint)raw[i];
            target[i] = (byte)glyph;
            if (glyph is < 0x20 or > 0x7e)
            {
                styled = false;
                return false;
            }
        }

        styled = seen >> 32 != 0;
        return (uint)seen < 0x80;
    }

    private bool EncodeText(ReadOnlySpan<ScreenCell> cells)
    {
        var start = output.Length;
        output.Take(LengthBytes);
        var styles = 0u;
        var blanks = 0u;
        for (var x = 0; x < cells.Length; x++)
        {
            var cell = cells[x];
            styles |= cell.Style;
            var value = cell.Glyph & Glyphs.ValueMask;
            var part = cell.Part;
            if (part == CellPart.Wide && (x + 1 >= cells.Length || !cells[x + 1].IsTail))
                part = CellPart.Narrow;
            if (part == CellPart.Tail || (value == 0 && part != CellPart.Gap))
            {
                if (part != CellPart.Tail || x == 0 || !cells[x - 1].IsWide)
                    blanks++;
                continue;
            }

            if (blanks > 0)
                Blanks(ref blanks);
            if (part == CellPart.Gap)
            {
                output.Byte(RowFormat.GapMark);
            }
            else if ((value & Glyphs.Cluster) == 0)
            {
                if (part == CellPart.Wide)
                    output.Byte(RowFormat.WideMark);
                output.CodePoint(value);
            }
            else
            {
                output.Byte(part == CellPart.Wide ? RowFormat.WideClusterMark : RowFormat.ClusterMark);
                output.Text(tables.Clusters[value & ~Glyphs.Cluster]);
            }
        }

        if (blanks > 0)
            Blanks(ref blanks);
        output.CloseLength(start, LengthBytes);
        return styles != 0;
    }

    private void Blanks(ref uint count)
    {
        output.Byte(RowFormat.BlankMark);
        output.Varint(count);
        count = 0;
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
            output.Varint((uint)(end - x));
            EncodeStyle(tables.Styles.Ref(style));
            x = end;
        }
    }

    private void EncodeStyle(in CellStyle style)
    {
        var flags = (byte)((int)style.Foreground.Kind | ((int)style.Background.Kind << 2));
        if (style.Attributes != 0)
            flags |= RowFormat.HasAttributes;
        if (style.Underline != UnderlineStyle.None || !style.UnderlineColor.IsDefault)
            flags |= RowFormat.HasUnderline;
        if (style.Link != 0)
            flags |= RowFormat.HasLink;
        output.Byte(flags);
        EncodeColor(style.Foreground);
        EncodeColor(style.Background);
        if (style.Attributes != 0)
        {
            output.Byte((byte)style.Attributes);
            output.Byte((byte)((int)style.Attributes >> 8));
        }

        if ((flags & RowFormat.HasUnderline) != 0)
        {
            output.Byte((byte)style.Underline);
            output.Byte((byte)style.UnderlineColor.Kind);
            EncodeColor(style.UnderlineColor);
        }

        if (style.Link != 0)
            EncodeLink(style.Link);
    }

    private void EncodeColor(Color color)
    {
        switch (color.Kind)
        {
            case ColorKind.Indexed:
                output.Byte(color.Index);
                break;
            case ColorKind.Rgb:
                output.Byte(color.R);
                output.Byte(color.G);
                output.Byte(color.B);
                break;
            default:
                break;
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
