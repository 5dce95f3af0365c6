using FleetTui.Terminal.Cells;
using FleetTui.Terminal.Machines;
using FleetTui.Terminal.Parsing;

namespace FleetTui.Terminal.Sequences.Csi;

/// <summary>Erasing, inserting, deleting, scrolling, repeating.</summary>
internal static class EditSequences
{
    public static readonly CsiEntry[] Entries =
    [
        new("J", "Ps", "ED", "erase below (0), above (1), all (2), scrollback (3)", (m, p) => Display(m, p, false)),
        new("?J", "Ps", "DECSED", "the same, sparing protected characters", (m, p) => Display(m, p, true)),
        new("K", "Ps", "EL", "erase to the right (0), left (1), the line (2)", (m, p) => m.Eraser.Line(p.Get(0, 0), false)),
        new("?K", "Ps", "DECSEL", "the same, sparing protected characters", (m, p) => m.Eraser.Line(p.Get(0, 0), true)),
        new("X", "Ps", "ECH", "erase characters", (m, p) => m.Eraser.Characters(p.Times())),
        new("@", "Ps", "ICH", "insert blanks", (m, p) => m.Editor.InsertCharacters(p.Times())),
        new("P", "Ps", "DCH", "delete characters", (m, p) => m.Editor.DeleteCharacters(p.Times())),
        new("L", "Ps", "IL", "insert lines", (m, p) => m.Editor.InsertLines(p.Times())),
        new("M", "Ps", "DL", "delete lines", (m, p) => m.Editor.DeleteLines(p.Times())),
        new("S", "Ps", "SU", "scroll up", (m, p) => m.Scroller.Up(p.Times())),
        new("T", "Ps", "SD", "scroll down", (m, p) => ScrollDown(m, p)),
        new("^", "Ps", "SD", "scroll down (ECMA-48)", (m, p) => m.Scroller.Down(m.Screen.Margins.Top, p.Times())),
        new(" @", "Ps", "SL", "scroll left", (m, p) => Sideways(m, p.Times())),
        new(" A", "Ps", "SR", "scroll right", (m, p) => Sideways(m, -p.Times())),
        new("'}", "Ps", "DECIC", "insert columns", (m, p) => m.Editor.InsertColumns(p.Times())),
        new("'~", "Ps", "DECDC", "delete columns", (m, p) => m.Editor.DeleteColumns(p.Times())),
        new("b", "Ps", "REP", "repeat the last character", (m, p) => m.Printer.Repeat(p.Times())),
        new("\"q", "Ps", "DECSCA", "protect (1) or not (0, 2) what is written from here on", (m, p) => Protect(m, p.Get(0, 0))),
    ];

    private static void Display(Machine m, CsiParameters p, bool selective)
    {
        var kind = p.Get(0, 0);
        if (kind != 3)
        {
            m.Eraser.Display(kind, selective);
        }
        else if (!selective)
        {
            m.Screen.Lines.Clear();
            m.Screen.MarkAll();
        }
    }

    /// <summary>With five parameters it is xterm's highlight tracking, which there is none of.</summary>
    private static void ScrollDown(Machine m, CsiParameters p)
    {
        if (p.Count <= 1)
            m.Scroller.Down(m.Screen.Margins.Top, p.Times());
    }

    private static void Sideways(Machine m, int count)
    {
        if (m.Screen.InsideMargins)
            m.Scroller.Sideways(m.Screen.Margins.Left, count);
    }

    private static void Protect(Machine m, int kind)
    {
        if (kind is < 0 or > 2)
            return;
        ref var cursor = ref m.Screen.Cursor;
        cursor.IsoProtected = false;
        var attributes = kind == 1 ? cursor.Pen.Attributes | CellAttributes.Protected : cursor.Pen.Attributes & ~CellAttributes.Protected;
        cursor.Pen = cursor.Pen with { Attributes = attributes };
        m.Screen.PenChanged();
    }
}
