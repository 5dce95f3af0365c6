using System.Buffers;
using System.Text.RegularExpressions;
using FleetTui.Migrations.Graphs;

namespace FleetTui.Migrations.Grammars;

/// <summary>A grammar that is one regular expression with the groups <c>version</c>, <c>name</c> and maybe <c>part</c> (up, down…).</summary>
internal sealed class PatternGrammar(string name, VersionStyle style, ToolHabits habits, Regex pattern, Func<string, string, string> pathFor) : IMigrationGrammar
{
    private static readonly SearchValues<char> Digital = SearchValues.Create("0123456789._");

    private readonly int versionGroup = pattern.GroupNumberFromName("version");
    private readonly int nameGroup = pattern.GroupNumberFromName("name");
    private readonly int partGroup = pattern.GroupNumberFromName("part");

    public string Name => name;

    public VersionStyle Style => style;

    public ToolHabits Habits => habits;

    public IGraphReader? Graph { get; init; }

    /// <summary>Why the tool trips over a path that the expression does not match, or null when it is nothing to it.</summary>
    public Func<string, string?> Malformed { get; init; } = static _ => null;

    /// <summary>Why the tool trips over a file that the expression does match; null: it does not.</summary>
    public Func<string, string, string?> Skipped { get; init; } = static (_, _) => null;

    /// <summary>How file names spell a version.</summary>
    public Func<string, string> Spelled { get; init; } = static version => version;

    public GrammarReading Read(string path)
    {
        var match = pattern.Match(path);
        if (!match.Success) return Malformed(path) is { } reason ? new GrammarReading.Malformed(reason) : GrammarReading.Other.Instance;
        var version = match.Groups[versionGroup].Value;
        var word = nameGroup >= 0 ? match.Groups[nameGroup].Value : "";
        // An expression of the user's may catch anything.
        if (style != VersionStyle.Graph && (version.Length == 0 || version.AsSpan().ContainsAnyExcept(Digital))) return new GrammarReading.Malformed($"its version, '{version}', is not made of digits");
        if (Skipped(version, word) is { } skipped) return new GrammarReading.Malformed(skipped);
        var part = partGroup >= 0 ? match.Groups[partGroup] : null;
        return new GrammarReading.File(
            new(style == VersionStyle.Time ? Digits(version) : version, habits.Comparison),
            word,
            part is { Success: true } ? path.Remove(part.Index, part.Length) : path,
            part is { Success: true } ? PartOf(part.ValueSpan) : MigrationPart.Up);
    }

    /// <summary>Files besides the migrations themselves that a check or a repair has to know.</summary>
    public string? Journal { get; init; }

    public bool LooksInto(string path) => path == Journal || (Graph is not null && Read(path) is GrammarReading.File);

    public string PathFor(string version, string name) => pathFor(version, name);

    public string? WithVersion(string path, string version) =>
        pattern.Match(path) is { Success: true } match
            ? string.Concat(path.AsSpan(0, match.Groups[versionGroup].Index), Spelled(version), path.AsSpan(match.Groups[versionGroup].Index + match.Groups[versionGroup].Length))
            : null;

    private static MigrationPart PartOf(ReadOnlySpan<char> part) => part switch
    {
        "U" or "down" or ".down" => MigrationPart.Down,
        ".Designer" => MigrationPart.Companion,
        _ => MigrationPart.Up,
    };

    // Laravel writes its time with underscores.
    private static string Digits(string version) => version.Contains('_') ? version.Replace("_", "", StringComparison.Ordinal) : version;
}
