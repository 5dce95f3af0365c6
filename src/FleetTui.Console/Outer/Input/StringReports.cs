using System.Globalization;
using System.Text;

namespace FleetTui.Console.Outer.Input;

/// <summary>Answers that come as strings: the background colour (OSC 11, <c>rgb:RR../GG../BB..</c>) and the terminal's name (DCS <c>&gt;|</c>, XTVERSION).</summary>
internal static class StringReports
{
    public static InputEvent? Decode(byte introducer, ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body);
        if (introducer == 'P')
        {
            return text.StartsWith(">|", StringComparison.Ordinal) ? new InputEvent.Answer(new TerminalAnswer.Version(text[2..])) : null;
        }

        if (!text.StartsWith("11;rgb:", StringComparison.Ordinal))
        {
            return null;
        }

        var parts = text["11;rgb:".Length..].Split('/');
        return parts.Length == 3 && Part(parts[0]) is { } red && Part(parts[1]) is { } green && Part(parts[2]) is { } blue
            ? new InputEvent.Answer(new TerminalAnswer.Background(red, green, blue))
            : null;
    }

    /// <summary>One to four hex digits, scaled to 0–255.</summary>
    private static int? Part(string hex)
    {
        if (hex.Length is < 1 or > 4 || !int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        return value * 255 / ((1 << (4 * hex.Length)) - 1);
    }
}
