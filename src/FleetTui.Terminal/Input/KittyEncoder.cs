using System.Globalization;
using System.Text;

namespace FleetTui.Terminal.Input;

/// <summary>The kitty keyboard protocol (sw.kovidgoyal.net/kitty/keyboard-protocol), all five flags.</summary>
internal static class KittyEncoder
{
    private const int Disambiguate = 1;
    private const int EventTypes = 2;
    private const int AlternateKeys = 4;
    private const int AllKeys = 8;
    private const int AssociatedText = 16;
    private const KeyModifiers Locks = KeyModifiers.CapsLock | KeyModifiers.NumLock;

    public static string Encode(in KeyEvent key, in KeyModes modes)
    {
        var all = (modes.Kitty & AllKeys) != 0;
        var events = (modes.Kitty & EventTypes) != 0;
        var released = key.Action == KeyAction.Release;
        if (released && !events)
            return "";
        if ((modes.Kitty & (Disambiguate | EventTypes | AllKeys)) == 0)
            return LegacyEncoder.Encode(key, modes);
        if (!all && Plain(key, modes) is { } plain)
            return plain;

        var modifiers = Modifiers(key, events);
        var (number, final) = FunctionKeys.Of(key.Key);
        if (key.Key is >= Key.F1 and <= Key.F4)
        {
            // CSI R is the cursor position report: F3 is CSI 13 ~ here.
            return key.Key == Key.F3 ? FunctionKeys.Csi(13, '~', modifiers) : FunctionKeys.Csi(1, final, modifiers);
        }

        return number != 0 && key.Key != Key.Menu ? FunctionKeys.Csi(number, final, modifiers) : CsiU(key, modes, modifiers);
    }

    /// <summary>What a key sends as it did of old, when not all keys are to be escape codes; null when it is one all the same.</summary>
    private static string? Plain(in KeyEvent key, in KeyModes modes)
    {
        var disambiguate = (modes.Kitty & Disambiguate) != 0;
        var released = key.Action == KeyAction.Release;
        // Locks do not make an escape code of a key that sends text.
        var pressed = key.Modifiers & ~Locks;
        switch (key.Key)
        {
            case Key.CapsLock or Key.ScrollLock or Key.NumLock or >= Key.LeftShift and <= Key.Level5Shift:
                return "";
            case Key.Enter or Key.Tab or Key.Backspace when released:
                return "";
            case Key.Enter or Key.Tab or Key.Backspace when pressed == 0 || !disambiguate:
                return LegacyEncoder.Encode(key with { Modifiers = pressed }, modes);
            case Key.Escape when !disambiguate && !released:
                return LegacyEncoder.Encode(key with { Modifiers = pressed }, modes);
            default:
                break;
        }

        if (released)
            return null;
        var onKeypad = Keypad.CharacterOf(key.Key);
        if (key.Key == Key.Character || onKeypad is not null)
        {
            if ((pressed & ~KeyModifiers.Shift) == 0)
                return onKeypad is { } character ? key.Text ?? character.ToString() : Text(key);
            if (!disambiguate)
                return LegacyEncoder.Encode(key with { Modifiers = pressed }, modes);
        }

        return !disambiguate && key.Key is Key.KeypadEnter or >= Key.KeypadLeft and <= Key.KeypadDelete ? LegacyEncoder.Encode(key, modes) : null;
    }

    /// <summary>The key's number: its unshifted code point, or one of the private use area.</summary>
    internal static int Code(in KeyEvent key) => key.Key switch
    {
        Key.Character => Unshifted(key),
        Key.Escape => 27,
        Key.Enter => 13,
        Key.Tab => 9,
        Key.Backspace => 127,
        Key.CapsLock => 57358,
        Key.ScrollLock => 57359,
        Key.NumLock => 57360,
        Key.PrintScreen => 57361,
        Key.Pause => 57362,
        Key.Menu => 57363,
        >= Key.F13 and <= Key.F24 => 57376 + (key.Key - Key.F13),
        >= Key.Keypad0 and <= Key.Keypad9 => 57399 + (key.Key - Key.Keypad0),
        Key.KeypadDecimal => 57409,
        Key.KeypadDivide => 57410,
        Key.KeypadMultiply => 57411,
        Key.KeypadSubtract => 57412,
        Key.KeypadAdd => 57413,
        Key.KeypadEnter => 57414,
        Key.KeypadEqual => 57415,
        >= Key.F25 and <= Key.F35 => 57388 + (key.Key - Key.F25),
        >= Key.KeypadSeparator and <= Key.KeypadDelete => 57416 + (key.Key - Key.KeypadSeparator),
        >= Key.MediaPlay and <= Key.MuteVolume => 57428 + (key.Key - Key.MediaPlay),
        >= Key.LeftShift and <= Key.Level5Shift => 57441 + (key.Key - Key.LeftShift),
        _ => 0,
    };

    private static string CsiU(in KeyEvent key, in KeyModes modes, string modifiers)
    {
        var code = Code(key);
        if (code == 0)
            return "";
        var culture = CultureInfo.InvariantCulture;
        var text = new StringBuilder("\e[").Append(culture, $"{code}");
        if ((modes.Kitty & AlternateKeys) != 0 && key.Key == Key.Character && (key.Modifiers & KeyModifiers.Shift) != 0 && key.Rune != code && key.Rune != 0)
            text.Append(culture, $":{key.Rune}");
        var inserted = (modes.Kitty & AssociatedText) != 0 && key.Action != KeyAction.Release ? Inserted(key) : "";
        if (modifiers.Length > 0 || inserted.Length > 0)
            text.Append(';').Append(modifiers);
        var separator = ';';
        foreach (var rune in inserted.EnumerateRunes())
        {
            text.Append(culture, $"{separator}{rune.Value}");
            separator = ':';
        }

        return text.Append('u').ToString();
    }

    private static string Text(in KeyEvent key) => key.Text ?? (Rune.IsValid(key.Rune) && key.Rune > 0 ? new Rune(key.Rune).ToString() : "");

    /// <summary>The text that the key inserts: none with Control, Alt and their like, and never a control character.</summary>
    private static string Inserted(in KeyEvent key)
    {
        if (key.Text is { } told)
            return told.Any(char.IsControl) ? "" : told;
        if ((key.Modifiers & ~(KeyModifiers.Shift | Locks)) != 0)
            return "";
        if (Keypad.CharacterOf(key.Key) is { } character)
            return character.ToString();
        return key.Key == Key.Character ? Text(key) : "";
    }

    private static int Unshifted(in KeyEvent key)
    {
        if (key.BaseRune > 0)
            return key.BaseRune;
        return Rune.IsValid(key.Rune) ? Rune.ToLowerInvariant(new Rune(key.Rune)).Value : 0;
    }

    private static string Modifiers(in KeyEvent key, bool events)
    {
        var value = (int)key.Modifiers + 1;
        var type = events && key.Action != KeyAction.Press ? (int)key.Action : 0;
        if (type != 0)
            return string.Create(CultureInfo.InvariantCulture, $"{value}:{type}");
        return value == 1 ? "" : value.ToString(CultureInfo.InvariantCulture);
    }
}
