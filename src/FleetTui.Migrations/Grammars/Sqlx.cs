using System.Text.RegularExpressions;

namespace FleetTui.Migrations.Grammars;

/// <summary>sqlx: <c>1_name.sql</c>, or <c>.up.sql</c> and <c>.down.sql</c>; a name without a number before the underscore is an error.</summary>
internal static partial class Sqlx
{
    public static IMigrationGrammar Grammar { get; } = new PatternGrammar(
        "sqlx",
        VersionStyle.TimeOrNumber,
        new ToolHabits(
            VersionIsIdentity: true,
            NeedsOrder: false,
            "sqlx fails at the second, or at its checksum",
            "sqlx runs it after the newer ones")
        { Pairs = true },
        FileName(),
        static (version, name) => $"{version}_{MigrationWords.Snake(name)}.sql")
    {
        Malformed = static path => path.EndsWith(".sql", StringComparison.Ordinal) && !path.Contains('/') ? "sqlx fails on it: a name is <number>_name.sql" : null,
    };

    [GeneratedRegex(@"^(?<version>[0-9]+)_(?<name>[^/]*?)(?<part>\.up|\.down)?\.sql$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
