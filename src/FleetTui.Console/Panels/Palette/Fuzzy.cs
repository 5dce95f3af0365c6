namespace FleetTui.Console.Panels.Palette;

/// <summary>How well a few typed letters fit a text.</summary>
public static class Fuzzy
{
    /// <summary>Higher is better: at the start of the text, at the start of a word, anywhere, its letters in order. Negative: not at all.</summary>
    /// <param name="scattered">Letters may stand apart.</param>
    public static int Fit(string typed, string text, bool scattered)
    {
        var at = text.IndexOf(typed, StringComparison.OrdinalIgnoreCase);
        if (at >= 0)
        {
            var word = WordStart(typed, text, at);
            return word == 0 ? 3900 - text.Length : word > 0 ? 3000 - word : 2000 - at;
        }

        return scattered ? Scattered(typed, text) : -1;
    }

    private static int WordStart(string typed, string text, int from)
    {
        for (var at = from; at >= 0; at = at + 1 < text.Length ? text.IndexOf(typed, at + 1, StringComparison.OrdinalIgnoreCase) : -1)
        {
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
            {
                return at;
            }
        }

        return -1;
    }

    private static int Scattered(string typed, string text)
    {
        var (first, at) = (-1, -1);
        foreach (var letter in typed)
        {
            at = text.IndexOf(letter.ToString(), at + 1, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                return -1;
            }

            first = first < 0 ? at : first;
        }

        return 1000 - (at - first);
    }
}
