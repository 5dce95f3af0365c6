using System.Globalization;
using System.Text;
using FleetTui.Terminal.Cells;
using FleetTui.Terminal.Machines;

namespace FleetTui.Terminal.Sequences.Csi;

/// <summary>DECRQPSR (VT320): the cursor's state and the tab stops in one string each.</summary>
internal static class PresentationReport
{
    public static void Send(Machine m, int what)
    {
        if (what == 1)
            m.Reply.Dcs("1$u" + Cursor(m));
        else if (what == 2)
            m.Reply.Dcs("2$u" + Tabs(m));
        else
            m.Reply.Dcs("0$u");
    }

    private static string Cursor(Machine m)
    {
        var cursor = m.Screen.Cursor;
        var attributes = cursor.Pen.Attributes;
        var rendition = (char)(0x40
            + ((attributes & CellAttributes.Bold) != 0 ? 1 : 0)
            + (cursor.Pen.Underline != UnderlineStyle.None ? 2 : 0)
            + ((attributes & CellAttributes.Blink) != 0 ? 4 : 0)
            + ((attributes & CellAttributes.Inverse) != 0 ? 8 : 0));
        var protection = (char)(0x40 + ((attributes & CellAttributes.Protected) != 0 ? 1 : 0));
        var flags = (char)(0x40 + (cursor.Origin ? 1 : 0) + (cursor.Charsets.Single == 2 ? 2 : 0) + (cursor.Charsets.Single == 3 ? 4 : 0) + (cursor.PendingWrap ? 8 : 0));
        var sets = Enumerable.Range(0, 4).Select(i => CharsetTable.Of(cursor.Charsets.Of(i))).ToArray();
        var sizes = (char)(0x40 + sets.Select((set, i) => set.Is96 ? 1 << i : 0).Sum());
        return string.Create(CultureInfo.InvariantCulture, $"{cursor.Y + 1};{cursor.X + 1};1;{rendition};{protection};{flags};{cursor.Charsets.Left};{cursor.Charsets.Right};{sizes};{string.Concat(sets.Select(s => s.Designator))}");
    }

    private static string Tabs(Machine m)
    {
        var text = new StringBuilder();
        for (var x = 0; x < m.Screen.Columns; x++)
        {
            if (m.Screen.Tabs[x])
                text.Append(text.Length > 0 ? "/" : "").Append(x + 1);
        }

        return text.ToString();
    }
}
