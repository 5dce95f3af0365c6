using System.Buffers;
using System.Text;
using FleetTui.Terminal.Modes;

namespace FleetTui.Terminal.Input;

/// <summary>What a key press asks of the encoders: the modes that the program has set.</summary>
internal readonly record struct KeyModes(bool ApplicationCursor, bool ApplicationKeypad, bool BackspaceIsBs, bool NewLine, byte Kitty, int ModifyOtherKeys, int FormatOtherKeys, bool Vt52 = false, bool DeleteIsDel = false)
{
    public static KeyModes Of(ModeSet modes, KeyboardState keyboard, bool isAlternate) => new(
        modes[TerminalMode.ApplicationCursor],
        modes[TerminalMode.ApplicationKeypad],
        modes[TerminalMode.BackspaceKey],
        modes[TerminalMode.NewLine],
        keyboard.Of(isAlternate).Flags,
        keyboard.ModifyOtherKeys,
        keyboard.FormatOtherKeys,
        !modes[TerminalMode.Ansi],
        modes[TerminalMode.DeleteIsDel]);
}

/// <summary>Keys to bytes: by the kitty protocol where the program asked for it, else as xterm does.</summary>
internal static class KeyEncoder
{
    public static void Encode(in KeyEvent key, in KeyModes modes, IBufferWriter<byte> output)
    {
        var text = modes.Kitty != 0 ? KittyEncoder.Encode(key, modes) : key.Action == KeyAction.Release ? "" : LegacyEncoder.Encode(key, modes);
        if (text.Length > 0)
            Encoding.UTF8.GetBytes(text.AsSpan(), output);
    }
}
