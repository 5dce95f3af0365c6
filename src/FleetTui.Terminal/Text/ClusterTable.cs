using System.Text;

namespace FleetTui.Terminal.Text;

/// <summary>
/// Interns clusters of two or more code points: "e\u0301", flags, ZWJ emoji. Bounded: a cluster takes at most <see cref="MaxCodePoints"/>,
/// and the owner compacts the table when <see cref="IsFull"/>.
/// </summary>
internal sealed class ClusterTable
{
    /// <summary>More marks than this on one character are dropped.</summary>
    public const int MaxCodePoints = 32;

    private const int FirstLimit = 4096;
    private readonly List<string> texts = [];
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private int limit = FirstLimit;

    public ClusterTable() => lookup = ids.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => texts.Count;

    public bool IsFull => texts.Count >= limit;

    public string this[uint id] => texts[(int)id];

    public uint Intern(ReadOnlySpan<char> text)
    {
        if (lookup.TryGetValue(text, out var id))
            return (uint)id;
        var copy = text.ToString();
        ids.Add(copy, texts.Count);
        texts.Add(copy);
        return (uint)(texts.Count - 1);
    }

    /// <summary>The glyph of a character joined by one more code point; the same glyph when the cluster is full.</summary>
    /// <param name="glyph">Value bits of a glyph: code point or cluster.</param>
    public uint Append(uint glyph, uint codePoint)
    {
        Span<char> buffer = stackalloc char[(MaxCodePoints + 1) * 2];
        var length = Write(glyph, buffer);
        var count = 0;
        for (var i = 0; i < length; i++)
            count += char.IsLowSurrogate(buffer[i]) ? 0 : 1;
        if (count >= MaxCodePoints)
            return glyph;
        length += new Rune(codePoint).EncodeToUtf16(buffer[length..]);
        return Screens.Glyphs.Cluster | Intern(buffer[..length]);
    }

    /// <summary>Writes a glyph's text as UTF-16; returns the length, 0 for an erased cell.</summary>
    public int Write(uint glyph, Span<char> buffer)
    {
        glyph &= Screens.Glyphs.ValueMask;
        if (glyph == 0)
            return 0;
        if ((glyph & Screens.Glyphs.Cluster) == 0)
            return new Rune(glyph).EncodeToUtf16(buffer);
        var text = texts[(int)(glyph & ~Screens.Glyphs.Cluster)];
        text.CopyTo(buffer);
        return text.Length;
    }

    public uint[] Compact(ReadOnlySpan<bool> live)
    {
        var map = new uint[texts.Count];
        var old = texts.ToArray();
        texts.Clear();
        ids.Clear();
        for (var i = 0; i < old.Length; i++)
        {
            if (live[i])
                map[i] = Intern(old[i]);
        }

        limit = Math.Max(FirstLimit, texts.Count * 2);
        return map;
    }
}
