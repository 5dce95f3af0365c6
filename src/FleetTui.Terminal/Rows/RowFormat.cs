namespace FleetTui.Terminal.Rows;

/// <summary>
/// The packed form of a row, both on the wire and in the scrollback:
/// <code>
/// header   byte: bit 0 wrapped, bit 1 styled, bit 2 plain (one ASCII byte a cell), bits 3–4 line size, bit 5 a prompt starts here
/// cells    varint: cells told of, the rest of the row is blank
/// text     plain: one byte a cell; else varint bytes, then UTF-8 with marks:
///            01 the next code point is wide · 02 varint n: n blanks · 03/04 varint n: a narrow/wide cluster of n bytes · 05 a gap
/// styles   when styled, runs until all cells are covered: varint cells, then a style:
///            byte bits 0–1 foreground kind, 2–3 background kind, 4 attributes, 5 underline, 6 link
///            then colours (1 or 3 bytes), attributes (2 bytes, little-endian), underline (style byte, kind byte, colour),
///            link (varint k: 0 a new one: varint length and URI, varint length and id; k the k-th new one of this row)
/// </code>
/// </summary>
internal static class RowFormat
{
    public const byte Wrapped = 1;
    public const byte Styled = 2;
    public const byte Plain = 4;
    public const int SizeShift = 3;
    public const byte Prompt = 32;

    public const byte WideMark = 1;
    public const byte BlankMark = 2;
    public const byte ClusterMark = 3;
    public const byte WideClusterMark = 4;
    public const byte GapMark = 5;

    public const byte HasAttributes = 16;
    public const byte HasUnderline = 32;
    public const byte HasLink = 64;
}
