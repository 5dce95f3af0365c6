using System.Text;

namespace FleetTui.Terminal.Rows;

/// <summary>Strings for cells: the same object for the same short text, so that decoding a screen allocates almost nothing.</summary>
internal static class ClusterText
{
    private const int Slots = 4096;
    private static readonly string[] Ascii = AsciiTexts();
    private static readonly Entry?[] Cache = new Entry?[Slots];

    public static string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length == 1)
            return Ascii[utf8[0] & 0x7f];
        if (utf8.Length > 8)
            return Encoding.UTF8.GetString(utf8);
        var key = 0ul;
        foreach (var b in utf8)
            key = (key << 8) | b;
        return Of(key, utf8);
    }

    private static string Of(ulong key, ReadOnlySpan<byte> utf8)
    {
        var slot = (int)((key * 0x9E3779B97F4A7C15ul) >> 52);
        // Entries are immutable, so a race between threads only costs a second string.
        if (Cache[slot] is { } hit && hit.Key == key)
            return hit.Text;
        var text = Encoding.UTF8.GetString(utf8);
        Cache[slot] = new Entry(key, text);
        return text;
    }

    private static string[] AsciiTexts()
    {
        var texts = new string[128];
        for (var c = 0; c < texts.Length; c++)
            texts[c] = ((char)c).ToString();
        return texts;
    }

    private sealed record Entry(ulong Key, string Text);
}
