namespace FleetTui.Migrations.Checking;

/// <summary>Kinds of findings as the command line and the API spell them.</summary>
public static class FindingWords
{
    public static string Word(this MigrationFindingKind kind) => kind switch
    {
        MigrationFindingKind.Duplicate => "duplicate",
        MigrationFindingKind.OutOfBand => "out-of-band",
        MigrationFindingKind.InvalidTime => "invalid-time",
        MigrationFindingKind.OutOfOrder => "out-of-order",
        MigrationFindingKind.Edited => "edited",
        MigrationFindingKind.Grammar => "grammar",
        MigrationFindingKind.Future => "future",
        MigrationFindingKind.SameName => "same-name",
        MigrationFindingKind.Pair => "pair",
        MigrationFindingKind.Heads => "heads",
        MigrationFindingKind.Graph => "graph",
        MigrationFindingKind.Capacity => "capacity",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "a kind without a word"),
    };
}
