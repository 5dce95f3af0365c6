using FleetTui.Terminal.Machines;
using FleetTui.Terminal.Modes;
using FleetTui.Terminal.Screens;

namespace FleetTui.Terminal.Sequences;

/// <summary>The escapes of VT52 mode (VT100 user guide, "VT52 compatible mode").</summary>
internal static class Vt52Table
{
    public static readonly (string Key, string Meaning)[] Entries =
    [
        ("A", "cursor up"),
        ("B", "cursor down"),
        ("C", "cursor right"),
        ("D", "cursor left"),
        ("F", "graphics"),
        ("G", "ASCII"),
        ("H", "home"),
        ("I", "reverse line feed"),
        ("J", "erase to the end of the screen"),
        ("K", "erase to the end of the line"),
        ("Y row column", "to a row and column, each plus 31 as a character"),
        ("Z", "answers ESC / Z"),
        ("=", "alternate keypad"),
        (">", "numeric keypad"),
        ("<", "back to ANSI, at level 1 until DECSCL or a reset"),
    ];

    public static void Enter(Machine m)
    {
        m.Modes[TerminalMode.Ansi] = false;
        m.Screen.Cursor.Charsets = default;
        m.Parser?.EnterVt52();
    }

    public static void Run(Machine m, byte final, int row, int column)
    {
        switch ((char)final)
        {
            case 'A':
                m.Motion.Up(1);
                break;
            case 'B':
                m.Motion.Down(1);
                break;
            case 'C':
                m.Motion.Forward(1);
                break;
            case 'D':
                m.Motion.Back(1);
                break;
            case 'F' or 'G':
                m.Screen.Cursor.Charsets.Designate(0, final == 'F' ? Charset.Graphics : Charset.Ascii);
                break;
            case 'H':
                m.Motion.To(0, 0);
                break;
            case 'I':
                m.Screen.Cursor.PendingWrap = false;
                m.Scroller.ReverseIndex();
                break;
            case 'J':
                m.Eraser.Display(0, false);
                break;
            case 'K':
                m.Eraser.Line(0, false);
                break;
            case 'Y':
                m.Motion.To(row, column);
                break;
            case 'Z':
                m.Reply.Escape("/Z");
                break;
            case '=' or '>':
                m.Modes[TerminalMode.ApplicationKeypad] = final == '=';
                break;
            case '<':
                m.Modes[TerminalMode.Ansi] = true;
                m.Conformance.Level = 1;
                m.Screen.Cursor.Charsets = default;
                break;
            default:
                break;
        }
    }
}
