using System.Text.RegularExpressions;
using FleetTui.Migrations.Graphs;

namespace FleetTui.Migrations.Grammars;

/// <summary>Alembic: <c>versions/1975ea83b712_name.py</c>; file names mean nothing, the revisions inside make a graph.</summary>
internal static partial class Alembic
{
    public static IMigrationGrammar Grammar { get; } = new PatternGrammar(
        "alembic",
        VersionStyle.Graph,
        new ToolHabits(VersionIsIdentity: true, NeedsOrder: false, "Alembic takes only one of them (Revision is present more than once)", "", VersionComparison.Text),
        FileName(),
        static (version, name) => $"{version}_{MigrationWords.Snake(name)}.py") { Graph = new AlembicGraph() };

    [GeneratedRegex(@"(^|/)(?<version>(?!__)[^/]+)\.py$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
