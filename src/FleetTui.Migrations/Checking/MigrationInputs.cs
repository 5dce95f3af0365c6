namespace FleetTui.Migrations.Checking;

/// <summary>Everything a check looks at. Paths are relative to the root; those outside the migrations' directories are ignored.</summary>
/// <param name="OnMain">All files of the target branch's newest known commit.</param>
/// <param name="Changes">What slots did that main has not, in the order in which they would land: of two that collide, the later is told.</param>
/// <param name="Reserved">Versions handed out and not yet seen as files.</param>
public sealed record MigrationInputs(IReadOnlyList<string> OnMain, IReadOnlyList<MigrationChange> Changes, IReadOnlyList<ReservedVersion> Reserved)
{
    public MigrationInputs(IReadOnlyList<string> onMain, IReadOnlyList<MigrationChange> changes)
        : this(onMain, changes, [])
    {
    }

    /// <summary>What stands in those files that the grammar looks into (<see cref="Grammars.IMigrationGrammar.LooksInto"/>), by slot ("" for main) and path.</summary>
    public IReadOnlyDictionary<(string Slot, string Path), string> Texts { get; init; } = new Dictionary<(string, string), string>();
}

/// <summary>One slot's change of one path against main.</summary>
/// <param name="Committed">False: only in the slot's working tree.</param>
/// <param name="Blob">The committed content's id in git, where known.</param>
public sealed record MigrationChange(string Slot, string Path, MigrationChangeKind Kind, bool Committed = true, string? Blob = null);

public enum MigrationChangeKind
{
    Added,
    Edited,
    Deleted,
}

public sealed record ReservedVersion(string Slot, string Version);
