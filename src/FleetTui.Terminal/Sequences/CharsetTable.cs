using FleetTui.Terminal.Machines;
using FleetTui.Terminal.Modes;
using FleetTui.Terminal.Screens;

namespace FleetTui.Terminal.Sequences;

/// <summary>A set by the characters that designate it.</summary>
/// <param name="Designator">One or two characters after ( ) * + or, for sets of 96, after - . /.</param>
/// <param name="Is96">A set of 96 characters: never in G0.</param>
/// <param name="IsNational">Only to be had in DECNRCM (mode 42); else it is ASCII, as in xterm.</param>
internal sealed record CharsetEntry(string Designator, Charset Set, string Name, bool Is96 = false, bool IsNational = false);

/// <summary>SCS: the sets, and their designation. What is not known is ASCII.</summary>
internal static class CharsetTable
{
    public static readonly CharsetEntry[] Entries =
    [
        new("B", Charset.Ascii, "ASCII"),
        new("0", Charset.Graphics, "DEC Special Graphics"),
        new("A", Charset.British, "British"),
        new("<", Charset.Supplemental, "DEC Supplemental"),
        new("%5", Charset.Supplemental, "DEC Supplemental Graphics"),
        new(">", Charset.Technical, "DEC Technical"),
        new("4", Charset.Dutch, "Dutch", false, true),
        new("C", Charset.Finnish, "Finnish", false, true),
        new("5", Charset.Finnish, "Finnish", false, true),
        new("R", Charset.French, "French", false, true),
        new("f", Charset.French, "French", false, true),
        new("Q", Charset.FrenchCanadian, "French Canadian", false, true),
        new("9", Charset.FrenchCanadian, "French Canadian", false, true),
        new("K", Charset.German, "German", false, true),
        new("Y", Charset.Italian, "Italian", false, true),
        new("E", Charset.NorwegianDanish, "Norwegian and Danish", false, true),
        new("6", Charset.NorwegianDanish, "Norwegian and Danish", false, true),
        new("`", Charset.NorwegianDanish, "Norwegian and Danish", false, true),
        new("%6", Charset.Portuguese, "Portuguese", false, true),
        new("Z", Charset.Spanish, "Spanish", false, true),
        new("H", Charset.Swedish, "Swedish", false, true),
        new("7", Charset.Swedish, "Swedish", false, true),
        new("=", Charset.Swiss, "Swiss", false, true),
        new("%2", Charset.Turkish, "Turkish", false, true),
        new("%3", Charset.SerboCroatian, "Serbo-Croatian", false, true),
        new("\">", Charset.Greek, "Greek", false, true),
        new("%=", Charset.Hebrew, "Hebrew", false, true),
        new("&5", Charset.Russian, "Russian", false, true),
        new("A", Charset.Latin1, "ISO Latin-1", true),
        new("M", Charset.Latin5, "ISO Latin-5", true),
    ];

    private const string Into94 = "()*+";
    private const string Into96 = "-./";

    /// <summary>True when the sequence designates a set, known or not.</summary>
    public static bool Designates(byte intermediate) => intermediate is >= (byte)'(' and <= (byte)'/' and not (byte)',';

    public static void Designate(Machine m, byte intermediate, byte second, byte final)
    {
        var is96 = intermediate >= '-';
        var index = is96 ? Into96.IndexOf((char)intermediate, StringComparison.Ordinal) + 1 : Into94.IndexOf((char)intermediate, StringComparison.Ordinal);
        m.Screen.Cursor.Charsets.Designate(index, Find(is96, second, final, m.Modes[TerminalMode.NationalSets]));
    }

    /// <summary>The set that DECCIR names so; ASCII when none is.</summary>
    public static Charset Find(bool is96, byte second, byte final, bool national)
    {
        foreach (var entry in Entries)
        {
            if (entry.Is96 == is96 && entry.Designator[^1] == final && (entry.Designator.Length == 2 ? entry.Designator[0] : 0) == second && (national || !entry.IsNational))
                return entry.Set;
        }

        return Charset.Ascii;
    }

    public static CharsetEntry Of(Charset set) => Array.Find(Entries, e => e.Set == set) ?? Entries[0];
}
