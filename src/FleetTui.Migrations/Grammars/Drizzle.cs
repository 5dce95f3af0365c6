using System.Text.RegularExpressions;

namespace FleetTui.Migrations.Grammars;

/// <summary>Drizzle Kit: <c>0001_name.sql</c>; older ones than the newest applied are skipped with a message of success.</summary>
internal static partial class Drizzle
{
    public static IMigrationGrammar Grammar { get; } = new PatternGrammar(
        "drizzle",
        VersionStyle.TimeOrNumber,
        versionIsIdentity: true,
        needsOrder: true,
        FileName(),
        static (version, name) => $"{version}_{MigrationWords.Snake(name)}.sql");

    [GeneratedRegex(@"^(?<version>[0-9]+)_(?<name>[^/]*)\.sql$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
