using FleetTui.Migrations.Graphs;

namespace FleetTui.Migrations.Grammars;

/// <summary>How one migration tool names its files, as its own code parses them.</summary>
public interface IMigrationGrammar
{
    /// <summary>As in <c>migrations.grammar</c>.</summary>
    string Name { get; }

    VersionStyle Style { get; }

    ToolHabits Habits { get; }

    /// <summary>How files name those they follow; null where versions alone make the order.</summary>
    IGraphReader? Graph { get; }

    /// <param name="path">Relative to the migrations' directory, with <c>/</c>.</param>
    GrammarReading Read(string path);

    /// <summary>Whether a check has to know what stands in the file; most tools' names say it all.</summary>
    bool LooksInto(string path);

    /// <summary>Where a new migration goes, relative to the migrations' directory.</summary>
    /// <param name="name">Words, as a person says them.</param>
    string PathFor(string version, string name);

    /// <summary>The same file under another version, all else as it is; null when the path is none of the grammar's files.</summary>
    string? WithVersion(string path, string version);
}
