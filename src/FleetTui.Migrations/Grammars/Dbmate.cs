using System.Text.RegularExpressions;

namespace FleetTui.Migrations.Grammars;

/// <summary>dbmate: the leading digits are the version, as a text.</summary>
internal static partial class Dbmate
{
    public static IMigrationGrammar Grammar { get; } = new PatternGrammar(
        "dbmate",
        VersionStyle.Time,
        new ToolHabits(
            VersionIsIdentity: true,
            NeedsOrder: false,
            "dbmate skips the second silently once the first is applied",
            "dbmate runs it, and with --strict refuses it", VersionComparison.Text),
        FileName(),
        static (version, name) => $"{version}_{MigrationWords.Snake(name)}.sql");

    [GeneratedRegex(@"^(?<version>[0-9]+)(?<name>[^/]*)\.sql$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
