using System.Globalization;
using System.Text;
using FleetTui.Terminal.Cells;

namespace FleetTui.Terminal.Styles;

/// <summary>A pen as SGR parameters, from "0" on: what DECRQSS and XTREPORTSGR tell.</summary>
internal static class SgrWriter
{
    public static string Write(in CellStyle pen)
    {
        var text = new StringBuilder("0");
        Add(CellAttributes.Bold, pen, "1", text);
        Add(CellAttributes.Dim, pen, "2", text);
        Add(CellAttributes.Italic, pen, "3", text);
        if (pen.Underline != UnderlineStyle.None)
            text.Append(pen.Underline == UnderlineStyle.Single ? ";4" : $";4:{(int)pen.Underline}");
        Add(CellAttributes.Blink, pen, "5", text);
        Add(CellAttributes.Inverse, pen, "7", text);
        Add(CellAttributes.Invisible, pen, "8", text);
        Add(CellAttributes.Strike, pen, "9", text);
        Add(CellAttributes.Overline, pen, "53", text);
        AddColor(pen.Foreground, 38, 30, 90, text);
        AddColor(pen.Background, 48, 40, 100, text);
        AddColor(pen.UnderlineColor, 58, -1, -1, text);
        return text.ToString();
    }

    private static void Add(CellAttributes attribute, in CellStyle pen, string code, StringBuilder text)
    {
        if ((pen.Attributes & attribute) != 0)
            text.Append(';').Append(code);
    }

    private static void AddColor(Color color, int extended, int low, int high, StringBuilder text)
    {
        var culture = CultureInfo.InvariantCulture;
        if (color.Kind == ColorKind.Rgb)
            text.Append(culture, $";{extended}:2::{color.R}:{color.G}:{color.B}");
        else if (color.Kind == ColorKind.Indexed && color.Index < 16 && low > 0)
            text.Append(culture, $";{(color.Index < 8 ? low + color.Index : high + color.Index - 8)}");
        else if (color.Kind == ColorKind.Indexed)
            text.Append(culture, $";{extended}:5:{color.Index}");
    }
}
