using FleetTui.Console.Effects;
using FleetTui.Terminal;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Loop;

/// <summary>What of the mouse is a program's: as much as it asked for, and nothing while Shift is held.</summary>
internal static class PaneMouse
{
    private const int ArrowsANotch = 3;

    public static bool IsWheel(MouseEvent mouse) => mouse.Button is MouseButton.WheelUp or MouseButton.WheelDown;

    public static bool IsWanted(TerminalModes modes, MouseEvent mouse) => modes.Mouse switch
    {
        MouseTracking.Off => false,
        _ when mouse.Modifiers.HasFlag(KeyModifiers.Shift) => false,
        _ when mouse.Action != MouseAction.Move => true,
        MouseTracking.Any => true,
        MouseTracking.Button => mouse.Button != MouseButton.None,
        _ => false,
    };

    /// <summary>The program opted in (mode 1007): the wheel is arrows to it.</summary>
    public static bool WheelIsArrows(TerminalModes modes) => modes is { AlternateScreen: true, AlternateScroll: true };

    public static IEnumerable<Effect> Arrows(string pane, bool up) => Enumerable.Repeat(new Effect.SendKey(pane, new KeyEvent(up ? Key.Up : Key.Down)), ArrowsANotch);

    /// <summary>What a program gets of an event in its cells; nothing when it asked for none.</summary>
    public static IEnumerable<Effect> ToProgram(string pane, TerminalModes modes, MouseEvent mouse) =>
        IsWanted(modes, mouse) ? [new Effect.SendMouse(pane, mouse)]
        : IsWheel(mouse) && mouse.Action == MouseAction.Press && WheelIsArrows(modes) ? Arrows(pane, mouse.Button == MouseButton.WheelUp)
        : [];
}
