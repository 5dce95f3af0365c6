using System.Text;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Keys;

/// <summary>
/// A key as tables name it, in tmux's spelling: <c>a</c>, <c>A</c>, <c>C-b</c>, <c>M-x</c>, <c>S-Left</c>, <c>PgUp</c>, <c>Space</c>.
/// A character is matched as such: Shift is part of it, so every keyboard layout and protocol agrees.
/// </summary>
public readonly record struct KeyStroke(Key Key, int Rune, KeyModifiers Modifiers)
{
    private const KeyModifiers Counting = KeyModifiers.Shift | KeyModifiers.Alt | KeyModifiers.Control | KeyModifiers.Super;

    public static KeyStroke Of(in KeyEvent key)
    {
        var modifiers = key.Modifiers & Counting;
        if (key.Key != Key.Character)
        {
            // The keypad's keys count as their likes.
            return Keypad.CharacterOf(key.Key) is { } character
                ? new KeyStroke(Key.Character, character, modifiers & ~KeyModifiers.Shift)
                : new KeyStroke(Keypad.Beside(key.Key), 0, modifiers);
        }

        // Terminals give Control with the letter in either case.
        var rune = (modifiers & KeyModifiers.Control) != 0 && key.Rune is >= 'A' and <= 'Z' ? key.Rune + 32 : key.Rune;
        return new KeyStroke(Key.Character, rune, modifiers & ~KeyModifiers.Shift);
    }

    public static KeyStroke Of(char character) => new(Key.Character, character, KeyModifiers.None);

    public bool IsCharacter(char character) => Key == Key.Character && Rune == character && Modifiers == KeyModifiers.None;

    /// <summary>A printable character without Control or Alt, or null.</summary>
    public string? Printable => Key == Key.Character && Modifiers == KeyModifiers.None && System.Text.Rune.IsValid(Rune) ? new Rune(Rune).ToString() : null;

    /// <summary>Reads tmux's spelling; false when it names no key.</summary>
    public static bool TryParse(string spelling, out KeyStroke stroke)
    {
        var modifiers = KeyModifiers.None;
        var rest = spelling;
        while (rest.Length > 2 && rest[1] == '-')
        {
            var modifier = rest[0] switch
            {
                'C' or 'c' => KeyModifiers.Control,
                'M' or 'm' => KeyModifiers.Alt,
                'S' or 's' => KeyModifiers.Shift,
                _ => KeyModifiers.None,
            };
            if (modifier == KeyModifiers.None)
            {
                break;
            }

            modifiers |= modifier;
            rest = rest[2..];
        }

        stroke = default;
        if (rest.EnumerateRunes().Take(2).Count() == 1)
        {
            stroke = Of(new KeyEvent(Key.Character, rest.EnumerateRunes().First().Value, modifiers));
            return true;
        }

        if (!KeyNames.TryFind(rest, out var key))
        {
            return false;
        }

        stroke = key == Key.Character ? new KeyStroke(Key.Character, ' ', modifiers) : new KeyStroke(key, 0, modifiers);
        return true;
    }

    public static KeyStroke Parse(string spelling) =>
        TryParse(spelling, out var stroke) ? stroke : throw new FormatException($"\"{spelling}\" names no key");

    public override string ToString()
    {
        var name = Key == Key.Character ? (Rune == ' ' ? "Space" : System.Text.Rune.IsValid(Rune) ? new Rune(Rune).ToString() : "?") : KeyNames.NameOf(Key);
        return string.Concat(
            Modifiers.HasFlag(KeyModifiers.Control) ? "C-" : "",
            Modifiers.HasFlag(KeyModifiers.Alt) ? "M-" : "",
            Modifiers.HasFlag(KeyModifiers.Shift) ? "S-" : "",
            name);
    }
}
