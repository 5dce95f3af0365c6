using System.Globalization;
using System.Text;

namespace FleetTui.Console.Compositing;

/// <summary>
/// Text of others on one line of cells: subjects, paths and lines of files may hold control characters, which show nothing or would be taken for something else.
/// </summary>
public static class Visible
{
    /// <summary>Control characters (C0, DEL, C1) as <c>\n</c>, <c>\t</c> or <c>\x1b</c>, formatting ones that change the order of text (U+202A…E, U+2066…9) as <c>\u202e</c>; else as it is.</summary>
    public static string Of(string text) => Of(text, IsHidden);

    /// <summary>As <see cref="Of(string)"/>, for what the caller takes for hidden.</summary>
    public static string Of(string text, Func<char, bool> isHidden)
    {
        if (!text.Any(isHidden))
        {
            return text;
        }

        var shown = new StringBuilder(text.Length + 16);
        foreach (var one in text)
        {
            _ = one switch
            {
                '\n' => shown.Append(@"\n"),
                '\r' => shown.Append(@"\r"),
                '\t' => shown.Append(@"\t"),
                _ when char.IsControl(one) => shown.Append(CultureInfo.InvariantCulture, $@"\x{(int)one:x2}"),
                _ when isHidden(one) => shown.Append(CultureInfo.InvariantCulture, $@"\u{(int)one:x4}"),
                _ => shown.Append(one),
            };
        }

        return shown.ToString();
    }

    private static bool IsHidden(char one) => char.IsControl(one) || one is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
