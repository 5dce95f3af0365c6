using System.Text.RegularExpressions;

namespace FleetTui.Migrations.Grammars;

/// <summary>Drizzle Kit: <c>0001_name.sql</c> with an entry in <c>meta/_journal.json</c>, or a directory <c>20260428001000_name</c> with <c>migration.sql</c> in it.</summary>
internal static partial class Drizzle
{
    public static IMigrationGrammar Grammar { get; } = new PatternGrammar(
        "drizzle",
        VersionStyle.TimeOrNumber,
        new ToolHabits(
            VersionIsIdentity: true,
            NeedsOrder: true,
            "Drizzle keeps one entry of its journal for each",
            "Drizzle skips it and reports success"),
        FileName(),
        static (version, name) => $"{(version.Length == 14 ? $"{version}_{MigrationWords.Snake(name)}/migration" : $"{version}_{MigrationWords.Snake(name)}")}.sql")
    {
        Journal = "meta/_journal.json",
    };

    [GeneratedRegex(@"^(?<version>[0-9]+)_(?<name>[^/]*)(/migration)?\.sql$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
