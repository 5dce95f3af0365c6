using FleetTui.Terminal.Input;

namespace FleetTui.Console.Outer.Input;

/// <summary>Mouse reports: SGR (mode 1006) and the old three-byte form (xterm's ctlseqs, "Mouse Tracking").</summary>
internal static class MouseReports
{
    public static InputEvent? Sgr(List<int[]> parameters, bool pressed) =>
        parameters.Count < 3 ? null : Of(CsiReports.First(parameters, 0), CsiReports.First(parameters, 1), CsiReports.First(parameters, 2), pressed);

    public static InputEvent? X10(byte button, byte x, byte y)
    {
        var code = button - 32;
        return code < 0 ? null : Of(code, x - 32, y - 32, pressed: (code & 3) != 3 || code >= 64);
    }

    private static InputEvent.Mouse? Of(int code, int x, int y, bool pressed)
    {
        if (x < 1 || y < 1)
        {
            return null;
        }

        var modifiers = ((code & 4) != 0 ? KeyModifiers.Shift : 0) | ((code & 8) != 0 ? KeyModifiers.Alt : 0) | ((code & 16) != 0 ? KeyModifiers.Control : 0);
        var moved = (code & 32) != 0;
        var button = Button(code & ~(4 | 8 | 16 | 32));
        var action = moved ? MouseAction.Move : pressed ? MouseAction.Press : MouseAction.Release;
        return new InputEvent.Mouse(new MouseEvent(action, button, x - 1, y - 1, modifiers));
    }

    private static MouseButton Button(int code) => code switch
    {
        0 => MouseButton.Left,
        1 => MouseButton.Middle,
        2 => MouseButton.Right,
        64 => MouseButton.WheelUp,
        65 => MouseButton.WheelDown,
        66 => MouseButton.WheelLeft,
        67 => MouseButton.WheelRight,
        128 => MouseButton.Button8,
        129 => MouseButton.Button9,
        130 => MouseButton.Button10,
        131 => MouseButton.Button11,
        _ => MouseButton.None,
    };
}
