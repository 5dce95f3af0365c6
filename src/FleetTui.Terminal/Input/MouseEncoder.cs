using System.Buffers;
using System.Globalization;
using System.Text;
using FleetTui.Terminal.Modes;

namespace FleetTui.Terminal.Input;

/// <summary>Mouse events to bytes, in the encoding and for the events that the program asked for.</summary>
internal static class MouseEncoder
{
    /// <summary>Lines a wheel step is worth as cursor keys (mode 1007).</summary>
    private const int WheelLines = 3;

    public static bool Encode(in MouseEvent mouse, ModeSet modes, bool isAlternate, int columns, int rows, IBufferWriter<byte> output)
    {
        var tracking = Tracking(modes);
        if (tracking == MouseTracking.Off)
            return Wheel(mouse, modes, isAlternate, output);
        if (!Wants(mouse, tracking))
            return false;
        var text = Text(
            Code(mouse, tracking),
            Math.Clamp(mouse.X, 0, columns - 1) + 1,
            Math.Clamp(mouse.Y, 0, rows - 1) + 1,
            mouse.Action == MouseAction.Release,
            modes);
        if (text.Length == 0)
            return false;
        Encoding.Latin1.GetBytes(text.AsSpan(), output);
        return true;
    }

    public static MouseTracking Tracking(ModeSet modes) =>
        modes[TerminalMode.MouseAny] ? MouseTracking.Any
        : modes[TerminalMode.MouseButton] ? MouseTracking.Button
        : modes[TerminalMode.MouseNormal] ? MouseTracking.Normal
        : modes[TerminalMode.MouseX10] ? MouseTracking.X10
        : MouseTracking.Off;

    private static bool Wants(in MouseEvent mouse, MouseTracking tracking) => mouse.Action switch
    {
        MouseAction.Press => mouse.Button != MouseButton.None && (tracking != MouseTracking.X10 || mouse.Button is MouseButton.Left or MouseButton.Middle or MouseButton.Right),
        MouseAction.Release => tracking != MouseTracking.X10 && mouse.Button is not (MouseButton.WheelUp or MouseButton.WheelDown or MouseButton.WheelLeft or MouseButton.WheelRight),
        _ => tracking == MouseTracking.Any || (tracking == MouseTracking.Button && mouse.Button != MouseButton.None),
    };

    private static int Code(in MouseEvent mouse, MouseTracking tracking)
    {
        var code = mouse.Button switch
        {
            MouseButton.Left => 0,
            MouseButton.Middle => 1,
            MouseButton.Right => 2,
            >= MouseButton.WheelUp and <= MouseButton.WheelRight => 64 + (mouse.Button - MouseButton.WheelUp),
            >= MouseButton.Button8 and <= MouseButton.Button11 => 128 + (mouse.Button - MouseButton.Button8),
            _ => 3,
        };
        if (mouse.Action == MouseAction.Move)
            code += 32;
        if (tracking == MouseTracking.X10)
            return code;
        if ((mouse.Modifiers & KeyModifiers.Shift) != 0)
            code += 4;
        if ((mouse.Modifiers & (KeyModifiers.Alt | KeyModifiers.Meta)) != 0)
            code += 8;
        if ((mouse.Modifiers & KeyModifiers.Control) != 0)
            code += 16;
        return code;
    }

    /// <summary>Each character is one byte to send; empty when the encoding cannot say it.</summary>
    private static string Text(int code, int x, int y, bool released, ModeSet modes)
    {
        var culture = CultureInfo.InvariantCulture;
        if (modes[TerminalMode.MouseSgr])
            return string.Create(culture, $"\e[<{code};{x};{y}{(released ? 'm' : 'M')}");
        if (released)
            code = (code & ~0b11) | 3;
        if (modes[TerminalMode.MouseUrxvt])
            return string.Create(culture, $"\e[{code + 32};{x};{y}M");
        if (modes[TerminalMode.MouseUtf8])
            return x <= 2015 && y <= 2015 ? "\e[M" + Utf8(code + 32) + Utf8(x + 32) + Utf8(y + 32) : "";
        return x <= 223 && y <= 223 && code <= 223 ? $"\e[M{(char)(code + 32)}{(char)(x + 32)}{(char)(y + 32)}" : "";
    }

    private static string Utf8(int value) => value < 0x80 ? ((char)value).ToString() : $"{(char)(0xc0 | (value >> 6))}{(char)(0x80 | (value & 63))}";

    private static bool Wheel(in MouseEvent mouse, ModeSet modes, bool isAlternate, IBufferWriter<byte> output)
    {
        if (!isAlternate || !modes[TerminalMode.AlternateScroll] || mouse.Action != MouseAction.Press || mouse.Button is not (MouseButton.WheelUp or MouseButton.WheelDown))
            return false;
        var up = mouse.Button == MouseButton.WheelUp;
        var application = modes[TerminalMode.ApplicationCursor];
        for (var i = 0; i < WheelLines; i++)
            output.Write(application ? (up ? "\eOA"u8 : "\eOB"u8) : up ? "\e[A"u8 : "\e[B"u8);
        return true;
    }
}
