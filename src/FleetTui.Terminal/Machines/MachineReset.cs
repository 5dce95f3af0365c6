using FleetTui.Terminal.Modes;
using FleetTui.Terminal.Screens;

namespace FleetTui.Terminal.Machines;

/// <summary>RIS and DECSTR.</summary>
internal static class MachineReset
{
    /// <summary>RIS: as at power-on; the scrollback goes too, the title stays, as in xterm. A program's status ends (OSC 7501).</summary>
    public static void Hard(Machine machine)
    {
        var screen = machine.Screen;
        screen.SwitchTo(false);
        machine.Modes.Reset();
        screen.ResetCursor();
        screen.ClearAll(screen.Main);
        screen.ClearAll(screen.Alternate);
        screen.Tabs.Reset();
        screen.Lines.Clear();
        screen.MarkAll();
        machine.Palette.Reset();
        machine.Titles.ClearStack();
        machine.Titles.SetByHex = machine.Titles.AskedByHex = false;
        machine.Keyboard.Reset();
        machine.CursorLook.Style = 0;
        machine.Graphemes.Break();
        machine.Printer.LastGlyph = 0;
        machine.Rectangles.Reset();
        machine.Notifications.Clear();
        machine.Palettes.Clear();
        machine.Pens.Clear();
        machine.Conformance.Reset();
        machine.Effects.ProgramStatus(new ProgramStatus("clear", null, null, null, null, null, null));
    }

    /// <summary>DECSTR (DEC STD 070, and xterm's list): modes, margins, pen and saved cursor; the screen stays.</summary>
    public static void Soft(Machine machine)
    {
        var screen = machine.Screen;
        var modes = machine.Modes;
        modes[TerminalMode.CursorVisible] = true;
        modes[TerminalMode.Insert] = false;
        modes[TerminalMode.Origin] = false;
        modes[TerminalMode.AutoWrap] = true;
        modes[TerminalMode.KeyboardLocked] = false;
        modes[TerminalMode.ApplicationCursor] = false;
        modes[TerminalMode.ApplicationKeypad] = false;
        modes[TerminalMode.LeftRightMargins] = false;
        modes[TerminalMode.ReverseWrap] = false;
        modes[TerminalMode.ReverseWrapExtended] = false;
        modes[TerminalMode.NationalSets] = false;
        screen.Margins = Margins.Full(screen.Columns, screen.Rows);
        var (x, y) = (screen.Cursor.X, screen.Cursor.Y);
        screen.Cursor = new CursorState { X = x, Y = y };
        screen.SavedCursor = default;
        screen.PenChanged();
        machine.Keyboard.Reset();
        machine.CursorLook.Style = 0;
        modes[TerminalMode.CursorBlink] = false;
        machine.Rectangles.ChecksumBits = 0;
    }
}
