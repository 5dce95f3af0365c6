using System.Text.RegularExpressions;

namespace FleetTui.Configuration.Init;

/// <summary>The migrations of a repository, by where tools keep them and how they name them.</summary>
/// <param name="Grammar">Of all the directories; null when there are none.</param>
/// <param name="Others">Usual places of migrations whose files are named otherwise.</param>
internal sealed record FoundMigrations(string? Grammar, IReadOnlyList<string> Directories, IReadOnlyList<string> Others)
{
    private const string Dated = @"^\d{14}_[^/]*";

    /// <summary>The first that fits decides; later ones join it when they are named alike.</summary>
    private static readonly (string Directory, string Grammar, string File)[] Usual =
    [
        ("supabase/migrations", "supabase", Dated + @"\.sql$"),
        ("prisma/migrations", "prisma", Dated + @"/migration\.sql$"),
        ("src/main/resources/db/migration", "flyway", @"(^|/)V[0-9][0-9._]*__[^/]*\.sql$"),
        ("db/migrate", "rails", Dated + @"\.rb$"),
        ("database/migrations", "laravel", @"^\d{4}_\d{2}_\d{2}_\d{6}_[^/]*\.php$"),
        ("db/migrations", "golang-migrate", @"^\d+_[^/]*\.up\.sql$"),
        ("migrations", "golang-migrate", @"^\d+_[^/]*\.up\.sql$"),
        ("db/migrations", "dbmate", Dated + @"\.sql$"),
        ("migrations", "knex", Dated + @"\.[jt]s$"),
        ("migrations", "supabase", Dated + @"\.sql$"),
    ];

    public static FoundMigrations In(TrackedTree tree)
    {
        var there = Usual.Where(usual => tree.HasDirectory(usual.Directory)).ToList();
        var fitting = there.Where(usual => tree.FilesBelow(usual.Directory).Any(file => Regex.IsMatch(file, usual.File, RegexOptions.CultureInvariant))).ToList();
        var grammar = fitting.Count == 0 ? null : fitting[0].Grammar;
        List<string> found = [.. fitting.Where(usual => usual.Grammar == grammar).Select(usual => usual.Directory).Distinct()];
        return new FoundMigrations(grammar, found, [.. there.Select(usual => usual.Directory).Distinct().Except(found)]);
    }
}
