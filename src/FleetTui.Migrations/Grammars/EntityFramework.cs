using System.Text.RegularExpressions;

namespace FleetTui.Migrations.Grammars;

/// <summary>EF Core: <c>20260428001000_Name.cs</c> with a <c>.Designer.cs</c> beside it that says the id once more; the whole id is the key of its history.</summary>
internal static partial class EntityFramework
{
    public static IMigrationGrammar Grammar { get; } = new PatternGrammar(
        "ef-core",
        VersionStyle.Time,
        new ToolHabits(
            VersionIsIdentity: false,
            NeedsOrder: false,
            "EF Core runs both, in the order of their names",
            "EF Core runs it after the newer ones")
        { SameName = "they are one class twice, which does not compile" },
        FileName(),
        static (version, name) => $"{version}_{MigrationWords.Pascal(name)}.cs");

    [GeneratedRegex(@"(^|/)(?<version>[0-9]{14})_(?<name>[^/.]*)(?<part>\.Designer)?\.cs$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
