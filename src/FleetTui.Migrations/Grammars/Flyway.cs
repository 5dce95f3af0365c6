using System.Text.RegularExpressions;

namespace FleetTui.Migrations.Grammars;

/// <summary>Flyway: <c>V1.2__name.sql</c>, undo files <c>U1.2__name.sql</c>, all folders one namespace; older than applied fails its validation.</summary>
internal static partial class Flyway
{
    public static IMigrationGrammar Grammar { get; } = new PatternGrammar(
        "flyway",
        VersionStyle.TimeOrNumber,
        versionIsIdentity: true,
        needsOrder: true,
        FileName(),
        static (version, name) => $"V{version}__{MigrationWords.Snake(name)}.sql",
        static path => path[(path.LastIndexOf('/') + 1)..] is ['V', >= '0' and <= '9', ..] ? "Flyway skips it: a name is V<version>__name.sql, with two underscores" : null);

    [GeneratedRegex(@"(^|/)(?<part>[VU])(?<version>[0-9]+([._][0-9]+)*)__(?<name>[^/]*)\.[a-z]+$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
