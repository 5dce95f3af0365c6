namespace FleetTui.Terminal.Input;

/// <summary>A key that has no character of its own, or <see cref="Character"/>.</summary>
public enum Key : byte
{
    /// <summary>The character is in <see cref="KeyEvent.Rune"/>.</summary>
    Character,
    Enter,
    Tab,
    Backspace,
    Escape,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    Insert,
    Delete,
    F1,
    F2,
    F3,
    F4,
    F5,
    F6,
    F7,
    F8,
    F9,
    F10,
    F11,
    F12,
    F13,
    F14,
    F15,
    F16,
    F17,
    F18,
    F19,
    F20,
    F21,
    F22,
    F23,
    F24,
    Menu,
    PrintScreen,
    Pause,
    CapsLock,
    ScrollLock,
    NumLock,
    KeypadEnter,
    Keypad0,
    Keypad1,
    Keypad2,
    Keypad3,
    Keypad4,
    Keypad5,
    Keypad6,
    Keypad7,
    Keypad8,
    Keypad9,
    KeypadDecimal,
    KeypadDivide,
    KeypadMultiply,
    KeypadSubtract,
    KeypadAdd,
    KeypadEqual,
    KeypadBegin,
}

/// <summary>Bits as in the kitty keyboard protocol (its wire value is these plus 1).</summary>
[Flags]
public enum KeyModifiers : byte
{
    None = 0,
    Shift = 1,
    Alt = 2,
    Control = 4,
    Super = 8,
    Hyper = 16,
    Meta = 32,
    CapsLock = 64,
    NumLock = 128,
}

/// <summary>Kitty event types; a terminal without them sends presses only.</summary>
public enum KeyAction : byte
{
    Press = 1,
    Repeat = 2,
    Release = 3,
}

/// <summary>
/// One key as the user pressed it, independent of how it was or will be encoded.
/// <see cref="Rune"/> is the character without Control or Alt but with Shift applied ('A' for Shift+a); 0 when <see cref="Key"/> is not a character.
/// <see cref="BaseRune"/> is the unshifted character where the outer terminal told it, else 0.
/// <see cref="Text"/> is the text the key would insert where the outer terminal told it (kitty flag 16), else null.
/// </summary>
public readonly record struct KeyEvent(
    Key Key,
    int Rune = 0,
    KeyModifiers Modifiers = KeyModifiers.None,
    KeyAction Action = KeyAction.Press,
    int BaseRune = 0,
    string? Text = null)
{
    /// <summary>A character key; an upper-case letter carries Shift only when told so.</summary>
    public static KeyEvent Of(char character, KeyModifiers modifiers = KeyModifiers.None) => new(Key.Character, character, modifiers);
}
