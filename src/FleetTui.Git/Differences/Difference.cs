namespace FleetTui.Git.Differences;

/// <summary>What differs between two states.</summary>
/// <param name="Files">At most as many as the limits allow; the first ones have their text.</param>
/// <param name="Count">Of all files.</param>
public sealed record Difference(IReadOnlyList<FileDifference> Files, int Count)
{
    public static readonly Difference None = new([], 0);
}
