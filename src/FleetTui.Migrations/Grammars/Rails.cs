using System.Text.RegularExpressions;

namespace FleetTui.Migrations.Grammars;

/// <summary>Rails: <c>20260428001000_name.rb</c>, subfolders included; a migration copied from an engine is <c>20260428001000_name.engine.rb</c>.</summary>
internal static partial class Rails
{
    public static IMigrationGrammar Grammar { get; } = new PatternGrammar(
        "rails",
        VersionStyle.Time,
        new ToolHabits(
            VersionIsIdentity: true,
            NeedsOrder: false,
            "Rails refuses to run any (DuplicateMigrationVersionError)",
            "Rails runs it, but a database made from the schema file never gets it")
        { SameName = "Rails refuses to run any (DuplicateMigrationNameError)" },
        FileName(),
        static (version, name) => $"{version}_{MigrationWords.Snake(name)}.rb");

    [GeneratedRegex(@"(^|/)(?<version>[0-9]+)_(?<name>[_a-z0-9]*)\.?[_a-z0-9]*\.rb$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
