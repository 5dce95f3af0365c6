using System.Text.RegularExpressions;

namespace FleetTui.Configuration.Init;

/// <summary>Where one tool's migrations lie.</summary>
/// <param name="Grammar">As in <c>migrations.grammar</c>.</param>
/// <param name="Directory">Of a path that looks like a migration of the tool's, the migrations' directory; null for any other path.</param>
/// <param name="Fits">Whether it is this tool and none that names its files alike.</param>
internal sealed record MigrationPlace(string Grammar, Func<string, string?> Directory, Func<string, MigrationSigns, bool> Fits);

/// <summary>The tools, those with the plainest signs first.</summary>
internal static partial class MigrationPlaces
{
    public static IReadOnlyList<MigrationPlace> All { get; } =
    [
        Of("supabase", Supabase()),
        Of("prisma", Prisma(), (directory, signs) => directory.EndsWith("prisma/migrations", StringComparison.Ordinal) || signs.HasPath(directory + "/migration_lock.toml")),
        Of("drizzle", Drizzle(), (directory, signs) => signs.HasPath(directory + "/meta/_journal.json") || signs.HasFile("drizzle.config.ts", "drizzle.config.js", "drizzle.config.mjs", "drizzle.config.json")),
        Of("flyway", Flyway()),
        Of("rails", Rails()),
        Of("laravel", Laravel()),
        Of("ef-core", EntityFramework()),
        Of("alembic", Alembic(), (_, signs) => signs.HasFile("alembic.ini")),
        Of("django", Django(), (directory, signs) => signs.HasPath(directory + "/__init__.py")),
        Of("sqlx", Numbered(), (directory, signs) => signs.HasFile("Cargo.toml") && !Plain(directory, signs)),
        Of("golang-migrate", Pairs()),
        Of("goose", Numbered(), (directory, signs) => signs.Says(directory, "-- +goose")),
        Of("goose", GoFiles(), (_, signs) => signs.HasFile("go.mod")),
        Of("dbmate", Dated(), (directory, signs) => signs.Says(directory, "-- migrate:up") || directory == "db/migrations"),
        Of("knex", Scripts(), (_, signs) => !signs.HasFile("ormconfig.json")),
        Of("supabase", Dated()),
    ];

    private static MigrationPlace Of(string grammar, Regex pattern, Func<string, MigrationSigns, bool>? fits = null) => new(
        grammar,
        path => pattern.Match(path) is { Success: true } match ? match.Groups["d"].Value : null,
        fits ?? (static (_, _) => true));

    /// <summary>Says itself that it is another tool's.</summary>
    private static bool Plain(string directory, MigrationSigns signs) => signs.Says(directory, "-- +goose") || signs.Says(directory, "-- migrate:up");

    [GeneratedRegex(@"^(?<d>(.*/)?supabase/migrations)/[0-9]{14}_[^/]*\.sql$")]
    private static partial Regex Supabase();

    [GeneratedRegex(@"^(?<d>(.*/)?migrations)/[0-9]{14}_[^/]*/migration\.sql$")]
    private static partial Regex Prisma();

    [GeneratedRegex(@"^(?<d>(?:[^/]+/)*?[^/]+)/(?:[0-9]{4,14}_[^/]*\.sql|[0-9]{14}_[^/]*/migration\.sql)$")]
    private static partial Regex Drizzle();

    [GeneratedRegex(@"^(?:(?<d>(.*/)?db/migration)/(.*/)?|(?<d>.*)/)V[0-9][0-9._]*__[^/]*\.(sql|java|kt)$")]
    private static partial Regex Flyway();

    [GeneratedRegex(@"^(?<d>(.*/)?db/migrate)/(.*/)?[0-9]+_[_a-z0-9]*\.?[_a-z0-9]*\.rb$")]
    private static partial Regex Rails();

    [GeneratedRegex(@"^(?<d>(.*/)?migrations)/[0-9]{4}_[0-9]{2}_[0-9]{2}_[0-9]{6}_[^/]*\.php$", RegexOptions.IgnoreCase)]
    private static partial Regex Laravel();

    [GeneratedRegex(@"^(?<d>(.*/)?[^/]+)/[0-9]{14}_[^/.]*(\.Designer)?\.cs$")]
    private static partial Regex EntityFramework();

    [GeneratedRegex(@"^(?<d>(.*/)?versions)/(?!__)[^/]+\.py$")]
    private static partial Regex Alembic();

    [GeneratedRegex(@"^(?<d>(.*/)?[^/]+/migrations)/[0-9]{4}_[^/]*\.py$")]
    private static partial Regex Django();

    [GeneratedRegex(@"^(?<d>(.*/)?[^/]*migrat[^/]*)/[0-9]+_[^/]*\.sql$", RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(?<d>(.*/)?[^/]+)/[0-9]+_[^/]*\.up\.[^/]+$")]
    private static partial Regex Pairs();

    [GeneratedRegex(@"^(?<d>(.*/)?[^/]*migrations?)/[0-9]+_[^/]*(?<!_test)\.go$")]
    private static partial Regex GoFiles();

    [GeneratedRegex(@"^(?<d>(.*/)?[^/]*migrat[^/]*)/[0-9]{14}_[^/]*\.sql$")]
    private static partial Regex Dated();

    [GeneratedRegex(@"^(?<d>(.*/)?migrations)/[0-9]{14}_[^/]*\.(js|ts|mjs|cjs)$")]
    private static partial Regex Scripts();
}
