using System.Text.RegularExpressions;
using FleetTui.Migrations.Graphs;

namespace FleetTui.Migrations.Grammars;

/// <summary>Django: <c>app/migrations/0002_name.py</c>; the number is only part of the name, the dependencies inside make a graph for each application.</summary>
internal static partial class Django
{
    public static IMigrationGrammar Grammar { get; } = new PatternGrammar(
        "django",
        VersionStyle.Graph,
        new ToolHabits(VersionIsIdentity: true, NeedsOrder: false, "one file takes the other's place", "", VersionComparison.Text),
        FileName(),
        static (version, name) => $"{version}_{MigrationWords.Snake(name)}.py") { Graph = new DjangoGraph() };

    [GeneratedRegex(@"(^|/migrations/)(?<version>[A-Za-z0-9][^/]*)\.py$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
