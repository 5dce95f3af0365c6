using FleetTui.Migrations.Grammars;

namespace FleetTui.Migrations.Checking;

/// <summary>Finds the migrations among paths.</summary>
internal static class MigrationReader
{
    public static IReadOnlyList<KnownMigration> OnMain(MigrationRules rules, IEnumerable<string> paths) =>
        [.. paths.Select(path => Read(rules, path, "", committed: true)).OfType<KnownMigration>()];

    /// <summary>Null when the path is no migration or a malformed one.</summary>
    public static KnownMigration? Read(MigrationRules rules, string path, string slot, bool committed) =>
        rules.Locate(path) is var (directory, relative) && rules.Grammar.Read(relative) is GrammarReading.File file
            ? Of(file, directory, path, slot, committed)
            : null;

    public static KnownMigration Of(GrammarReading.File file, string directory, string path, string slot, bool committed) =>
        new(file.Version, file.Name, directory, path, $"{directory}/{file.Migration}", file.Part, slot, committed);
}
