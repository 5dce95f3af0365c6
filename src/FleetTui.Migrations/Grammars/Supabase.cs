using System.Text.RegularExpressions;

namespace FleetTui.Migrations.Grammars;

/// <summary>Supabase CLI: <c>20260428001000_name.sql</c> beside each other; anything else is skipped with a message. It refuses versions older than the newest applied without <c>--include-all</c>.</summary>
internal static partial class Supabase
{
    public static IMigrationGrammar Grammar { get; } = new PatternGrammar(
        "supabase",
        VersionStyle.Time,
        versionIsIdentity: true,
        needsOrder: true,
        FileName(),
        static (version, name) => $"{version}_{MigrationWords.Snake(name)}.sql",
        static path => path.EndsWith(".sql", StringComparison.Ordinal) && !path.Contains('/') ? "Supabase skips it: a name is YYYYMMDDHHMMSS_name.sql" : null);

    [GeneratedRegex(@"^(?<version>[0-9]+)_(?<name>[^/]*)\.sql$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
