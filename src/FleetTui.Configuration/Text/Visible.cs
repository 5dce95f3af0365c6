using System.Globalization;
using System.Text;

namespace FleetTui.Configuration.Text;

/// <summary>
/// Text of a file that nobody trusts yet, made safe to show: what a terminal would obey or hide (control characters, marks of direction, unassigned ones)
/// is written as an escape.
/// </summary>
internal static class Visible
{
    public static string Of(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            Append(visible, rune);
        return visible.ToString();
    }

    /// <summary>In double quotes, so that its end is seen, too.</summary>
    public static string Quoted(string text)
    {
        var visible = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '"' or '\\')
                visible.Append('\\');
            Append(visible, rune);
        }
        return visible.Append('"').ToString();
    }

    private static void Append(StringBuilder visible, Rune rune)
    {
        if (!IsInvisible(rune))
            visible.Append(rune.ToString());
        else if (rune.IsBmp)
            visible.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
        else
            visible.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}");
    }

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
