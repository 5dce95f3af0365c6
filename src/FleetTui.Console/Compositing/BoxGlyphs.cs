namespace FleetTui.Console.Compositing;

/// <summary>How strong a line is where it leaves a cell.</summary>
public enum LineWeight : byte
{
    None,
    Light,
    Heavy,
}

/// <summary>The glyph that joins lines leaving a cell upward, right, down and left (Unicode, Box Drawing U+2500–257F).</summary>
public static class BoxGlyphs
{
    // "URDL" with 0 none, 1 light, 2 heavy, then the glyph.
    private const string Glyphs =
        "0101─0202━1010│2020┃0110┌0210┍0120┎0220┏0011┐0012┑0021┒0022┓1100└1200┕2100┖2200┗1001┘1002┙2001┚2002┛" +
        "1110├1210┝2110┞1120┟2120┠2210┡1220┢2220┣1011┤1012┥2011┦1021┧2021┨2012┩1022┪2022┫" +
        "0111┬0112┭0211┮0212┯0121┰0122┱0221┲0222┳1101┴1102┵1201┶1202┷2101┸2102┹2201┺2202┻" +
        "1111┼1112┽1211┾1212┿2111╀1121╁2121╂2112╃2211╄1122╅1221╆2212╇1222╈2122╉2221╊2222╋" +
        "0001╴1000╵0100╶0010╷0002╸2000╹0200╺0020╻0201╼1020╽0102╾2010╿0000 ";

    private static readonly string[] Table = Build();

    public static string Unicode(LineWeight up, LineWeight right, LineWeight down, LineWeight left) =>
        Table[((((int)up * 3) + (int)right) * 9) + ((int)down * 3) + (int)left];

    public static string Ascii(LineWeight up, LineWeight right, LineWeight down, LineWeight left)
    {
        var vertical = up != LineWeight.None || down != LineWeight.None;
        var horizontal = left != LineWeight.None || right != LineWeight.None;
        var heavy = up == LineWeight.Heavy || right == LineWeight.Heavy || down == LineWeight.Heavy || left == LineWeight.Heavy;
        return (vertical, horizontal) switch
        {
            (true, true) => "+",
            (true, false) => "|",
            (false, true) => heavy ? "=" : "-",
            _ => " ",
        };
    }

    private static string[] Build()
    {
        var table = new string[81];
        for (var i = 0; i < Glyphs.Length; i += 5)
        {
            table[((((Glyphs[i] - '0') * 3) + (Glyphs[i + 1] - '0')) * 9) + ((Glyphs[i + 2] - '0') * 3) + (Glyphs[i + 3] - '0')] = Glyphs[i + 4].ToString();
        }

        return table;
    }
}
