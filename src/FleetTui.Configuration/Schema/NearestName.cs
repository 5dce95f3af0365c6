namespace FleetTui.Configuration.Schema;

/// <summary>The name a user probably meant.</summary>
public static class NearestName
{
    /// <returns>The candidate with the fewest edits, if they are few for its length, or one that begins with what was written; else null.</returns>
    public static string? Of(string written, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(written);
        var nearest = candidates
            .Select(candidate => (candidate, distance: Edits(Normal(written), Normal(candidate))))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.candidate is not null && nearest.distance <= Math.Max(1, Math.Max(written.Length, nearest.candidate.Length) / 3) ? nearest.candidate : null;
    }

    /// <summary>"did you mean X?", or all there are when they are few.</summary>
    public static string? Advice(string written, IReadOnlyCollection<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        if (Of(written, candidates) is { } nearest)
            return $"did you mean {nearest}?";
        return candidates.Count is > 0 and <= 12 ? $"one of: {string.Join(", ", candidates)}" : null;
    }

    private static int Edits(string written, string candidate) =>
        written.Length > 0 && written.Length < candidate.Length && candidate.StartsWith(written, StringComparison.Ordinal) ? 1 : Distance(written, candidate);

    private static string Normal(string name) => name.ToLowerInvariant().Replace('_', '-');

    /// <summary>Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    rows[i, j] = i + j;
                    continue;
                }
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }
        return rows[a.Length, b.Length];
    }
}
