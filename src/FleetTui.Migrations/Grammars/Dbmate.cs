using System.Text.RegularExpressions;

namespace FleetTui.Migrations.Grammars;

/// <summary>dbmate: the leading digits; of two with one version the second is skipped silently once the first is applied.</summary>
internal static partial class Dbmate
{
    public static IMigrationGrammar Grammar { get; } = new PatternGrammar(
        "dbmate",
        VersionStyle.Time,
        versionIsIdentity: true,
        needsOrder: false,
        FileName(),
        static (version, name) => $"{version}_{MigrationWords.Snake(name)}.sql");

    [GeneratedRegex(@"^(?<version>[0-9]+)(?<name>[^/]*)\.sql$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
