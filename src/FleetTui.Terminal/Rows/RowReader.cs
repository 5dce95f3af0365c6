using System.Text;
using FleetTui.Terminal.Cells;

namespace FleetTui.Terminal.Rows;

/// <summary>What <see cref="RowReader.Next"/> found.</summary>
internal enum RowPiece : byte
{
    Character,
    Wide,
    Gap,
    Blanks,
}

/// <summary>Walks a packed row: its characters in order, and its style runs beside them. Throws <see cref="FormatException"/> on bytes that no encoder writes.</summary>
internal ref struct RowReader
{
    /// <summary>Past the widest terminal (1000 columns): a corrupt length must not keep a reader busy.</summary>
    private const int MaxCells = 4096;

    private readonly ReadOnlySpan<byte> bytes;
    private readonly byte header;
    private readonly int textEnd;
    private int text;
    private int styles;
    private List<(string Uri, string Id)>? links;

    public RowReader(ReadOnlySpan<byte> bytes)
    {
        this.bytes = bytes;
        if (bytes.IsEmpty)
            throw new FormatException("An empty row.");
        header = bytes[0];
        text = 1;
        Cells = (int)Varint(ref text);
        if (Cells is < 0 or > MaxCells)
            throw new FormatException("A row is longer than any terminal.");
        var length = IsPlain ? Cells : (int)Varint(ref text);
        if (length < 0 || length > bytes.Length - text)
            throw new FormatException("A row's text is cut.");
        textEnd = styles = text + length;
    }

    public int Cells { get; }

    public readonly bool Wrapped => (header & RowFormat.Wrapped) != 0;

    public readonly bool IsStyled => (header & RowFormat.Styled) != 0;

    public readonly bool IsPlain => (header & RowFormat.Plain) != 0;

    public readonly bool Prompt => (header & RowFormat.Prompt) != 0;

    public readonly byte Size => (byte)((header >> RowFormat.SizeShift) & 3);

    /// <summary>The text of a plain row, one byte a cell.</summary>
    public readonly ReadOnlySpan<byte> PlainText => bytes[text..textEnd];

    /// <summary>Bytes used so far by styles: the row's length once all runs were read.</summary>
    public readonly int Position => styles;

    /// <summary>The next piece of text: <paramref name="utf8"/> is one cluster; <paramref name="count"/> the cells it takes.</summary>
    public bool Next(out RowPiece piece, out ReadOnlySpan<byte> utf8, out int count)
    {
        piece = RowPiece.Character;
        utf8 = default;
        count = 1;
        if (text >= textEnd)
            return false;
        var first = bytes[text];
        if (IsPlain || first is >= 0x20 and < 0x80)
        {
            utf8 = bytes.Slice(text++, 1);
            return true;
        }

        switch (first)
        {
            case RowFormat.BlankMark:
                text++;
                piece = RowPiece.Blanks;
                count = (int)Varint(ref text);
                return count >= 0 ? true : throw new FormatException("A row has a bad blank.");
            case RowFormat.GapMark:
                text++;
                piece = RowPiece.Gap;
                return true;
            case RowFormat.ClusterMark or RowFormat.WideClusterMark:
                text++;
                var length = (int)Varint(ref text);
                if (length <= 0 || length > textEnd - text)
                    throw new FormatException("A row's cluster is cut.");
                utf8 = bytes.Slice(text, length);
                text += length;
                break;
            default:
                if (first == RowFormat.WideMark)
                    text++;
                if (Rune.DecodeFromUtf8(bytes[text..textEnd], out _, out var used) != System.Buffers.OperationStatus.Done)
                    throw new FormatException("A row's text is not UTF-8.");
                utf8 = bytes.Slice(text, used);
                text += used;
                break;
        }

        if (first is RowFormat.WideMark or RowFormat.WideClusterMark)
        {
            piece = RowPiece.Wide;
            count = 2;
        }

        return true;
    }

    /// <summary>The next run of one style. <paramref name="link"/> is its target; <see cref="CellStyle.Link"/> is left 0.</summary>
    public int NextStyle(out CellStyle style, out (string Uri, string Id) link)
    {
        var count = (int)Varint(ref styles);
        var flags = Byte(ref styles);
        var foreground = ReadColor((ColorKind)(flags & 3));
        var background = ReadColor((ColorKind)((flags >> 2) & 3));
        var attributes = CellAttributes.None;
        var underline = UnderlineStyle.None;
        var underlineColor = Color.Default;
        if ((flags & RowFormat.HasAttributes) != 0)
            attributes = (CellAttributes)(Byte(ref styles) | (Byte(ref styles) << 8));
        if ((flags & RowFormat.HasUnderline) != 0)
        {
            underline = (UnderlineStyle)Math.Min(Byte(ref styles), (byte)UnderlineStyle.Dashed);
            underlineColor = ReadColor((ColorKind)Byte(ref styles));
        }

        link = ("", "");
        if ((flags & RowFormat.HasLink) != 0)
            link = ReadLink();
        style = new CellStyle(foreground, background, underlineColor, attributes, underline, 0);
        return count > 0 ? count : throw new FormatException("A row has an empty style run.");
    }

    private (string Uri, string Id) ReadLink()
    {
        var number = (int)Varint(ref styles);
        links ??= [];
        if (number > 0)
            return number <= links.Count ? links[number - 1] : throw new FormatException("A row names a link it has not told.");
        var link = (ReadText(), ReadText());
        links.Add(link);
        return link;
    }

    private string ReadText()
    {
        var length = (int)Varint(ref styles);
        if (length < 0 || length > bytes.Length - styles)
            throw new FormatException("A row's link is cut.");
        styles += length;
        return Encoding.UTF8.GetString(bytes.Slice(styles - length, length));
    }

    private Color ReadColor(ColorKind kind) => kind switch
    {
        ColorKind.Default => Color.Default,
        ColorKind.Indexed => Color.Indexed(Byte(ref styles)),
        ColorKind.Rgb => Color.Rgb(Byte(ref styles), Byte(ref styles), Byte(ref styles)),
        _ => throw new FormatException("A row has a bad colour."),
    };

    private readonly byte Byte(ref int position) =>
        position < bytes.Length ? bytes[position++] : throw new FormatException("A row is cut.");

    private readonly uint Varint(ref int position)
    {
        var value = 0u;
        for (var shift = 0; shift < 32; shift += 7)
        {
            var b = Byte(ref position);
            value |= (uint)(b & 0x7f) << shift;
            if (b < 0x80)
                return value;
        }

        throw new FormatException("A row has a bad number.");
    }
}
