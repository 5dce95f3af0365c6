namespace FleetTui.Terminal.Screens;

/// <summary>
/// One cell of a grid in 8 bytes. <see cref="Glyph"/>: bits 0–20 a code point, or the number of a cluster when bit 21 is set; bits 22–23 the part.
/// All zero is a cell that nothing was written to, in the default style.
/// </summary>
internal struct ScreenCell(uint glyph, uint style) : IEquatable<ScreenCell>
{
    public uint Glyph = glyph;

    /// <summary>An id of the <see cref="Styles.StyleTable"/>; 0 is the default style.</summary>
    public uint Style = style;

    public readonly CellPart Part => (CellPart)((Glyph >> 22) & 3);

    public readonly bool IsTail => Part == CellPart.Tail;

    public readonly bool IsWide => Part == CellPart.Wide;

    public readonly bool IsCluster => (Glyph & Glyphs.Cluster) != 0;

    /// <summary>Nothing written, whatever the style.</summary>
    public readonly bool IsErased => (Glyph & Glyphs.ValueMask) == 0 && Part is CellPart.Narrow or CellPart.Gap;

    public readonly bool Equals(ScreenCell other) => Glyph == other.Glyph && Style == other.Style;

    public override readonly bool Equals(object? obj) => obj is ScreenCell other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(Glyph, Style);
}

/// <summary>What a cell is to the character in it.</summary>
internal enum CellPart : byte
{
    Narrow,

    /// <summary>The left half of a wide character.</summary>
    Wide,

    /// <summary>The right half.</summary>
    Tail,

    /// <summary>Blank at the end of a row because a wide character had to go to the next; reflow takes it out.</summary>
    Gap,
}

/// <summary>Bits of <see cref="ScreenCell.Glyph"/>.</summary>
internal static class Glyphs
{
    public const uint Cluster = 1u << 21;
    public const uint ValueMask = (1u << 22) - 1;
    public const uint Wide = (uint)CellPart.Wide << 22;
    public const uint Tail = (uint)CellPart.Tail << 22;
    public const uint Gap = (uint)CellPart.Gap << 22;
    public const uint PartMask = 3u << 22;
}
