using System.Text.RegularExpressions;

namespace FleetTui.Migrations.Grammars;

/// <summary>Knex: <c>20260428001000_name.js</c> or <c>.ts</c>; the file name is the key of its history.</summary>
internal static partial class Knex
{
    public static IMigrationGrammar Grammar { get; } = new PatternGrammar(
        "knex",
        VersionStyle.Time,
        new ToolHabits(
            VersionIsIdentity: false,
            NeedsOrder: false,
            "Knex runs both, in the order of their names",
            "Knex runs it after the newer ones"),
        FileName(),
        static (version, name) => $"{version}_{MigrationWords.Snake(name)}.js");

    [GeneratedRegex(@"^(?<version>[0-9]{14})_(?<name>[^/]*)\.(js|ts|mjs|cjs)$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
