namespace FleetTui.Terminal.Cells;

/// <summary>What a <see cref="Color"/> holds.</summary>
public enum ColorKind : byte
{
    /// <summary>The terminal's own foreground or background.</summary>
    Default,

    /// <summary>An index into the 256-colour palette (0–15 are the themed ANSI colours).</summary>
    Indexed,

    /// <summary>A 24-bit colour.</summary>
    Rgb,
}

/// <summary>A cell's colour, packed into 32 bits: kind in the top byte, index or 0xRRGGBB below.</summary>
public readonly record struct Color(uint Packed)
{
    public static readonly Color Default;

    public ColorKind Kind => (ColorKind)(Packed >> 24);

    public byte Index => (byte)Packed;

    public byte R => (byte)(Packed >> 16);

    public byte G => (byte)(Packed >> 8);

    public byte B => (byte)Packed;

    public bool IsDefault => Packed == 0;

    public static Color Indexed(byte index) => new(((uint)ColorKind.Indexed << 24) | index);

    public static Color Rgb(byte r, byte g, byte b) => new(((uint)ColorKind.Rgb << 24) | ((uint)r << 16) | ((uint)g << 8) | b);
}
