using System.Text.RegularExpressions;

namespace FleetTui.Migrations.Grammars;

/// <summary><c>grammar = "regex:…"</c>: a regular expression of the user's with the groups <c>version</c> and, if wanted, <c>name</c> and <c>part</c>.</summary>
internal static class PlainPattern
{
    public const string Prefix = "regex:";

    // A user's expression over a file name; far more than any sane one needs.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Nobody knows what the tool does: the strictest.</summary>
    private static readonly ToolHabits Habits = new(VersionIsIdentity: true, NeedsOrder: true, "one of them may never run", "it may be refused or never run");

    /// <summary>Null when the expression is invalid or has no group <c>version</c>.</summary>
    public static IMigrationGrammar? Grammar(string expression)
    {
        try
        {
            var pattern = new Regex(expression, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Patience);
            return pattern.GroupNumberFromName("version") < 0
                ? null
                : new PatternGrammar(Prefix + expression, VersionStyle.TimeOrNumber, Habits, pattern, static (version, name) => $"{version}_{MigrationWords.Snake(name)}.sql");
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
