using FleetTui.Migrations.Grammars;
using FleetTui.Migrations.Versions;

namespace FleetTui.Migrations.Checking;

/// <summary>
/// Finds every migration that would break: on main, among the slots' changes in the order in which they would land, and against what is reserved.
/// Pure; linear in the number of files.
/// </summary>
public sealed class MigrationCheck(MigrationRules rules, TimeProvider time)
{
    /// <summary>Nothing wrong: an empty list. Findings come in the order of the changes.</summary>
    public IReadOnlyList<MigrationFinding> Run(MigrationInputs inputs)
    {
        var (draft, next) = Examine(inputs);
        return draft.Finish(next, rules);
    }

    /// <summary>The slot's next free version; nothing is reserved.</summary>
    public string Next(string slot, MigrationInputs inputs) => Examine(inputs).Next.Next(slot);

    /// <summary>For each slot the scheme knows: what it owns and how much of today's is left.</summary>
    public IReadOnlyList<BandUsage> Usage(MigrationInputs inputs)
    {
        var next = Examine(inputs).Next;
        var today = time.GetUtcNow().UtcDateTime.Date;
        var versions = inputs.OnMain
            .Concat(inputs.Changes.Where(change => change.Kind == MigrationChangeKind.Added).Select(change => change.Path))
            .Select(path => MigrationReader.Read(rules, path, "", committed: true))
            .OfType<KnownMigration>()
            .Select(migration => MigrationTime.Read(migration.Version.Text))
            .OfType<DateTime>()
            .Where(version => version.Date == today)
            .Distinct()
            .ToList();
        return [.. rules.Slots.Where(rules.Scheme.Knows).Select(slot =>
        {
            var used = versions.Count(version => rules.Scheme.Owns(slot, version));
            return new BandUsage(slot, rules.Scheme.Describe(slot), used, Math.Max(0, rules.Scheme.CapacityPerDay(slot) - used), next.Next(slot));
        })];
    }

    private (FindingDrafts Drafts, NextVersions Next) Examine(MigrationInputs inputs)
    {
        var main = MigrationReader.OnMain(rules, inputs.OnMain);
        var next = new NextVersions(rules, time.GetUtcNow(), main);
        var draft = new FindingDrafts();
        var keepers = new Dictionary<MigrationVersion, KnownMigration>(); // of each version, who may keep it
        var waiting = new List<KnownMigration>();
        foreach (var migration in main) AddAndCompare(migration, keepers, draft);

        var counts = Unlanded(inputs);
        var reserved = inputs.Reserved.GroupBy(one => new MigrationVersion(one.Version)).ToDictionary(group => group.Key, group => group.First().Slot);
        foreach (var change in inputs.Changes)
        {
            if (rules.Locate(change.Path) is not var (_, relative)) continue;
            if (change.Kind != MigrationChangeKind.Added)
            {
                if (rules.Grammar.Read(relative) is GrammarReading.File landed) draft.Edited(change, landed, inputs.Changes, rules);
                continue;
            }

            switch (rules.Grammar.Read(relative))
            {
                case GrammarReading.Malformed malformed:
                    draft.Malformed(change, malformed.Reason);
                    break;
                case GrammarReading.File:
                    var migration = MigrationReader.Read(rules, change.Path, change.Slot, change.Committed)!;
                    if (next.CountsTime && MigrationTime.Read(migration.Version.Text) is not { })
                    {
                        draft.NoTime(migration);
                        break;
                    }

                    waiting.Add(migration);
                    AddAndCompare(migration, keepers, draft);
                    if (reserved.TryGetValue(migration.Version, out var holder) && holder != migration.Slot) draft.Reserved(migration, holder);
                    if (next.CountsTime) Clock(migration, next, counts[change.Slot], draft);
                    if (next.NewestOnMain is { } newest && migration.Version < newest)
                        draft.OutOfOrder(migration, newest, rules.Grammar.NeedsOrder && rules.Scheme.KeepsOrder);
                    break;
            }
        }

        foreach (var migration in waiting)
        {
            var sound = !draft.Has(migration.Migration, migration.Slot);
            next.Take(migration.Slot, migration.Version, own: sound);
            if (sound && migration.Committed) next.Follow(migration.Version);
        }

        foreach (var one in inputs.Reserved) next.Take(one.Slot, new(one.Version), own: true);
        return (draft, next);
    }

    private static Dictionary<string, int> Unlanded(MigrationInputs inputs) => inputs.Changes
        .Where(change => change.Kind == MigrationChangeKind.Added)
        .GroupBy(change => change.Slot, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    private void Clock(KnownMigration migration, NextVersions next, int unlanded, FindingDrafts draft)
    {
        if (!rules.Scheme.Knows(migration.Slot)) return;
        var version = MigrationTime.Read(migration.Version.Text)!.Value;
        if (!rules.Scheme.Owns(migration.Slot, version)) draft.OutOfBand(migration, rules.Scheme.Describe(migration.Slot));
        if (version > rules.Scheme.Latest(next.Present, unlanded)) draft.Future(migration, next.Present);
    }

    private void AddAndCompare(KnownMigration migration, Dictionary<MigrationVersion, KnownMigration> keepers, FindingDrafts draft)
    {
        if (keepers.TryAdd(migration.Version, migration)) return;
        var keeper = keepers[migration.Version];
        if (keeper.Migration == migration.Migration && keeper.Slot == migration.Slot) return;
        var swap = !keeper.OnMain && Owner(migration) && !Owner(keeper);
        if (swap) keepers[migration.Version] = migration;
        draft.Duplicate(swap ? keeper : migration, swap ? migration : keeper, rules.Grammar.VersionIsIdentity);
    }

    /// <summary>Who keeps a version two slots took: the one it belongs to.</summary>
    private bool Owner(KnownMigration migration) =>
        rules.Scheme.Knows(migration.Slot) && MigrationTime.Read(migration.Version.Text) is { } version && rules.Scheme.Owns(migration.Slot, version);
}
