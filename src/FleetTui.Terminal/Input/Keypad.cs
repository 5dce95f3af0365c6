namespace FleetTui.Terminal.Input;

/// <summary>What the keypad's keys stand for beside it.</summary>
public static class Keypad
{
    /// <summary>The character of a keypad key that has one; null for any other key.</summary>
    public static char? CharacterOf(Key key) => key switch
    {
        Key.KeypadDecimal => '.',
        Key.KeypadDivide => '/',
        Key.KeypadMultiply => '*',
        Key.KeypadSubtract => '-',
        Key.KeypadAdd => '+',
        Key.KeypadEqual => '=',
        Key.KeypadSeparator => ',',
        >= Key.Keypad0 and <= Key.Keypad9 => (char)('0' + (key - Key.Keypad0)),
        _ => null,
    };

    /// <summary>The key of the same name beside the keypad; any other key as it is.</summary>
    public static Key Beside(Key key) => key switch
    {
        Key.KeypadEnter => Key.Enter,
        Key.KeypadLeft => Key.Left,
        Key.KeypadRight => Key.Right,
        Key.KeypadUp => Key.Up,
        Key.KeypadDown => Key.Down,
        Key.KeypadPageUp => Key.PageUp,
        Key.KeypadPageDown => Key.PageDown,
        Key.KeypadHome => Key.Home,
        Key.KeypadEnd => Key.End,
        Key.KeypadInsert => Key.Insert,
        Key.KeypadDelete => Key.Delete,
        _ => key,
    };
}
