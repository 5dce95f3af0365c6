using System.Text.RegularExpressions;

namespace FleetTui.Migrations.Grammars;

/// <summary>Supabase CLI: <c>20260428001000_name.sql</c> beside each other, anything else is skipped with a message; the version is a text.</summary>
internal static partial class Supabase
{
    public static IMigrationGrammar Grammar { get; } = new PatternGrammar(
        "supabase",
        VersionStyle.Time,
        new ToolHabits(
            VersionIsIdentity: true,
            NeedsOrder: true,
            "Supabase fails at the second with SQLSTATE 23505",
            "Supabase refuses it without --include-all", VersionComparison.Text),
        FileName(),
        static (version, name) => $"{version}_{MigrationWords.Snake(name)}.sql")
    {
        Malformed = static path => path.EndsWith(".sql", StringComparison.Ordinal) && !path.Contains('/') ? "Supabase skips it: a name is YYYYMMDDHHMMSS_name.sql" : null,
        // The CLI takes such a file for one that it made itself, long ago.
        Skipped = static (version, name) => name == "init" && version.Length == 14 && string.CompareOrdinal(version, "20211209000000") < 0 ? "Supabase skips an init migration older than 20211209000000: give it another name" : null,
    };

    [GeneratedRegex(@"^(?<version>[0-9]+)_(?<name>[^/]*)\.sql$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
