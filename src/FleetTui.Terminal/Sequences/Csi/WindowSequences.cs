using System.Text;
using FleetTui.Terminal.Machines;
using FleetTui.Terminal.Parsing;
using FleetTui.Terminal.Replies;
using FleetTui.Terminal.Titles;

namespace FleetTui.Terminal.Sequences.Csi;

/// <summary>XTWINOPS: reports, and the title stack. The window itself is the user's: nothing moves or resizes it.</summary>
internal static class WindowSequences
{
    /// <summary>A cell of the nominal size that pixel reports tell: there is no window to measure.</summary>
    public const int CellWidth = 8;

    public const int CellHeight = 16;

    public static readonly CsiEntry[] Entries =
    [
        new("t", "Ps ; Ps ; Ps", "XTWINOPS", "reports 11 13 14 15 16 18 19 20 21; 22 and 23 push and pop titles; others are ignored", Run),
        new(">t", "Pm", "XTSMTITLE", "0 titles are set, 1 told as hexadecimal digits; 2 and 3, UTF-8, always hold", (m, p) => TitleModes(m, p, true)),
        new(">T", "Pm", "XTRMTITLE", "0 and 1 end that; all of it without a parameter", (m, p) => TitleModes(m, p, false)),
        new("#S", "", "XTTITLEPOS", "answers CSI pushed ; room # S", (m, _) => m.Reply.Csi($"{m.Titles.Stack.Count};{TitleStack.MaxDepth}#S")),
    ];

    /// <summary>Mode 2048's report of the size.</summary>
    public static void ReportResize(Machine m) =>
        m.Reply.Csi($"48;{m.Screen.Rows};{m.Screen.Columns};{m.Screen.Rows * CellHeight};{m.Screen.Columns * CellWidth}t");

    private static void Run(Machine m, CsiParameters p)
    {
        var (rows, columns) = (m.Screen.Rows, m.Screen.Columns);
        switch (p.Get(0, 0))
        {
            case 11:
                m.Reply.Csi("1t");
                break;
            case 13:
                m.Reply.Csi("3;0;0t");
                break;
            case 14:
                m.Reply.Csi($"4;{rows * CellHeight};{columns * CellWidth}t");
                break;
            case 15:
                m.Reply.Csi($"5;{rows * CellHeight};{columns * CellWidth}t");
                break;
            case 16:
                m.Reply.Csi($"6;{CellHeight};{CellWidth}t");
                break;
            case 18:
                m.Reply.Csi($"8;{rows};{columns}t");
                break;
            case 19:
                m.Reply.Csi($"9;{rows};{columns}t");
                break;
            case 20:
                m.Reply.Osc("L" + Told(m, m.Titles.Icon), false);
                break;
            case 21:
                m.Reply.Osc("l" + Told(m, m.Titles.Window), false);
                break;
            case 22:
                m.Titles.Push();
                break;
            case 23:
                Pop(m, p.Get(1, 0));
                break;
            default:
                break;
        }
    }

    private static string Told(Machine m, string title) =>
        m.Titles.AskedByHex ? Convert.ToHexStringLower(Encoding.UTF8.GetBytes(title)) : ReplyWriter.Printable(title);

    private static void TitleModes(Machine m, CsiParameters p, bool on)
    {
        if (p.Count == 0)
            m.Titles.SetByHex = m.Titles.AskedByHex = false;
        for (var i = 0; i < p.Count; i++)
        {
            if (p.Get(i, 0) == 0)
                m.Titles.SetByHex = on;
            else if (p.Get(i, 0) == 1)
                m.Titles.AskedByHex = on;
        }
    }

    /// <param name="m">The terminal.</param>
    /// <param name="which">0 both, 1 icon, 2 window.</param>
    private static void Pop(Machine m, int which)
    {
        if (!m.Titles.TryPop(out var window, out var icon))
            return;
        if (which != 2)
            m.Titles.Icon = icon;
        if (which == 1 || window == m.Titles.Window)
            return;
        m.Titles.Window = window;
        m.Effects.TitleChanged(window);
    }
}
