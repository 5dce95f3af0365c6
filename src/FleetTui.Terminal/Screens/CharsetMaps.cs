namespace FleetTui.Terminal.Screens;

/// <summary>
/// The characters of the sets that are not ASCII (VT220, VT320 and VT510 manuals; ISO 8859-1 and -9).
/// A national replacement set differs from ASCII in the positions of <see cref="Replaced"/> alone, but for those told apart below.
/// </summary>
internal static class CharsetMaps
{
    private const string Replaced = "#@[\\]^_`{|}~";
    private const char Undefined = '\u2426';

    /// <summary>The code point of an ASCII position, 0x20–0x7E, in a set.</summary>
    public static uint Map(Charset set, byte ascii) => set switch
    {
        Charset.Ascii => ascii,
        Charset.Graphics => ascii is >= 0x5f and <= 0x7e ? GraphicsSet[ascii - 0x5f] : ascii,
        Charset.British => ascii == '#' ? '£' : ascii,
        Charset.Supplemental => Supplemental(ascii),
        Charset.Technical => ascii is >= 0x21 and <= 0x7e ? TechnicalSet[ascii - 0x21] : ascii,
        Charset.Latin1 => ascii + 0x80u,
        Charset.Latin5 => Latin5(ascii + 0x80u),
        Charset.Turkish when ascii == '&' => 'ğ',
        Charset.Turkish when ascii == '!' => 'ı',
        Charset.Greek => ascii is >= (byte)'a' and <= (byte)'z' ? GreekSet[ascii - 'a'] : ascii,
        Charset.Hebrew => ascii is >= (byte)'`' and <= (byte)'z' ? 0x5d0u + ascii - '`' : ascii,
        Charset.Russian => ascii is >= (byte)'`' and <= (byte)'~' ? RussianSet[ascii - '`'] : ascii,
        _ => National(set, ascii),
    };

    private static uint National(Charset set, byte ascii)
    {
        var position = Replaced.IndexOf((char)ascii, StringComparison.Ordinal);
        return position < 0 ? ascii : Replacements(set)[position];
    }

    /// <summary>In the order of <see cref="Replaced"/>.</summary>
    private static string Replacements(Charset set) => set switch
    {
        Charset.Dutch => "£¾ĳ½|^_`¨ƒ¼´",
        Charset.Finnish => "#@ÄÖÅÜ_éäöåü",
        Charset.French => "£à°ç§^_`éùè¨",
        Charset.FrenchCanadian => "#àâçêî_ôéùèû",
        Charset.German => "#§ÄÖÜ^_`äöüß",
        Charset.Italian => "£§°çé^_ùàòèì",
        Charset.NorwegianDanish => "#ÄÆØÅÜ_äæøåü",
        Charset.Portuguese => "#@ÃÇÕ^_`ãçõ~",
        Charset.Spanish => "£§¡Ñ¿^_`°ñç~",
        Charset.Swedish => "#ÉÄÖÅÜ_éäöåü",
        Charset.Swiss => "ùàéçêîèôäöüû",
        Charset.Turkish => "#İŞÖÇÜ_Ğşöçü",
        Charset.SerboCroatian => "#ŽŠĐĆČ_žšđćč",
        _ => Replaced,
    };

    /// <summary>DEC's multinational set has ¤ where Latin-1 has ¨, Œ, œ, Ÿ, ÿ of its own, and holes.</summary>
    private static uint Supplemental(byte ascii) => ascii switch
    {
        0x28 => '¤',
        0x57 => 'Œ',
        0x5d => 'Ÿ',
        0x77 => 'œ',
        0x7d => 'ÿ',
        0x20 => ' ',
        0x24 or 0x26 or 0x2c or 0x2d or 0x2e or 0x2f or 0x34 or 0x38 or 0x3e or 0x50 or 0x5e or 0x70 or 0x7e => Undefined,
        _ => ascii + 0x80u,
    };

    private static uint Latin5(uint latin1) => latin1 switch
    {
        0xd0 => 'Ğ',
        0xdd => 'İ',
        0xde => 'Ş',
        0xf0 => 'ğ',
        0xfd => 'ı',
        0xfe => 'ş',
        _ => latin1,
    };

    private static ReadOnlySpan<char> GraphicsSet => " ◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·";

    private static ReadOnlySpan<char> TechnicalSet =>
        "⎷┌─⌠⌡│⎡⎣⎤⎦⎧⎩⎫⎭⎨⎬␦␦␦␦␦␦␦␦␦␦␦≤≠≥∫∴∝∞÷Δ∇ΦΓ∼≃Θ×Λ⇔⇒≡ΠΨ␦Σ␦␦√ΩΞΥ⊂⊃∩∪∧∨¬αβχδεφγηιθκλ␦ν∂πψρστ␦ƒωξυζ←↑→↓";

    private static ReadOnlySpan<char> GreekSet => "ΑΒΓΔΕΖΗΘΙΚΛΜΝΧΟΠΡΣΤΥΦΞΨΩ␦␦";

    private static ReadOnlySpan<char> RussianSet => "ЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧ";
}
