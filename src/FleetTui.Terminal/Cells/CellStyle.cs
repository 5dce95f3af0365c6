namespace FleetTui.Terminal.Cells;

/// <summary>Renditions of SGR that are on or off (ECMA-48 §8.3.117), and DECSCA's protection.</summary>
[Flags]
public enum CellAttributes : ushort
{
    None = 0,
    Bold = 1,
    Dim = 2,
    Italic = 4,
    Blink = 8,
    Inverse = 16,
    Invisible = 32,
    Strike = 64,
    Overline = 128,

    /// <summary>Protected from DECSED and DECSEL.</summary>
    Protected = 256,
}

/// <summary>SGR 4:n.</summary>
public enum UnderlineStyle : byte
{
    None,
    Single,
    Double,
    Curly,
    Dotted,
    Dashed,
}

/// <summary>How a cell is painted. <see cref="Link"/> is an id that its screen resolves to a URI; 0 is none.</summary>
public readonly record struct CellStyle(
    Color Foreground,
    Color Background,
    Color UnderlineColor,
    CellAttributes Attributes,
    UnderlineStyle Underline,
    ushort Link)
{
    public static readonly CellStyle Default;
}
