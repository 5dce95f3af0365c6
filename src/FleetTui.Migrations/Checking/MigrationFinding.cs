namespace FleetTui.Migrations.Checking;

/// <summary>One thing wrong with a migration.</summary>
/// <param name="Slot">Whose change it is; "" when it is on main already.</param>
/// <param name="OtherPath">The file it collides with, or null.</param>
/// <param name="OtherSlot">Whose that is; "" = main's; null when there is none.</param>
/// <param name="Message">One sentence with both files, both slots and what to do.</param>
/// <param name="Suggestion">The next free version for the slot, in a graph the migration to follow, or null.</param>
/// <param name="Holds">False: told, but nothing is held for it.</param>
public sealed record MigrationFinding(
    MigrationFindingKind Kind,
    string Version,
    string Path,
    string Slot,
    string? OtherPath,
    string? OtherSlot,
    string Message,
    string? Suggestion,
    bool Holds);

public enum MigrationFindingKind
{
    /// <summary>Two migrations have one version.</summary>
    Duplicate,

    /// <summary>Not among the slot's versions.</summary>
    OutOfBand,

    /// <summary>No clock shows it.</summary>
    InvalidTime,

    /// <summary>Older than the newest on main.</summary>
    OutOfOrder,

    /// <summary>Landed before, and now edited, renamed or deleted.</summary>
    Edited,

    /// <summary>The tool would not read it.</summary>
    Grammar,

    /// <summary>Too far ahead of the clock.</summary>
    Future,

    /// <summary>Two migrations have one name, and the tool minds.</summary>
    SameName,

    /// <summary>One of up and down is missing.</summary>
    Pair,

    /// <summary>A graph would have several ends.</summary>
    Heads,

    /// <summary>It follows a migration that is not there.</summary>
    Graph,

    /// <summary>A slot's versions of the day run out; of no file.</summary>
    Capacity,
}
