using System.Text.RegularExpressions;

namespace FleetTui.Migrations.Grammars;

/// <summary>sqlx: <c>1_name.sql</c>, or <c>.up.sql</c> and <c>.down.sql</c>; a name without a number before the underscore is an error.</summary>
internal static partial class Sqlx
{
    public static IMigrationGrammar Grammar { get; } = new PatternGrammar(
        "sqlx",
        VersionStyle.TimeOrNumber,
        versionIsIdentity: true,
        needsOrder: false,
        FileName(),
        static (version, name) => $"{version}_{MigrationWords.Snake(name)}.sql",
        static path => path.EndsWith(".sql", StringComparison.Ordinal) && !path.Contains('/') ? "sqlx fails on it: a name is <number>_name.sql" : null);

    [GeneratedRegex(@"^(?<version>[0-9]+)_(?<name>[^/]*?)(?<part>\.up|\.down)?\.sql$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
