using FleetTui.Migrations.Grammars;
using FleetTui.Migrations.Versions;

namespace FleetTui.Migrations.Checking;

/// <summary>Findings while they are collected: the free version each suggests is known only when all files were seen.</summary>
internal sealed class FindingDrafts(MigrationRules rules)
{
    private readonly List<(MigrationFinding Finding, KnownMigration? Rename)> drafts = [];
    private readonly HashSet<(string Migration, string Slot)> found = [];
    private readonly HashSet<(string Migration, string Slot, MigrationFindingKind Kind)> told = [];

    /// <summary>Whether something is wrong with that slot's migration.</summary>
    public bool Has(string migration, string slot) => found.Contains((migration, slot));

    public void Duplicate(KnownMigration migration, KnownMigration other) =>
        Add(MigrationFindingKind.Duplicate, migration, other, $"{migration.Described} has the same version as {other.Described}; {rules.Grammar.Habits.Duplicates}", rules.Grammar.Habits.VersionIsIdentity);

    public void Reserved(KnownMigration migration, string holder) =>
        Add(MigrationFindingKind.Duplicate, migration, null, $"{migration.Described} has a version that is reserved for {holder}", holds: true, holder);

    public void OutOfBand(KnownMigration migration, string owns) =>
        Add(MigrationFindingKind.OutOfBand, migration, null, $"{migration.Described} is outside the versions of {migration.Slot}, {owns}", holds: true);

    public void Future(KnownMigration migration, DateTime present) =>
        Add(MigrationFindingKind.Future, migration, null, $"{migration.Described} is too far ahead of {MigrationTime.Write(present)} UTC", holds: true);

    public void OutOfOrder(KnownMigration migration, MigrationVersion newest) =>
        Add(MigrationFindingKind.OutOfOrder, migration, null, $"{migration.Described} is older than the newest on main, {newest}; {rules.Grammar.Habits.Older}", rules.Grammar.Habits.NeedsOrder && rules.Scheme.KeepsOrder);

    public void NoTime(KnownMigration migration)
    {
        var version = migration.Version.Text;
        if (version.Length == MigrationTime.Digits)
            Add(MigrationFindingKind.InvalidTime, migration, null, $"{migration.Described} is no time: {MigrationTime.WhyNot(version)}", holds: true);
        else
            Add(MigrationFindingKind.Grammar, migration, null, $"{migration.Described} has a version of {version.Length} digits instead of YYYYMMDDHHMMSS", holds: true);
    }

    public void SameName(KnownMigration migration, KnownMigration other) =>
        Add(MigrationFindingKind.SameName, migration, other, $"{migration.Described} has the same name as {other.Described}; {rules.Grammar.Habits.SameName}; give it another name", holds: true, mends: false);

    public void Unpaired(KnownMigration migration) =>
        Add(MigrationFindingKind.Pair, migration, null, $"{migration.Described} has no {(migration.Part == MigrationPart.Up ? "down" : "up")} file, as others here have", holds: false, mends: false);

    public void Malformed(MigrationChange change, string reason) => drafts.Add((
        new(MigrationFindingKind.Grammar, "", change.Path, change.Slot, null, null, $"{change.Path} ({change.Slot}): {reason}.", null, Holds: true),
        null));

    public void Edited(MigrationChange change, GrammarReading.File landed, string? renamedTo)
    {
        var done = change.Kind == MigrationChangeKind.Edited ? "edited it" : renamedTo is { } to ? $"renamed it to {to}" : "deleted it";
        drafts.Add((
            new(MigrationFindingKind.Edited, landed.Version.Text, change.Path, change.Slot, change.Path, "", $"{change.Path} is on main, where it may have been applied already, and {change.Slot} has {done}; take that back and add a new migration instead.", null, Holds: true),
            null));
    }

    /// <summary>A finding of the graph's, which no rename mends.</summary>
    /// <param name="follow">What it has to follow instead, or null.</param>
    public void Graph(MigrationFindingKind kind, KnownMigration migration, KnownMigration? other, string message, string? follow, bool holds = true)
    {
        found.Add((migration.Migration, migration.Slot));
        drafts.Add((new(kind, migration.Version.Text, migration.Path, migration.Slot, other?.Path, other?.Slot, message + ".", follow, holds && !migration.OnMain), null));
    }

    public IReadOnlyList<MigrationFinding> Finish(NextVersions next)
    {
        var suggested = new Dictionary<(string, string), string>();
        return [.. drafts.Select(draft => draft.Rename is { OnMain: false } rename ? WithSuggestion(draft.Finding, rename) : draft.Finding with { Message = draft.Finding.Message.TrimEnd('.') + "." })];

        MigrationFinding WithSuggestion(MigrationFinding finding, KnownMigration rename)
        {
            if (!suggested.TryGetValue((rename.Migration, rename.Slot), out var version))
                suggested.Add((rename.Migration, rename.Slot), version = next.Next(rename.Slot));
            return finding with { Suggestion = version, Message = $"{finding.Message}; rename it to {rules.Renamed(rename.Path, version)}." };
        }
    }

    private void Add(MigrationFindingKind kind, KnownMigration migration, KnownMigration? other, string message, bool holds, string? otherSlot = null, bool mends = true)
    {
        if (mends) found.Add((migration.Migration, migration.Slot));
        // Up and down files of one migration are told once.
        if (!told.Add((migration.Migration, migration.Slot, kind))) return;
        drafts.Add((
            new(kind, migration.Version.Text, migration.Path, migration.Slot, other?.Path, other?.Slot ?? otherSlot, message, null, holds && !migration.OnMain),
            mends ? migration : null));
    }
}
