using System.Text.RegularExpressions;

namespace FleetTui.Migrations.Grammars;

/// <summary>goose: the digits before the first underscore, <c>.sql</c> or <c>.go</c>; missing older ones are an error without <c>-allow-missing</c>.</summary>
internal static partial class Goose
{
    public static IMigrationGrammar Grammar { get; } = new PatternGrammar(
        "goose",
        VersionStyle.TimeOrNumber,
        versionIsIdentity: true,
        needsOrder: true,
        FileName(),
        static (version, name) => $"{version}_{MigrationWords.Snake(name)}.sql");

    [GeneratedRegex(@"^(?<version>[0-9]+)_(?<name>[^/]*)(?<!_test)\.(sql|go)$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
