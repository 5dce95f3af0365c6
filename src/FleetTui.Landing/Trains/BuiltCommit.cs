using FleetTui.Git.Trees;

namespace FleetTui.Landing.Trains;

/// <summary>A commit of a train.</summary>
internal sealed class BuiltCommit(SourceCommit source, bool byPaths, IReadOnlyList<TreeChange> applied)
{
    internal SourceCommit Source => source;

    /// <summary>Made by putting its tree entries; otherwise by a three-way merge.</summary>
    internal bool ByPaths => byPaths;

    /// <summary>What it changes in the train.</summary>
    internal IReadOnlyList<TreeChange> Applied => applied;

    /// <summary>Null until it is written.</summary>
    internal string? Id { get; set; }
}
