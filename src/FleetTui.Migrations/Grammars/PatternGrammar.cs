using System.Text.RegularExpressions;

namespace FleetTui.Migrations.Grammars;

/// <summary>A grammar that is one regular expression with the groups <c>version</c>, <c>name</c> and maybe <c>part</c> (up, down…).</summary>
internal sealed class PatternGrammar(
    string name,
    VersionStyle style,
    bool versionIsIdentity,
    bool needsOrder,
    Regex pattern,
    Func<string, string, string> pathFor,
    Func<string, string?>? malformed = null) : IMigrationGrammar
{
    private readonly int versionGroup = pattern.GroupNumberFromName("version");
    private readonly int nameGroup = pattern.GroupNumberFromName("name");
    private readonly int partGroup = pattern.GroupNumberFromName("part");

    public string Name => name;

    public VersionStyle Style => style;

    public bool VersionIsIdentity => versionIsIdentity;

    public bool NeedsOrder => needsOrder;

    public GrammarReading Read(string path)
    {
        var match = pattern.Match(path);
        if (!match.Success) return malformed?.Invoke(path) is { } reason ? new GrammarReading.Malformed(reason) : new GrammarReading.Other();
        var version = match.Groups[versionGroup].Value;
        var migration = partGroup >= 0 && match.Groups[partGroup] is { Success: true } part ? path.Remove(part.Index, part.Length) : path;
        return new GrammarReading.File(new(style == VersionStyle.Time ? Digits(version) : version), nameGroup >= 0 ? match.Groups[nameGroup].Value : "", migration);
    }

    public string PathFor(string version, string name) => pathFor(version, name);

    // Laravel writes its time with underscores.
    private static string Digits(string version) => version.Contains('_') ? version.Replace("_", "", StringComparison.Ordinal) : version;
}
