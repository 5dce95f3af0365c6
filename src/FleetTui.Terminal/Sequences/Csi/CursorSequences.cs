using FleetTui.Terminal.Machines;
using FleetTui.Terminal.Parsing;
using FleetTui.Terminal.Modes;

namespace FleetTui.Terminal.Sequences.Csi;

/// <summary>Moving the cursor, margins, tab stops, saving and restoring.</summary>
internal static class CursorSequences
{
    public static readonly CsiEntry[] Entries =
    [
        new("A", "Ps", "CUU", "cursor up, to the top margin at most", (m, p) => m.Motion.Up(p.Times())),
        new("B", "Ps", "CUD", "cursor down, to the bottom margin at most", (m, p) => m.Motion.Down(p.Times())),
        new("C", "Ps", "CUF", "cursor forward", (m, p) => m.Motion.Forward(p.Times())),
        new("D", "Ps", "CUB", "cursor back, wrapping with modes 45 and 1045", (m, p) => m.Motion.Back(p.Times())),
        new("E", "Ps", "CNL", "down, to the first column", (m, p) => NextLine(m, p.Times())),
        new("F", "Ps", "CPL", "up, to the first column", (m, p) => PreviousLine(m, p.Times())),
        new("G", "Ps", "CHA", "to a column", (m, p) => m.Motion.ToColumn(p.Position(0))),
        new("`", "Ps", "HPA", "to a column", (m, p) => m.Motion.ToColumn(p.Position(0))),
        new("a", "Ps", "HPR", "forward", (m, p) => Relative(m, 0, p.Times())),
        new("d", "Ps", "VPA", "to a row", (m, p) => m.Motion.ToRow(p.Position(0))),
        new("e", "Ps", "VPR", "down", (m, p) => Relative(m, p.Times(), 0)),
        new("H", "Pr ; Pc", "CUP", "to a row and column", (m, p) => m.Motion.To(p.Position(0), p.Position(1))),
        new("f", "Pr ; Pc", "HVP", "to a row and column", (m, p) => m.Motion.To(p.Position(0), p.Position(1))),
        new("I", "Ps", "CHT", "forward by tab stops", (m, p) => m.Motion.Tab(p.Times())),
        new("Z", "Ps", "CBT", "back by tab stops", (m, p) => m.Motion.BackTab(p.Times())),
        new("g", "Ps", "TBC", "clear the tab stop here (0) or all (3)", (m, p) => ClearTabs(m, p.Get(0, 0))),
        new("?W", "5", "DECST8C", "tab stops every 8 columns", (m, p) => ResetTabs(m, p.Get(0, 0))),
        new("r", "Pt ; Pb", "DECSTBM", "top and bottom margin", (m, p) => TopBottom(m, p)),
        new("s", "[Pl ; Pr]", "SCOSC / DECSLRM", "save the cursor; with mode 69, left and right margin", (m, p) => SaveOrMargins(m, p)),
        new("u", "", "SCORC", "restore the cursor", (m, _) => m.Screen.RestoreCursor()),
    ];

    private static void NextLine(Machine m, int count)
    {
        m.Motion.Down(count);
        m.Motion.CarriageReturn();
    }

    private static void PreviousLine(Machine m, int count)
    {
        m.Motion.Up(count);
        m.Motion.CarriageReturn();
    }

    /// <summary>HPR and VPR ignore margins but in origin mode.</summary>
    private static void Relative(Machine m, int down, int right)
    {
        var (row, column) = m.Motion.Report();
        m.Motion.To(row + down, column + right);
    }

    private static void ClearTabs(Machine m, int kind)
    {
        if (kind == 0)
            m.Screen.Tabs[m.Screen.Cursor.X] = false;
        else if (kind == 3)
            m.Screen.Tabs.Clear();
    }

    private static void ResetTabs(Machine m, int kind)
    {
        if (kind == 5)
            m.Screen.Tabs.Reset();
    }

    private static void TopBottom(Machine m, CsiParameters p)
    {
        var rows = m.Screen.Rows;
        var top = p.Position(0);
        var bottom = p.Get(1, 0);
        bottom = bottom == 0 || bottom > rows ? rows - 1 : bottom - 1;
        if (top >= bottom)
            return;
        m.Screen.Margins.Top = top;
        m.Screen.Margins.Bottom = bottom;
        m.Motion.To(0, 0);
    }

    private static void SaveOrMargins(Machine m, CsiParameters p)
    {
        if (!m.Modes[TerminalMode.LeftRightMargins])
        {
            if (p.Count == 0)
                m.Screen.SaveCursor();
            return;
        }

        var columns = m.Screen.Columns;
        var left = p.Position(0);
        var right = p.Get(1, 0);
        right = right == 0 || right > columns ? columns - 1 : right - 1;
        if (left >= right)
            return;
        m.Screen.Margins.Left = left;
        m.Screen.Margins.Right = right;
        m.Motion.To(0, 0);
    }
}
