using FleetTui.Terminal.Cells;
using FleetTui.Terminal.Machines;
using FleetTui.Terminal.Modes;
using FleetTui.Terminal.Screens;
using FleetTui.Terminal.Sequences.Csi;

namespace FleetTui.Terminal.Sequences;

/// <summary>An escape sequence: "7", "#8", "(0".</summary>
internal sealed record EscapeEntry(string Key, string Name, string Meaning, Action<Machine> Run);

/// <summary>ESC sequences without parameters, C1 controls among them.</summary>
internal static class EscapeTable
{
    public static readonly EscapeEntry[] Entries =
    [
        new("7", "DECSC", "save the cursor", m => m.Screen.SaveCursor()),
        new("8", "DECRC", "restore the cursor", m => m.Screen.RestoreCursor()),
        new("D", "IND", "index", m => Index(m)),
        new("E", "NEL", "next line", m => NextLine(m)),
        new("M", "RI", "reverse index", m => ReverseIndex(m)),
        new("H", "HTS", "set a tab stop", m => m.Screen.Tabs[m.Screen.Cursor.X] = true),
        new("N", "SS2", "G2 for one character", m => m.Screen.Cursor.Charsets.Single = 2),
        new("O", "SS3", "G3 for one character", m => m.Screen.Cursor.Charsets.Single = 3),
        new("V", "SPA", "protect what is written (ISO)", m => Protect(m, true)),
        new("W", "EPA", "end of protection", m => Protect(m, false)),
        new("Z", "DECID", "as DA1", m => m.Reply.Csi(ReportSequences.PrimaryAttributes)),
        new("c", "RIS", "hard reset", MachineReset.Hard),
        new("n", "LS2", "G2 into GL", m => m.Screen.Cursor.Charsets.Left = 2),
        new("o", "LS3", "G3 into GL", m => m.Screen.Cursor.Charsets.Left = 3),
        new("~", "LS1R", "G1 into GR: only told", m => m.Screen.Cursor.Charsets.Right = 1),
        new("}", "LS2R", "G2 into GR: only told", m => m.Screen.Cursor.Charsets.Right = 2),
        new("|", "LS3R", "G3 into GR: only told", m => m.Screen.Cursor.Charsets.Right = 3),
        new("6", "DECBI", "back index", m => BackIndex(m)),
        new("9", "DECFI", "forward index", m => ForwardIndex(m)),
        new("=", "DECKPAM", "application keypad", m => m.Modes[TerminalMode.ApplicationKeypad] = true),
        new(">", "DECKPNM", "numeric keypad", m => m.Modes[TerminalMode.ApplicationKeypad] = false),
        new("#3", "DECDHL", "double height, top: half the columns; not painted larger", m => m.Screen.SetRowSize(1)),
        new("#4", "DECDHL", "double height, bottom: the same", m => m.Screen.SetRowSize(2)),
        new("#5", "DECSWL", "single width", m => m.Screen.SetRowSize(0)),
        new("#6", "DECDWL", "double width: half the columns; not painted wider", m => m.Screen.SetRowSize(3)),
        new("#8", "DECALN", "fill the screen with E", m => Align(m)),
        new(" F", "S7C1T", "answers begin with ESC and a letter", m => m.Conformance.EightBit = false),
        new(" G", "S8C1T", "answers begin with one C1 byte", m => m.Conformance.EightBit = m.Conformance.Level > 1),
    ];

    private static readonly EscapeEntry?[] ByFinal = new EscapeEntry?[128];
    private static readonly Dictionary<int, EscapeEntry> ByKey = [];

    static EscapeTable()
    {
        foreach (var entry in Entries)
        {
            if (entry.Key.Length == 1)
                ByFinal[entry.Key[0]] = entry;
            else
                ByKey[(entry.Key[0] << 8) | entry.Key[1]] = entry;
        }
    }

    public static EscapeEntry? Find(byte intermediate, byte final) =>
        intermediate == 0 ? ByFinal[final] : ByKey.GetValueOrDefault((intermediate << 8) | final);

    private static void Index(Machine m)
    {
        m.Screen.Cursor.PendingWrap = false;
        m.Scroller.Index();
    }

    private static void ReverseIndex(Machine m)
    {
        m.Screen.Cursor.PendingWrap = false;
        m.Scroller.ReverseIndex();
    }

    private static void NextLine(Machine m)
    {
        Index(m);
        m.Motion.CarriageReturn();
    }

    private static void Protect(Machine m, bool on)
    {
        ref var cursor = ref m.Screen.Cursor;
        var attributes = on ? cursor.Pen.Attributes | CellAttributes.Protected : cursor.Pen.Attributes & ~CellAttributes.Protected;
        cursor.Pen = cursor.Pen with { Attributes = attributes };
        cursor.IsoProtected |= on;
        m.Screen.PenChanged();
    }

    private static void BackIndex(Machine m)
    {
        var screen = m.Screen;
        screen.Cursor.PendingWrap = false;
        if (screen.Cursor.X != screen.Margins.Left)
            screen.Cursor.X = Math.Max(screen.Cursor.X - 1, 0);
        else if (screen.InsideMargins)
            m.Scroller.Sideways(screen.Margins.Left, -1);
    }

    private static void ForwardIndex(Machine m)
    {
        var screen = m.Screen;
        screen.Cursor.PendingWrap = false;
        if (screen.Cursor.X != screen.Margins.Right)
            screen.Cursor.X = Math.Min(screen.Cursor.X + 1, screen.Columns - 1);
        else if (screen.InsideMargins)
            m.Scroller.Sideways(screen.Margins.Left, 1);
    }

    private static void Align(Machine m)
    {
        var screen = m.Screen;
        screen.Margins = Margins.Full(screen.Columns, screen.Rows);
        for (var y = 0; y < screen.Rows; y++)
        {
            screen.Grid[y].Clear(0);
            screen.Grid[y].Fill(0, screen.Columns, new ScreenCell('E', 0));
        }

        screen.Cursor.Origin = false;
        m.Modes[TerminalMode.Origin] = false;
        m.Motion.To(0, 0);
    }
}
