using FleetTui.Terminal.Input;

namespace FleetTui.TerminalHost.Protocol;

/// <summary>The wire form of keys and mouse events.</summary>
internal static class InputCodec
{
    public static void Write(WireWriter wire, in KeyEvent key)
    {
        wire.Byte((byte)key.Key);
        wire.Int32(key.Rune);
        wire.Byte((byte)key.Modifiers);
        wire.Byte((byte)key.Action);
        wire.Int32(key.BaseRune);
        wire.OptionalText(key.Text);
    }

    public static KeyEvent ReadKey(ref WireReader wire)
    {
        var key = (Key)wire.Choice((int)Key.Level5Shift);
        var rune = Rune(wire.Int32());
        var modifiers = (KeyModifiers)wire.Byte();
        var action = (KeyAction)wire.Choice((int)KeyAction.Release);
        return new KeyEvent(key, rune, modifiers, action, Rune(wire.Int32()), wire.OptionalText());
    }

    public static void Write(WireWriter wire, in MouseEvent mouse)
    {
        wire.Byte((byte)mouse.Action);
        wire.Byte((byte)mouse.Button);
        wire.Int32(mouse.X);
        wire.Int32(mouse.Y);
        wire.Byte((byte)mouse.Modifiers);
    }

    public static MouseEvent ReadMouse(ref WireReader wire) => new(
        (MouseAction)wire.Choice((int)MouseAction.Move),
        (MouseButton)wire.Choice((int)MouseButton.Button11),
        wire.Int32(),
        wire.Int32(),
        (KeyModifiers)wire.Byte());

    private static int Rune(int value) =>
        value == 0 || System.Text.Rune.IsValid(value) ? value : throw new FormatException($"{value} is no character");
}
