using FleetTui.Terminal.Input;

namespace FleetTui.Console.Outer.Input;

/// <summary>Keys in their legacy form: one byte, or SS3 and a letter (xterm's ctlseqs, "PC-Style Function Keys").</summary>
internal static class PlainKeys
{
    public static KeyEvent Of(byte value, KeyModifiers modifiers) => value switch
    {
        0 => new KeyEvent(Key.Character, ' ', modifiers | KeyModifiers.Control),
        9 => new KeyEvent(Key.Tab, 0, modifiers),
        13 => new KeyEvent(Key.Enter, 0, modifiers),
        0x1b => new KeyEvent(Key.Escape, 0, modifiers),
        0x7f => new KeyEvent(Key.Backspace, 0, modifiers),
        <= 26 => new KeyEvent(Key.Character, 'a' + value - 1, modifiers | KeyModifiers.Control),
        < 32 => new KeyEvent(Key.Character, value + 64, modifiers | KeyModifiers.Control),
        _ => new KeyEvent(Key.Character, value, modifiers),
    };

    public static KeyEvent? OfSs3(byte final) => Letter(final) is { } key ? new KeyEvent(key) : final switch
    {
        (byte)'M' => new KeyEvent(Key.KeypadEnter),
        _ => null,
    };

    /// <summary>The final letter shared by SS3 and CSI forms.</summary>
    public static Key? Letter(byte final) => final switch
    {
        (byte)'A' => Key.Up,
        (byte)'B' => Key.Down,
        (byte)'C' => Key.Right,
        (byte)'D' => Key.Left,
        (byte)'E' => Key.KeypadBegin,
        (byte)'F' => Key.End,
        (byte)'H' => Key.Home,
        (byte)'P' => Key.F1,
        (byte)'Q' => Key.F2,
        (byte)'R' => Key.F3,
        (byte)'S' => Key.F4,
        _ => null,
    };

    /// <summary>The number of a <c>CSI n ~</c> key (VT220, xterm).</summary>
    public static Key? Tilde(int number) => number switch
    {
        1 or 7 => Key.Home,
        2 => Key.Insert,
        3 => Key.Delete,
        4 or 8 => Key.End,
        5 => Key.PageUp,
        6 => Key.PageDown,
        >= 11 and <= 15 => (Key)((int)Key.F1 + number - 11),
        >= 17 and <= 21 => (Key)((int)Key.F6 + number - 17),
        23 or 24 => (Key)((int)Key.F11 + number - 23),
        25 or 26 => (Key)((int)Key.F13 + number - 25),
        28 or 29 => (Key)((int)Key.F15 + number - 28),
        >= 31 and <= 34 => (Key)((int)Key.F17 + number - 31),
        _ => null,
    };
}
