namespace FleetTui.Configuration.Init;

/// <summary>The migrations of a repository, by where tools keep them, how they name them and, where that leaves it open, what else lies there.</summary>
/// <param name="Grammar">Of all the directories; null when there are none.</param>
/// <param name="Directories">Sorted; none lies in another.</param>
/// <param name="Others">Usual places of migrations whose files are named otherwise.</param>
public sealed record FoundMigrations(string? Grammar, IReadOnlyList<string> Directories, IReadOnlyList<string> Others)
{
    /// <summary>Others' code and tests' samples are nobody's migrations.</summary>
    private static readonly HashSet<string> Foreign = new(StringComparer.Ordinal) { "node_modules", "vendor", "third_party", "testdata", "fixtures", ".venv", "site-packages" };

    private static readonly string[] Usual = ["supabase/migrations", "prisma/migrations", "src/main/resources/db/migration", "db/migrate", "database/migrations", "db/migrations", "migrations"];

    /// <summary>The grammar that fits decides, the first of those that do; all its directories are taken.</summary>
    /// <param name="read">The beginning of a tracked file; "" when it cannot be read.</param>
    public static FoundMigrations In(IReadOnlyList<string> tracked, Func<string, string> read)
    {
        var own = tracked.Where(static path => !path.Split('/').Any(Foreign.Contains)).ToList();
        var signs = new MigrationSigns(own, read);
        foreach (var place in MigrationPlaces.All)
        {
            var directories = own.Select(place.Directory).OfType<string>().Distinct(StringComparer.Ordinal).Where(directory => place.Fits(directory, signs)).Order(StringComparer.Ordinal).ToList();
            if (directories.Count > 0) return new(place.Grammar, Outer(directories), Left(own, directories));
        }

        return new(null, [], Left(own, []));
    }

    private static List<string> Outer(List<string> directories) => [.. directories.Where(one => !directories.Any(other => other != one && one.StartsWith(other + "/", StringComparison.Ordinal)))];

    private static List<string> Left(List<string> tracked, List<string> found) =>
        [.. Usual.Where(usual => !found.Contains(usual) && tracked.Any(path => path.StartsWith(usual + "/", StringComparison.Ordinal)) && !found.Any(one => one.StartsWith(usual + "/", StringComparison.Ordinal)))];
}
