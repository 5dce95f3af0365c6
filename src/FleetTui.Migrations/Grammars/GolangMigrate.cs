using System.Text.RegularExpressions;

namespace FleetTui.Migrations.Grammars;

/// <summary>golang-migrate: <c>1_name.up.sql</c> and <c>1_name.down.sql</c>, each by itself.</summary>
internal static partial class GolangMigrate
{
    public static IMigrationGrammar Grammar { get; } = new PatternGrammar(
        "golang-migrate",
        VersionStyle.TimeOrNumber,
        new ToolHabits(
            VersionIsIdentity: true,
            NeedsOrder: true,
            "golang-migrate refuses to start (duplicate migration file)",
            "golang-migrate silently never runs it")
        { Pairs = true },
        FileName(),
        static (version, name) => $"{version}_{MigrationWords.Snake(name)}.up.sql")
    {
        Malformed = static path => path is [>= '0' and <= '9', ..] && path.EndsWith(".sql", StringComparison.Ordinal) && !path.Contains('/') ? "golang-migrate skips it: a name is <number>_name.up.sql or .down.sql" : null,
    };

    [GeneratedRegex(@"^(?<version>[0-9]+)_(?<name>[^/]*)\.(?<part>down|up)\.[^/]*$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
