using System.Text.RegularExpressions;

namespace FleetTui.Migrations.Grammars;

/// <summary>Prisma: a directory <c>20260428001000_name</c> with <c>migration.sql</c> in it; directories run in the order of their names.</summary>
internal static partial class Prisma
{
    public static IMigrationGrammar Grammar { get; } = new PatternGrammar(
        "prisma",
        VersionStyle.Time,
        new ToolHabits(
            VersionIsIdentity: false,
            NeedsOrder: false,
            "Prisma runs both, in the order of their names",
            "Prisma runs it after the newer ones"),
        FileName(),
        static (version, name) => $"{version}_{MigrationWords.Snake(name)}/migration.sql");

    [GeneratedRegex(@"^(?<version>[0-9]{14})_(?<name>[^/]*)/migration\.sql$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
