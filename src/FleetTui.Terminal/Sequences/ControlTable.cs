using FleetTui.Terminal.Machines;
using FleetTui.Terminal.Modes;

namespace FleetTui.Terminal.Sequences;

/// <summary>The C0 controls that do something.</summary>
internal static class ControlTable
{
    public static readonly (byte Code, string Name, string Meaning)[] Entries =
    [
        (0x07, "BEL", "bell"),
        (0x08, "BS", "back one column, wrapping with modes 45 and 1045"),
        (0x09, "HT", "to the next tab stop"),
        (0x0a, "LF", "down, scrolling; with LNM also to the first column"),
        (0x0b, "VT", "as LF"),
        (0x0c, "FF", "as LF"),
        (0x0d, "CR", "to the first column"),
        (0x0e, "SO", "G1 into GL"),
        (0x0f, "SI", "G0 into GL"),
        (0x18, "CAN", "breaks a sequence off"),
        (0x1a, "SUB", "breaks a sequence off"),
        (0x1b, "ESC", "begins a sequence"),
    ];

    public static void Execute(Machine m, byte control)
    {
        switch (control)
        {
            case 0x07:
                m.Effects.Bell();
                break;
            case 0x08:
                m.Motion.Back(1);
                break;
            case 0x09:
                if (m.Modes[TerminalMode.MoreFix] && m.Screen.Cursor.PendingWrap && m.Modes.AutoWrap)
                    m.Printer.Wrap();
                m.Motion.Tab(1);
                break;
            case 0x0a or 0x0b or 0x0c:
                m.Screen.Cursor.PendingWrap = false;
                m.Scroller.Index();
                if (m.Modes[TerminalMode.NewLine])
                    m.Motion.CarriageReturn();
                break;
            case 0x0d:
                m.Motion.CarriageReturn();
                break;
            case 0x0e:
                m.Screen.Cursor.Charsets.Left = 1;
                break;
            case 0x0f:
                m.Screen.Cursor.Charsets.Left = 0;
                break;
            default:
                break;
        }
    }
}
