namespace FleetTui.Git.Building;

/// <summary>What a three-way merge of trees came to. A closed set.</summary>
public abstract record MergeResult
{
    private MergeResult()
    {
    }

    public sealed record Merged(string Tree) : MergeResult;

    /// <param name="Paths">Where it conflicts, sorted.</param>
    /// <param name="Messages">git's own words (<c>CONFLICT (content): …</c>).</param>
    public sealed record Conflict(IReadOnlyList<string> Paths, IReadOnlyList<string> Messages) : MergeResult;
}
