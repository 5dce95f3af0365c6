namespace FleetTui.Terminal.Text;

/// <summary>How a code point joins the cluster before it (UAX #29 as terminals apply it: no Indic conjuncts (GB9c), no Prepend (GB9b)).</summary>
internal enum JoinClass : byte
{
    None,

    /// <summary>Combining marks, variation selectors, tags.</summary>
    Extend,
    Zwj,
    RegionalIndicator,
    HangulL,
    HangulV,
    HangulT,
    HangulLV,
    HangulLVT,
    EmojiModifier,

    /// <summary>Mc: drawn beside its base, in the same cluster but with a column of its own (wcwidth of xterm, glibc, libvterm).</summary>
    SpacingMark,
}

/// <summary>What the tables say of one code point.</summary>
internal readonly struct CodePointTraits(ushort bits)
{
    /// <summary>Columns: 0, 1 or 2 (UAX #11 W and F are 2; ambiguous is 1).</summary>
    public int Width => bits & 3;

    public JoinClass Join => (JoinClass)((bits >> 2) & 15);

    public bool IsPictographic => (bits & 0x40) != 0;

    /// <summary>Has an emoji and a text form: VS16 makes it wide, VS15 narrow.</summary>
    public bool IsEmoji => (bits & 0x80) != 0;

    public bool IsModifierBase => (bits & 0x100) != 0;
}

/// <summary>Widths and cluster properties of all code points, generated from the Unicode Character Database.</summary>
internal static partial class UnicodeTable
{
    /// <param name="codePoint">0–10FFFF.</param>
    public static CodePointTraits Of(uint codePoint) =>
        new(Palette[Stage2[(Stage1[(int)(codePoint >> 7)] << 7) | (int)(codePoint & 127)]]);
}
