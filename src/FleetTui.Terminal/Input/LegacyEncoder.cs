using System.Globalization;
using System.Text;

namespace FleetTui.Terminal.Input;

/// <summary>xterm's encoding, with modifyOtherKeys where asked for. Shift+Enter is always CSI 13;2u: both agents know it, and nothing else can tell it from Enter.</summary>
internal static class LegacyEncoder
{
    private const KeyModifiers Counted = KeyModifiers.Shift | KeyModifiers.Alt | KeyModifiers.Control | KeyModifiers.Super | KeyModifiers.Hyper | KeyModifiers.Meta;

    public static string Encode(in KeyEvent key, in KeyModes modes)
    {
        var modifiers = key.Modifiers & Counted;
        var name = key.Key;
        if (name is >= Key.F13 and <= Key.F24)
        {
            // terminfo's xterm: F13 is Shift+F1.
            name = Key.F1 + (name - Key.F13);
            modifiers |= KeyModifiers.Shift;
        }
        else if (name is >= Key.F25 and <= Key.F35)
        {
            name = Key.F1 + (name - Key.F25);
            modifiers |= KeyModifiers.Control;
        }

        switch (name)
        {
            case >= Key.KeypadLeft and <= Key.KeypadDelete:
                return Function(Keypad.Beside(name), modifiers, modes);
            case Key.KeypadSeparator:
                return OfKeypad(name, modifiers, modes);
            case Key.Character:
                return Character(key, modifiers, modes);
            case Key.Enter:
                return Enter(modifiers, modes);
            case Key.KeypadEnter when !modes.ApplicationKeypad:
                return Enter(modifiers, modes);
            case Key.Tab:
                return Tab(modifiers, modes);
            case Key.Backspace:
                return Backspace(modifiers, modes);
            case Key.Escape:
                return modes.ModifyOtherKeys == 2 && modifiers != 0 ? Other(27, modifiers, modes) : Alt(modifiers) + "\e";
            case >= Key.KeypadEnter and <= Key.KeypadEqual:
                return OfKeypad(name, modifiers, modes);
            default:
                return Function(name, modifiers, modes);
        }
    }

    /// <summary>The C0 control of Control with a character, or -1.</summary>
    internal static int Control(int rune) => rune switch
    {
        >= 'a' and <= 'z' or >= 'A' and <= 'Z' => rune & 0x1f,
        ' ' or '@' or '2' or '`' => 0,
        '[' or '3' or '{' => 0x1b,
        '\\' or '4' or '|' => 0x1c,
        ']' or '5' or '}' => 0x1d,
        '^' or '6' or '~' => 0x1e,
        '_' or '7' or '/' or '-' => 0x1f,
        '?' or '8' => 0x7f,
        _ => -1,
    };

    private static string Character(in KeyEvent key, KeyModifiers modifiers, in KeyModes modes)
    {
        if (!Rune.IsValid(key.Rune) || key.Rune == 0)
            return key.Text ?? "";
        var others = modifiers & ~KeyModifiers.Shift;
        if (others == 0)
            return modes.ModifyOtherKeys >= 2 && modifiers != 0 && key.Rune == ' ' ? Other(' ', modifiers, modes) : new Rune(key.Rune).ToString();
        var control = (modifiers & KeyModifiers.Control) != 0 ? Control(key.Rune) : -1;
        var isPlainAlt = others == KeyModifiers.Alt;
        if (modes.ModifyOtherKeys >= 2 || (modes.ModifyOtherKeys == 1 && !isPlainAlt && (control < 0 || (others & ~KeyModifiers.Alt) != KeyModifiers.Control || (modifiers & KeyModifiers.Shift) != 0)))
            return Other(key.Rune, modifiers, modes);
        var text = control >= 0 ? ((char)control).ToString() : new Rune(key.Rune).ToString();
        return Alt(modifiers) + text;
    }

    private static string Enter(KeyModifiers modifiers, in KeyModes modes)
    {
        if ((modifiers & KeyModifiers.Shift) != 0)
            return $"\e[13;{Value(modifiers)}u";
        if (modes.ModifyOtherKeys > 0 && modifiers != 0 && (modes.ModifyOtherKeys == 2 || modifiers != KeyModifiers.Alt))
            return Other(13, modifiers, modes);
        return Alt(modifiers) + (modes.NewLine ? "\r\n" : "\r");
    }

    private static string Tab(KeyModifiers modifiers, in KeyModes modes)
    {
        var others = modifiers & ~(KeyModifiers.Shift | KeyModifiers.Alt);
        if (modes.ModifyOtherKeys > 0 && (others != 0 || (modes.ModifyOtherKeys == 2 && modifiers != 0 && modifiers != KeyModifiers.Shift)))
            return Other(9, modifiers, modes);
        return Alt(modifiers) + ((modifiers & KeyModifiers.Shift) != 0 ? "\e[Z" : "\t");
    }

    private static string Backspace(KeyModifiers modifiers, in KeyModes modes)
    {
        if (modes.ModifyOtherKeys == 2 && modifiers != 0)
            return Other(127, modifiers, modes);
        var swapped = modes.BackspaceIsBs != ((modifiers & KeyModifiers.Control) != 0);
        return Alt(modifiers) + (swapped ? "\b" : "\x7f");
    }

    private static string OfKeypad(Key key, KeyModifiers modifiers, in KeyModes modes)
    {
        if (!modes.ApplicationKeypad)
            return Alt(modifiers) + Keypad.CharacterOf(key);
        var final = key == Key.KeypadEnter ? 'M' : key == Key.KeypadEqual ? 'X' : (char)((Keypad.CharacterOf(key) ?? '\0') + 0x40);
        if (modes.Vt52)
            return $"\e?{final}";
        return modifiers == 0 ? $"\eO{final}" : $"\eO{Value(modifiers)}{final}";
    }

    private static string Function(Key key, KeyModifiers modifiers, in KeyModes modes)
    {
        var (number, final) = FunctionKeys.Of(key);
        if (number == 0)
            return "";
        if (modifiers != 0)
            return FunctionKeys.Csi(number, final, Value(modifiers));
        if (key == Key.Delete && modes.DeleteIsDel)
            return "\x7f";
        if (modes.Vt52 && final != '~')
            return $"\e{final}";
        var isSs3 = final is >= 'P' and <= 'S' || (final != '~' && modes.ApplicationCursor);
        return isSs3 ? $"\eO{final}" : FunctionKeys.Csi(number, final, "");
    }

    private static string Other(int code, KeyModifiers modifiers, in KeyModes modes) =>
        modes.FormatOtherKeys == 1 ? $"\e[{code};{Value(modifiers)}u" : $"\e[27;{Value(modifiers)};{code}~";

    private static string Alt(KeyModifiers modifiers) => (modifiers & (KeyModifiers.Alt | KeyModifiers.Meta)) != 0 ? "\e" : "";

    private static string Value(KeyModifiers modifiers) => ((int)modifiers + 1).ToString(CultureInfo.InvariantCulture);
}
