using FleetTui.Terminal.Screens;
using FleetTui.Terminal.Styles;

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
        var indent = cells.IsEmpty ? 0 : Math.Min(row.From, cells.Length);
        indent += BlankRun.Untouched(cells[indent..]);
        if (indent > 0)
            BeginIndented((uint)indent, cells.Length - indent);
        if (TryPlain(cells[indent..], output.Take(cells.Length - indent), out var styled))
        {
            header |= indent == 0 ? RowFormat.Plain : (byte)0;
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

    /// <summary>What <see cref="EncodeText"/> would write of an indent before <paramref name="rest"/> cells of ASCII: what line feeds without returns leave is common.</summary>
    private void BeginIndented(uint indent, int rest)
    {
        output.Varint((uint)(rest + (indent < 0x80 ? 2 : 3)));
        output.Byte(RowFormat.BlankMark);
        output.Varint(indent);
    }

    /// <summary>Narrows all cells to bytes; false when one is not ASCII.</summary>
    private static bool TryPlain(ReadOnlySpan<ScreenCell> cells, Span<byte> target, out bool styled)
    {
        var styles = 0u;
        for (var x = CellNarrowing.All(cells, target, ref styles); x < cells.Length; x++)
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
                var run = BlankRun.Length(cells[x..], ref styles);
                blanks += (uint)run;
                x += run - 1;
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
                at += Utf8.Write(value, room[at..]);
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
        room[0] = RowFormat.BlankMark;
        var written = 1 + Varint(room[1..], count);
        count = 0;
        return written;
    }

    private static int Varint(Span<byte> room, uint value)
    {
        var at = 0;
        while (value >= 0x80)
        {
            room[at++] = (byte)(value | 0x80);
            value >>= 7;
        }

        room[at++] = (byte)value;
        return at;
    }

    private void EncodeStyles(ReadOnlySpan<ScreenCell> cells)
    {
        links.Clear();
        var styles = tables.Styles;
        // A run's length takes at most five bytes, and a style one vector.
        const int Run = 5 + StyleBytes.Room;
        var room = output.Reserve((cells.Length * Run) + Run);
        var at = 0;
        while (!cells.IsEmpty)
        {
            var style = cells[0].Style;
            var length = StyleRun.Length(cells);
            at += Varint(room[at..], (uint)length);
            ref readonly var packed = ref styles.Packed(style);
            packed.Bytes.CopyTo(room[at..]);
            at += packed.Length;
            cells = cells[length..];
            if (packed.Link == 0)
                continue;
            output.Advance(at);
            EncodeLink(packed.Link);
            room = output.Reserve((cells.Length * Run) + Run);
            at = 0;
        }

        output.Advance(at);
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
