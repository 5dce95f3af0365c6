namespace FleetTui.Migrations.Grammars;

/// <summary>How one migration tool names its files, as its own code parses them.</summary>
public interface IMigrationGrammar
{
    /// <summary>As in <c>migrations.grammar</c>.</summary>
    string Name { get; }

    VersionStyle Style { get; }

    /// <summary>True when the tool itself keys its history by the version, so that two files with one version break it; else the whole name is the key and only their order is unclear.</summary>
    bool VersionIsIdentity { get; }

    /// <summary>True when the tool refuses, or silently never runs, a version older than the newest applied.</summary>
    bool NeedsOrder { get; }

    /// <param name="path">Relative to the migrations' directory, with <c>/</c>.</param>
    GrammarReading Read(string path);

    /// <summary>Where a new migration goes, relative to the migrations' directory.</summary>
    /// <param name="name">Words, as a person says them.</param>
    string PathFor(string version, string name);
}
