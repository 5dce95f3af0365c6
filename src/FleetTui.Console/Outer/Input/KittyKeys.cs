using System.Buffers;
using System.Text;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Outer.Input;

/// <summary><c>CSI code:shifted:base ; modifiers:event ; text u</c> (kitty's keyboard protocol; its functional keys lie in the private use area).</summary>
internal static class KittyKeys
{
    private const KeyModifiers Chords = KeyModifiers.Control | KeyModifiers.Alt | KeyModifiers.Super | KeyModifiers.Hyper | KeyModifiers.Meta;

    public static InputEvent? Decode(List<int[]> parameters)
    {
        var code = CsiReports.First(parameters, 0);
        var (modifiers, action) = CsiReports.Modifiers(parameters);
        var shifted = parameters[0].Length > 1 ? parameters[0][1] : 0;
        var text = parameters.Count > 2 ? Text(parameters[2]) : null;
        return Of(code, modifiers, action, shifted, text);
    }

    public static InputEvent? Of(int code, KeyModifiers modifiers, KeyAction action, int shifted, string? text)
    {
        if (Functional(code) is { } key)
        {
            return new InputEvent.Pressed(new KeyEvent(key, 0, modifiers, action));
        }

        if (code < 32 || code is >= 57344 and <= 63743 || !Rune.IsValid(code))
        {
            return null;
        }

        var rune = code;
        if ((modifiers & KeyModifiers.Shift) != 0)
        {
            rune = shifted != 0 && Rune.IsValid(shifted) ? shifted : Rune.ToUpperInvariant(new Rune(code)).Value;
        }

        if (text is not null && (modifiers & Chords) == 0 && Rune.DecodeFromUtf16(text, out var told, out var used) == OperationStatus.Done && used == text.Length)
        {
            // AltGr, Caps Lock and their like are told by the text alone.
            rune = told.Value;
        }

        return new InputEvent.Pressed(new KeyEvent(Key.Character, rune, modifiers, action, rune == code ? 0 : code, text));
    }

    private static string? Text(int[] codes)
    {
        var text = new StringBuilder();
        foreach (var code in codes)
        {
            if (code >= 32 && Rune.IsValid(code))
            {
                text.Append(new Rune(code).ToString());
            }
        }

        return text.Length == 0 ? null : text.ToString();
    }

    private static Key? Functional(int code) => code switch
    {
        9 => Key.Tab,
        13 => Key.Enter,
        27 => Key.Escape,
        8 or 127 => Key.Backspace,
        57358 => Key.CapsLock,
        57359 => Key.ScrollLock,
        57360 => Key.NumLock,
        57361 => Key.PrintScreen,
        57362 => Key.Pause,
        57363 => Key.Menu,
        >= 57376 and <= 57387 => (Key)((int)Key.F13 + code - 57376),
        >= 57399 and <= 57408 => (Key)((int)Key.Keypad0 + code - 57399),
        57409 => Key.KeypadDecimal,
        57410 => Key.KeypadDivide,
        57411 => Key.KeypadMultiply,
        57412 => Key.KeypadSubtract,
        57413 => Key.KeypadAdd,
        57414 => Key.KeypadEnter,
        57415 => Key.KeypadEqual,
        >= 57388 and <= 57398 => (Key)((int)Key.F25 + code - 57388),
        >= 57416 and <= 57426 => (Key)((int)Key.KeypadSeparator + code - 57416),
        57427 => Key.KeypadBegin,
        >= 57428 and <= 57440 => (Key)((int)Key.MediaPlay + code - 57428),
        >= 57441 and <= 57454 => (Key)((int)Key.LeftShift + code - 57441),
        _ => null,
    };
}
