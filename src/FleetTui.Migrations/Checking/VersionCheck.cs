using FleetTui.Migrations.Grammars;
using FleetTui.Migrations.Versions;

namespace FleetTui.Migrations.Checking;

/// <summary>One look at all files of a tool whose versions make the order.</summary>
internal sealed class VersionCheck(MigrationRules rules, NextVersions next, FindingDrafts drafts)
{
    // Of each version, and of each name, who may keep it. An up and a down file of one version are no two migrations of it.
    private readonly Dictionary<(MigrationVersion, MigrationPart), KnownMigration> keepers = [];
    private readonly Dictionary<string, KnownMigration> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> landed = new(StringComparer.Ordinal);
    private readonly List<KnownMigration> waiting = [];

    public void Run(IReadOnlyList<KnownMigration> main, MigrationInputs inputs)
    {
        keepers.EnsureCapacity(main.Count);
        foreach (var migration in main)
        {
            landed.Add(migration.Migration);
            Compare(migration);
        }

        var unlanded = Unlanded(inputs);
        var reserved = inputs.Reserved.GroupBy(one => rules.Version(one.Version)).ToDictionary(group => group.Key, group => group.First().Slot);
        var renames = new Lazy<RenamedMigrations>(() => new(rules, inputs.Changes));
        foreach (var change in inputs.Changes)
        {
            if (rules.Locate(change.Path) is not var (directory, relative)) continue;
            switch (rules.Grammar.Read(relative))
            {
                case GrammarReading.File file when change.Kind != MigrationChangeKind.Added:
                    drafts.Edited(change, file, change.Kind == MigrationChangeKind.Deleted ? renames.Value.Of(change.Slot, file) : null);
                    break;
                case GrammarReading.Malformed malformed when change.Kind == MigrationChangeKind.Added:
                    drafts.Malformed(change, malformed.Reason);
                    break;
                case GrammarReading.File file:
                    Added(MigrationReader.Of(file, directory, change.Path, change.Slot, change.Committed), unlanded[change.Slot], reserved);
                    break;
            }
        }

        foreach (var migration in waiting)
        {
            var sound = !drafts.Has(migration.Migration, migration.Slot);
            next.Take(migration.Slot, migration.Version, own: sound);
            if (sound && migration.Committed) next.Follow(migration.Version);
        }

        foreach (var one in inputs.Reserved) next.Take(one.Slot, rules.Version(one.Version), own: true);
        if (rules.Grammar.Habits.Pairs) Pairs(main);
    }

    private static Dictionary<string, int> Unlanded(MigrationInputs inputs) => inputs.Changes
        .Where(change => change.Kind == MigrationChangeKind.Added)
        .GroupBy(change => change.Slot, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    private void Added(KnownMigration migration, int unlanded, Dictionary<MigrationVersion, string> reserved)
    {
        if (next.CountsTime && MigrationTime.Read(migration.Version.Text) is null)
        {
            drafts.NoTime(migration);
            return;
        }

        waiting.Add(migration);
        Compare(migration);
        // The missing half of what has landed is as old as that.
        if (landed.Contains(migration.Migration)) return;
        if (reserved.TryGetValue(migration.Version, out var holder) && holder != migration.Slot) drafts.Reserved(migration, holder);
        if (next.CountsTime) Clock(migration, unlanded);
        if (next.NewestOnMain is { } newest && migration.Version < newest) drafts.OutOfOrder(migration, newest);
    }

    private void Clock(KnownMigration migration, int unlanded)
    {
        if (!rules.Scheme.Knows(migration.Slot)) return;
        var version = MigrationTime.Read(migration.Version.Text)!.Value;
        if (!rules.Scheme.Owns(migration.Slot, version)) drafts.OutOfBand(migration, rules.Scheme.Describe(migration.Slot));
        if (version > rules.Scheme.Latest(next.Present, unlanded)) drafts.Future(migration, next.Present);
    }

    private void Compare(KnownMigration migration)
    {
        var key = (migration.Version, migration.Part);
        if (!keepers.TryAdd(key, migration) && keepers[key] is var keeper && !Same(keeper, migration))
        {
            var swap = !keeper.OnMain && Owner(migration) && !Owner(keeper);
            if (swap) keepers[key] = migration;
            drafts.Duplicate(swap ? keeper : migration, swap ? migration : keeper);
        }

        if (rules.Grammar.Habits.SameName is null || migration.Part != MigrationPart.Up || names.TryAdd(migration.Name, migration)) return;
        if (names[migration.Name] is var namesake && !Same(namesake, migration) && !migration.OnMain && namesake.Version != migration.Version) drafts.SameName(migration, namesake);
    }

    private static bool Same(KnownMigration one, KnownMigration other) => one.Migration == other.Migration && one.Slot == other.Slot;

    /// <summary>Who keeps a version two slots took: the one it belongs to.</summary>
    private bool Owner(KnownMigration migration) =>
        rules.Scheme.Knows(migration.Slot) && MigrationTime.Read(migration.Version.Text) is { } version && rules.Scheme.Owns(migration.Slot, version);

    private void Pairs(IReadOnlyList<KnownMigration> main)
    {
        var parts = main.Concat(waiting).Select(static one => (one.Version, one.Part)).ToHashSet();
        if (!parts.Any(static one => one.Part == MigrationPart.Down)) return;
        foreach (var one in waiting.Where(one => !parts.Contains((one.Version, one.Part == MigrationPart.Up ? MigrationPart.Down : MigrationPart.Up)))) drafts.Unpaired(one);
    }
}
