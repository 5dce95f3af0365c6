using FleetTui.Migrations.Checking;
using FleetTui.Migrations.Grammars;

namespace FleetTui.Migrations.Repair;

/// <summary>Where else a tool writes a migration's version down, besides the names of its files.</summary>
internal static class VersionTraces
{
    /// <param name="to">The file's new path.</param>
    public static IEnumerable<RepairStep> Of(MigrationRules rules, KnownMigration file, string to, string version, DateTimeOffset now, IReadOnlyDictionary<(string Slot, string Path), string> texts) => rules.Grammar.Name switch
    {
        "ef-core" => [new RepairStep.Rewrite(to, "its id", text => Instead(text, $"\"{file.Version}_{file.Name}\"", $"\"{version}_{file.Name}\""), Optional: file.Part != MigrationPart.Companion)],
        "rails" => Schema(file, version),
        "drizzle" when !to.EndsWith("/migration.sql", StringComparison.Ordinal) => Journal(file, to, version, now, texts),
        _ => [],
    };

    /// <summary>Rails' dump of the schema names the newest version it holds.</summary>
    private static IEnumerable<RepairStep> Schema(KnownMigration file, string version)
    {
        var above = file.Directory.Contains('/', StringComparison.Ordinal) ? file.Directory[..(file.Directory.LastIndexOf('/') + 1)] : "";
        var old = file.Version.Text;
        yield return new RepairStep.Rewrite(above + "schema.rb", "its version", text => Instead(text, $"version: {Grouped(old)}", $"version: {Grouped(version)}") ?? Instead(text, $"version: {old}", $"version: {version}"), Optional: true);
        yield return new RepairStep.Rewrite(above + "structure.sql", "its version", text => Instead(text, $"('{old}')", $"('{version}')"), Optional: true);
    }

    private static IEnumerable<RepairStep> Journal(KnownMigration file, string to, string version, DateTimeOffset now, IReadOnlyDictionary<(string Slot, string Path), string> texts)
    {
        var meta = $"{(file.Directory.Length > 0 ? file.Directory + "/" : "")}meta/";
        yield return new RepairStep.Rename($"{meta}{file.Version}_snapshot.json", $"{meta}{version}_snapshot.json", Optional: true);
        var newest = DrizzleJournal.Newest(texts.GetValueOrDefault(("", meta + "_journal.json"), ""));
        yield return new RepairStep.Rewrite(
            meta + "_journal.json",
            "its entry",
            text => DrizzleJournal.Renamed(text, Path.GetFileNameWithoutExtension(file.Path), Path.GetFileNameWithoutExtension(to), version, Math.Max(now.ToUnixTimeMilliseconds(), newest + 1)));
    }

    private static string Grouped(string version) => version.Length == 14 ? $"{version[..4]}_{version[4..6]}_{version[6..8]}_{version[8..]}" : version;

    private static string? Instead(string text, string old, string other) => text.Contains(old, StringComparison.Ordinal) ? text.Replace(old, other, StringComparison.Ordinal) : null;
}
