using System.Text.RegularExpressions;

namespace FleetTui.Migrations.Grammars;

/// <summary>Flyway: <c>V1.2__name.sql</c> or <c>V1_2__name.sql</c>, undo files <c>U1.2__name.sql</c>, all folders one namespace.</summary>
internal static partial class Flyway
{
    public static IMigrationGrammar Grammar { get; } = new PatternGrammar(
        "flyway",
        VersionStyle.TimeOrNumber,
        new ToolHabits(
            VersionIsIdentity: true,
            NeedsOrder: true,
            "Flyway refuses to start",
            "Flyway fails its validation without outOfOrder=true"),
        FileName(),
        static (version, name) => $"V{version}__{MigrationWords.Snake(name)}.sql")
    {
        Malformed = static path => path[(path.LastIndexOf('/') + 1)..] is ['V', >= '0' and <= '9', ..] name && !name.EndsWith(".conf", StringComparison.Ordinal) ? "Flyway skips it: a name is V<version>__name.sql, with two underscores" : null,
    };

    [GeneratedRegex(@"(^|/)(?<part>[VU])(?<version>[0-9]+([._][0-9]+)*)__(?<name>[^/]*)\.(sql|java|kt|scala|groovy|py|ps1|sh|bash|bat|cmd)$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
