namespace FleetTui.Cli.CommandLine;

/// <summary>Finds what a mistyped name was meant to be.</summary>
internal static class NearestName
{
    /// <summary>The candidate that takes the fewest edits, or that begins with what was typed; null when nothing is near enough to be meant.</summary>
    public static string? Of(string typed, IEnumerable<string> candidates)
    {
        string? nearest = null;
        var least = Math.Max(2, typed.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            var edits = Edits(typed, candidate);
            if (edits > 1 && candidate.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            {
                edits = 1;
            }

            if (edits < least)
            {
                (nearest, least) = (candidate, edits);
            }
        }

        return nearest;
    }

    /// <summary>Levenshtein's distance, letter case aside.</summary>
    private static int Edits(string from, string to)
    {
        var row = new int[to.Length + 1];
        for (var j = 0; j <= to.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (char.ToLowerInvariant(from[i - 1]) == char.ToLowerInvariant(to[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[to.Length];
    }
}
