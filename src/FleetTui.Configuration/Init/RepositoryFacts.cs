namespace FleetTui.Configuration.Init;

/// <summary>What <c>fleet init</c> looked up before it proposes anything.</summary>
/// <param name="Name">The fleet's name: that of the repository's directory.</param>
/// <param name="Remote">The remote to land on; null: none.</param>
/// <param name="Branch">The remote's default branch; null: not known.</param>
/// <param name="Tracked">Every path git tracks, relative to the root.</param>
/// <param name="Ignored">Files at the root that git ignores but programs tend to need, such as <c>.env</c>.</param>
/// <param name="MissingAgents">Of claude and codex, those not found on PATH.</param>
public sealed record RepositoryFacts(
    string Name,
    string? Remote,
    string? Branch,
    IReadOnlyList<string> Tracked,
    IReadOnlyList<string> Ignored,
    IReadOnlyList<string> MissingAgents)
{
    /// <summary>The beginning of a tracked file; "" when it cannot be read.</summary>
    public Func<string, string> Read { get; init; } = static _ => "";
}
