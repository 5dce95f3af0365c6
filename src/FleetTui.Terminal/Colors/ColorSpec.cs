using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace FleetTui.Terminal.Colors;

/// <summary>Colours as X11 and xterm write them: "rgb:rr/gg/bb" with 1 to 4 digits each, "#rgb" to "#rrrrggggbbbb", and the sixteen plain names.</summary>
internal static class ColorSpec
{
    public static string Format(uint color)
    {
        var (r, g, b) = ((color >> 16) & 255, (color >> 8) & 255, color & 255);
        return string.Create(CultureInfo.InvariantCulture, $"rgb:{r:x2}{r:x2}/{g:x2}{g:x2}/{b:x2}{b:x2}");
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out uint color)
    {
        color = 0;
        if (text.Length is 0 or > 32)
            return false;
        if (text[0] == '#')
            return TryHash(text[1..], out color);
        if (text.StartsWith("rgb:"u8))
            return TryParts(text[4..], out color);
        return TryName(Encoding.ASCII.GetString(text), out color);
    }

    public static bool TryNumber(ReadOnlySpan<byte> text, out int number) =>
        Utf8Parser.TryParse(text, out number, out var used) && used == text.Length && number >= 0;

    private static bool TryHash(ReadOnlySpan<byte> digits, out uint color)
    {
        color = 0;
        if (digits.Length is not (3 or 6 or 9 or 12))
            return false;
        var size = digits.Length / 3;
        for (var i = 0; i < 3; i++)
        {
            if (!TryHex(digits.Slice(i * size, size), out var value))
                return false;
            // "#abc" keeps the high bits (a0 b0 c0), unlike "rgb:a/b/c", which scales.
            color = (color << 8) | (size == 1 ? value << 4 : value >> ((size - 2) * 4));
        }

        return true;
    }

    private static bool TryParts(ReadOnlySpan<byte> text, out uint color)
    {
        color = 0;
        for (var i = 0; i < 3; i++)
        {
            var end = text.IndexOf((byte)'/');
            var part = end < 0 ? text : text[..end];
            if ((i < 2 && end < 0) || (i == 2 && end >= 0) || part.Length is 0 or > 4 || !TryHex(part, out var value))
                return false;
            var max = (1u << (part.Length * 4)) - 1;
            color = (color << 8) | (((value * 255) + (max / 2)) / max);
            text = end < 0 ? default : text[(end + 1)..];
        }

        return true;
    }

    private static bool TryHex(ReadOnlySpan<byte> digits, out uint value) =>
        Utf8Parser.TryParse(digits, out value, out var used, 'x') && used == digits.Length;

    private static bool TryName(string name, out uint color)
    {
        uint? found = name.ToLowerInvariant() switch
        {
            "black" => 0x000000,
            "white" => 0xffffff,
            "red" => 0xff0000,
            "green" => 0x00ff00,
            "blue" => 0x0000ff,
            "yellow" => 0xffff00,
            "cyan" => 0x00ffff,
            "magenta" => 0xff00ff,
            "gray" or "grey" => 0xbebebe,
            _ => null,
        };
        color = found ?? 0;
        return found is not null;
    }
}
