using System.Globalization;
using System.Text;
using FleetTui.Terminal.Cells;
using FleetTui.Terminal.Machines;
using FleetTui.Terminal.Parsing;

namespace FleetTui.Terminal.Sequences.Dcs;

/// <summary>DECRQSS: the setting named by a sequence's last characters, told as that sequence.</summary>
internal static class StatusString
{
    public static void Answer(Machine m, CsiParameters parameters, ReadOnlySpan<byte> text)
    {
        _ = parameters;
        var margins = m.Screen.Margins;
        // The question is never echoed: only these answers are sent.
        var answer = Encoding.ASCII.GetString(text) switch
        {
            "m" => Rendition(m.Screen.Cursor.Pen) + "m",
            "r" => $"{margins.Top + 1};{margins.Bottom + 1}r",
            "s" => $"{margins.Left + 1};{margins.Right + 1}s",
            "\"p" => "64;1\"p",
            "\"q" => ((m.Screen.Cursor.Pen.Attributes & CellAttributes.Protected) != 0 && !m.Screen.Cursor.IsoProtected ? "1" : "0") + "\"q",
            " q" => m.CursorLook.Style + " q",
            "t" => $"{Math.Max(m.Screen.Rows, 24)}t",
            "$|" => $"{m.Screen.Columns}$|",
            "*|" => $"{m.Screen.Rows}*|",
            "*x" => (m.Rectangles.AttributesByRectangle ? "2" : "1") + "*x",
            _ => null,
        };
        m.Reply.Dcs(answer is null ? "0$r" : "1$r" + answer);
    }

    private static string Rendition(in CellStyle pen)
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
