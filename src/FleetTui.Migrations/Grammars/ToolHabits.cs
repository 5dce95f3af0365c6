namespace FleetTui.Migrations.Grammars;

/// <summary>What a tool does with versions, as its code and its issues tell.</summary>
/// <param name="VersionIsIdentity">True when the tool keys its history by the version, so that two files with one version break it; else the whole name is the key and only their order is unclear.</param>
/// <param name="NeedsOrder">True when the tool refuses, or silently never runs, a version older than the newest applied.</param>
/// <param name="Duplicates">What it does with two of one version; a clause with the tool as its subject.</param>
/// <param name="Older">What it does with one older than the newest applied; likewise.</param>
/// <param name="Comparison">How it tells one version from another.</param>
public sealed record ToolHabits(bool VersionIsIdentity, bool NeedsOrder, string Duplicates, string Older, VersionComparison Comparison = VersionComparison.Number)
{
    /// <summary>What it does with two of one name and different versions; null: nothing.</summary>
    public string? SameName { get; init; }

    /// <summary>A migration may be two files, one up and one down; then each project has both or none.</summary>
    public bool Pairs { get; init; }
}
