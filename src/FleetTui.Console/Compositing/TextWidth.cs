using System.Globalization;
using System.Text;

namespace FleetTui.Console.Compositing;

/// <summary>
/// Widths of the console's own texts (titles, branches, messages). Panes' cells come with their widths from the terminal engine.
/// </summary>
public static class TextWidth
{
    public static int Of(ReadOnlySpan<char> text)
    {
        var width = 0;
        while (!text.IsEmpty)
        {
            var length = Next(text, out var cells);
            width += cells;
            text = text[length..];
        }

        return width;
    }

    /// <summary>The length in chars of the first grapheme cluster, and how many cells it takes: 0 for one that shows nothing.</summary>
    public static int Next(ReadOnlySpan<char> text, out int cells)
    {
        if (text[0] is >= ' ' and < '\x7f' && (text.Length == 1 || text[1] < '\x80'))
        {
            cells = 1;
            return 1;
        }

        var length = StringInfo.GetNextTextElementLength(text);
        cells = ClusterWidth(text[..length]);
        return length;
    }

    /// <summary>Cuts to <paramref name="cells"/>, with a mark at the end when something was cut.</summary>
    public static string Fit(string text, int cells, string mark = "…")
    {
        if (cells <= 0)
        {
            return "";
        }

        if (Of(text) <= cells)
        {
            return text;
        }

        var room = cells - Of(mark);
        if (room < 0)
        {
            (mark, room) = ("", cells);
        }

        var taken = 0;
        var used = 0;
        while (taken < text.Length)
        {
            var length = Next(text.AsSpan(taken), out var width);
            if (used + width > room)
            {
                break;
            }

            taken += length;
            used += width;
        }

        return string.Concat(text.AsSpan(0, taken), mark);
    }

    private static int ClusterWidth(ReadOnlySpan<char> cluster)
    {
        Rune.DecodeFromUtf16(cluster, out var first, out var consumed);
        if (Rune.GetUnicodeCategory(first) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate)
        {
            return 0;
        }

        return IsWide(first.Value) || cluster[consumed..].Contains('\uFE0F') ? 2 : 1;
    }

    /// <summary>East Asian Wide and Fullwidth, and emoji presentation, by block (UAX #11).</summary>
    private static bool IsWide(int rune) => rune is
        (>= 0x1100 and <= 0x115F) or (>= 0x231A and <= 0x231B) or (>= 0x23E9 and <= 0x23EC) or 0x23F0 or 0x23F3
        or (>= 0x25FD and <= 0x25FE) or (>= 0x2614 and <= 0x2615) or (>= 0x2648 and <= 0x2653) or 0x267F or 0x2693 or 0x26A1
        or (>= 0x26AA and <= 0x26AB) or (>= 0x26BD and <= 0x26BE) or (>= 0x26C4 and <= 0x26C5) or 0x26CE or 0x26D4 or 0x26EA
        or (>= 0x26F2 and <= 0x26F3) or 0x26F5 or 0x26FA or 0x26FD or 0x2705 or (>= 0x270A and <= 0x270B) or 0x2728 or 0x274C or 0x274E
        or (>= 0x2753 and <= 0x2755) or 0x2757 or (>= 0x2795 and <= 0x2797) or 0x27B0 or 0x27BF or (>= 0x2B1B and <= 0x2B1C) or 0x2B50 or 0x2B55
        or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0x33FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0xA000 and <= 0xA4CF) or (>= 0xA960 and <= 0xA97F) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0xFE10 and <= 0xFE19) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6)
        or (>= 0x16FE0 and <= 0x18DFF) or (>= 0x1AFF0 and <= 0x1B2FF) or 0x1F004 or 0x1F0CF or 0x1F18E or (>= 0x1F191 and <= 0x1F19A)
        or (>= 0x1F1E6 and <= 0x1F202) or (>= 0x1F210 and <= 0x1F23B) or (>= 0x1F240 and <= 0x1F248) or (>= 0x1F250 and <= 0x1F251)
        or (>= 0x1F260 and <= 0x1F265) or (>= 0x1F300 and <= 0x1F320) or (>= 0x1F32D and <= 0x1F335) or (>= 0x1F337 and <= 0x1F37C)
        or (>= 0x1F37E and <= 0x1F393) or (>= 0x1F3A0 and <= 0x1F3CA) or (>= 0x1F3CF and <= 0x1F3D3) or (>= 0x1F3E0 and <= 0x1F3F0)
        or 0x1F3F4 or (>= 0x1F3F8 and <= 0x1F43E) or 0x1F440 or (>= 0x1F442 and <= 0x1F4FC) or (>= 0x1F4FF and <= 0x1F53D)
        or (>= 0x1F54B and <= 0x1F54E) or (>= 0x1F550 and <= 0x1F567) or 0x1F57A or (>= 0x1F595 and <= 0x1F596) or 0x1F5A4
        or (>= 0x1F5FB and <= 0x1F64F) or (>= 0x1F680 and <= 0x1F6C5) or 0x1F6CC or (>= 0x1F6D0 and <= 0x1F6D2) or (>= 0x1F6D5 and <= 0x1F6D7)
        or (>= 0x1F6DC and <= 0x1F6DF) or (>= 0x1F6EB and <= 0x1F6EC) or (>= 0x1F6F4 and <= 0x1F6FC) or (>= 0x1F7E0 and <= 0x1F7EB)
        or 0x1F7F0 or (>= 0x1F90C and <= 0x1F93A) or (>= 0x1F93C and <= 0x1F945) or (>= 0x1F947 and <= 0x1F9FF) or (>= 0x1FA70 and <= 0x1FAFF)
        or (>= 0x20000 and <= 0x2FFFD) or (>= 0x30000 and <= 0x3FFFD);
}
