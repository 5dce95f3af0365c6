using FleetTui.Terminal.Machines;
using FleetTui.Terminal.Screens;

namespace FleetTui.Terminal.Modes;

/// <summary>SM and RM: sets a mode and does what comes with it.</summary>
internal static class ModeSwitch
{
    private static readonly TerminalMode[] Tracking = [TerminalMode.MouseX10, TerminalMode.MouseNormal, TerminalMode.MouseButton, TerminalMode.MouseAny];
    private static readonly TerminalMode[] Encodings = [TerminalMode.MouseUtf8, TerminalMode.MouseSgr, TerminalMode.MouseUrxvt];

    public static void Apply(Machine m, ModeEntry entry, bool on)
    {
        if (entry.Fixed)
            return;
        var modes = m.Modes;
        switch (entry.Mode)
        {
            case TerminalMode.Origin:
                modes[entry.Mode] = on;
                m.Screen.Cursor.Origin = on;
                m.Motion.To(0, 0);
                break;
            case TerminalMode.Ansi:
                if (!on)
                    Sequences.Vt52Table.Enter(m);
                break;
            case TerminalMode.Columns132:
                Columns(m, on);
                break;
            case TerminalMode.LeftRightMargins when m.Conformance.Level < 4:
                break;
            case TerminalMode.LeftRightMargins:
                modes[entry.Mode] = on;
                if (on)
                    m.Screen.ResetRowSizes();
                m.Screen.Margins.Left = 0;
                m.Screen.Margins.Right = m.Screen.Columns - 1;
                break;
            case TerminalMode.MouseX10 or TerminalMode.MouseNormal or TerminalMode.MouseButton or TerminalMode.MouseAny:
                OneOf(modes, Tracking, entry.Mode, on);
                break;
            case TerminalMode.MouseUtf8 or TerminalMode.MouseSgr or TerminalMode.MouseUrxvt:
                if (on)
                    OneOf(modes, Encodings, entry.Mode, true);
                else
                    modes[entry.Mode] = false;
                break;
            case TerminalMode.Alternate47 or TerminalMode.Alternate1047 or TerminalMode.Alternate1049:
                Alternate(m, entry.Mode, on);
                break;
            case TerminalMode.SavedCursor1048:
                if (!modes[TerminalMode.AlternateAllowed])
                    break;
                if (on)
                    m.Screen.SaveCursor();
                else
                    m.Screen.RestoreCursor();
                modes[entry.Mode] = on;
                break;
            case TerminalMode.ReverseVideo:
                if (modes[entry.Mode] != on)
                    m.Screen.MarkAll();
                modes[entry.Mode] = on;
                break;
            case TerminalMode.InBandResize:
                modes[entry.Mode] = on;
                if (on)
                    Sequences.Csi.WindowSequences.ReportResize(m);
                break;
            default:
                modes[entry.Mode] = on;
                break;
        }
    }

    /// <summary>The mode as DECRQM tells it: the three ways to the alternate screen are one state.</summary>
    public static bool IsSet(Machine m, TerminalMode mode) => mode switch
    {
        TerminalMode.Alternate47 or TerminalMode.Alternate1047 or TerminalMode.Alternate1049 => m.Screen.IsAlternate,
        _ => m.Modes[mode],
    };

    private static void OneOf(ModeSet modes, TerminalMode[] group, TerminalMode mode, bool on)
    {
        foreach (var other in group)
            modes[other] = on && other == mode;
    }

    /// <summary>The window's size is the user's; the rest of DECCOLM happens.</summary>
    private static void Columns(Machine m, bool on)
    {
        if (!m.Modes[TerminalMode.AllowColumns132])
            return;
        m.Modes[TerminalMode.Columns132] = on;
        m.Modes[TerminalMode.LeftRightMargins] = false;
        m.Screen.Margins = Margins.Full(m.Screen.Columns, m.Screen.Rows);
        if (!m.Modes[TerminalMode.NoClearOnColumns] || m.Conformance.Level < 5)
            m.Eraser.Display(2, false);
        m.Motion.To(0, 0);
    }

    private static void Alternate(Machine m, TerminalMode mode, bool on)
    {
        if (!m.Modes[TerminalMode.AlternateAllowed])
            return;
        var screen = m.Screen;
        if (on)
        {
            if (mode == TerminalMode.Alternate1049)
                screen.SaveCursor();
            screen.SwitchTo(true);
            if (mode == TerminalMode.Alternate1049)
                m.Eraser.Display(2, false);
            return;
        }

        if (mode == TerminalMode.Alternate1047 && screen.IsAlternate)
            m.Eraser.Display(2, false);
        screen.SwitchTo(false);
        if (mode == TerminalMode.Alternate1049)
            screen.RestoreCursor();
    }
}
