namespace FleetTui.Terminal.Input;

public enum MouseButton : byte
{
    None,
    Left,
    Middle,
    Right,
    WheelUp,
    WheelDown,
    WheelLeft,
    WheelRight,
    Button8,
    Button9,
    Button10,
    Button11,
}

public enum MouseAction : byte
{
    Press,
    Release,

    /// <summary>Moved; <see cref="MouseEvent.Button"/> is the one held, or <see cref="MouseButton.None"/>.</summary>
    Move,
}

/// <summary>A mouse event; <see cref="X"/> and <see cref="Y"/> are 0-based cells from the top left of what receives it.</summary>
public readonly record struct MouseEvent(MouseAction Action, MouseButton Button, int X, int Y, KeyModifiers Modifiers);
