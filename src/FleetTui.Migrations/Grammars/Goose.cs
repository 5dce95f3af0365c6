using System.Text.RegularExpressions;

namespace FleetTui.Migrations.Grammars;

/// <summary>goose: the digits before the first underscore, <c>.sql</c> or <c>.go</c>.</summary>
internal static partial class Goose
{
    public static IMigrationGrammar Grammar { get; } = new PatternGrammar(
        "goose",
        VersionStyle.TimeOrNumber,
        new ToolHabits(
            VersionIsIdentity: true,
            NeedsOrder: true,
            "goose panics (duplicate version)",
            "goose fails without -allow-missing"),
        FileName(),
        static (version, name) => $"{version}_{MigrationWords.Snake(name)}.sql")
    {
        Malformed = static path => path.EndsWith(".sql", StringComparison.Ordinal) && !path.Contains('/') ? "goose fails on it or skips it: a name is <number>_name.sql" : null,
        Skipped = static (version, _) => version.AsSpan().TrimStart('0').Length == 0 ? "goose fails on it: versions begin with 1" : null,
    };

    [GeneratedRegex(@"^(?<version>[0-9]+)_(?<name>[^/]*)(?<!_test)\.(sql|go)$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
