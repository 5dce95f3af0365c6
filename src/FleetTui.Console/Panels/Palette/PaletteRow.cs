namespace FleetTui.Console.Panels.Palette;

/// <summary>One thing to choose.</summary>
/// <param name="Key">How it is reached without the list; empty: only by name.</param>
/// <param name="Command">As the command prompt takes it.</param>
/// <param name="Asks">The prompt comes up with the command, for the words that it takes.</param>
/// <param name="Disabled">Why it cannot be done here; null: it can.</param>
public sealed record PaletteRow(string Key, string Command, string Note, bool Asks = false, string? Disabled = null)
{
    /// <summary>How well it fits what was typed: higher is better, negative not at all.</summary>
    public int Fit(IReadOnlyList<string> words)
    {
        var all = 0;
        foreach (var word in words)
        {
            var key = Key == word || Key.EndsWith($" {word}", StringComparison.Ordinal) ? 4000 : -1;
            var best = Math.Max(key, Math.Max(Fuzzy.Fit(word, Command, scattered: true), Fuzzy.Fit(word, Note, scattered: false) - 500));
            if (best < 0)
            {
                return -1;
            }

            all += best;
        }

        return all;
    }
}
