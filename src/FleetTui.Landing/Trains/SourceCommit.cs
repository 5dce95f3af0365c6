using FleetTui.Git.Building;
using FleetTui.Git.History;
using FleetTui.Git.Trees;

namespace FleetTui.Landing.Trains;

/// <summary>An agent's commit with all that is needed to make it again.</summary>
/// <param name="Changes">Against its first parent.</param>
internal sealed record SourceCommit(CommitInfo Commit, CommitObject Object, IReadOnlyList<TreeChange> Changes)
{
    /// <summary>Whether its changes can be put on a tree path by path. Paths that are not UTF-8, or hold a line feed, are left to the merge.</summary>
    internal bool IsSimple { get; } = Object.IsPlain
        && Changes.All(static c => !c.IsSubmodule && !c.Path.Contains('\uFFFD', StringComparison.Ordinal) && !c.Path.Contains('\n', StringComparison.Ordinal));
}
