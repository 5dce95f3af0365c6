using System.Text;
using FleetTui.Terminal.Cells;
using FleetTui.Terminal.Machines;
using FleetTui.Terminal.Parsing;
using FleetTui.Terminal.Styles;

namespace FleetTui.Terminal.Sequences.Dcs;

/// <summary>DECRQSS: the setting named by a sequence's last characters, told as that sequence.</summary>
internal static class StatusString
{
    public static void Answer(Machine m, CsiParameters parameters, ReadOnlySpan<byte> text)
    {
        _ = parameters;
        if (m.Conformance.Level < 2)
            return;
        var margins = m.Screen.Margins;
        // The question is never echoed: only these answers are sent.
        var answer = Encoding.ASCII.GetString(text) switch
        {
            "m" => SgrWriter.Write(m.Screen.Cursor.Pen) + "m",
            "r" => $"{margins.Top + 1};{margins.Bottom + 1}r",
            "s" when m.Conformance.Level >= 4 => $"{margins.Left + 1};{margins.Right + 1}s",
            "\"p" => $"{60 + m.Conformance.Level};{(m.Conformance.EightBit ? 0 : 1)}\"p",
            "\"q" => ((m.Screen.Cursor.Pen.Attributes & CellAttributes.Protected) != 0 && !m.Screen.Cursor.IsoProtected ? "1" : "0") + "\"q",
            " q" => m.CursorLook.Style + " q",
            "t" => $"{Math.Max(m.Screen.Rows, 24)}t",
            "$|" => $"{m.Screen.Columns}$|",
            "*|" => $"{m.Screen.Rows}*|",
            "*x" => $"{m.Rectangles.Extent}*x",
            "$}" => "0$}",
            "$~" => "0$~",
            ">4m" => $">4;{m.Keyboard.ModifyOtherKeys}m",
            ">4f" => $">4;{m.Keyboard.FormatOtherKeys}f",
            _ => null,
        };
        m.Reply.Dcs(answer is null ? "0$r" : "1$r" + answer);
    }
}
