using System.Text.RegularExpressions;

namespace FleetTui.Migrations.Grammars;

/// <summary>golang-migrate: <c>1_name.up.sql</c> and <c>.down.sql</c>; older ones than the current version are silently never run.</summary>
internal static partial class GolangMigrate
{
    public static IMigrationGrammar Grammar { get; } = new PatternGrammar(
        "golang-migrate",
        VersionStyle.TimeOrNumber,
        versionIsIdentity: true,
        needsOrder: true,
        FileName(),
        static (version, name) => $"{version}_{MigrationWords.Snake(name)}.up.sql");

    [GeneratedRegex(@"^(?<version>[0-9]+)_(?<name>[^/]*)\.(?<part>down|up)\.[^/]*$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
