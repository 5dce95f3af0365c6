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
        var (drafts, next, main) = Examine(inputs);
        var findings = drafts.Finish(next);
        var scarce = Usage(inputs, next, main).Where(static usage => usage.Shortage is not null).Select(static usage => new MigrationFinding(
            MigrationFindingKind.Capacity, usage.Next, "", usage.Slot, null, null, usage.Shortage!, null, Holds: false));
        return [.. findings, .. scarce];
    }

    /// <summary>The slot's next free version; nothing is reserved.</summary>
    public string Next(string slot, MigrationInputs inputs) => Examine(inputs).Next.Next(slot);

    /// <summary>For each slot the scheme knows: what it owns and how much of today's is left.</summary>
    public IReadOnlyList<BandUsage> Usage(MigrationInputs inputs)
    {
        var (_, next, main) = Examine(inputs);
        return Usage(inputs, next, main);
    }

    private List<BandUsage> Usage(MigrationInputs inputs, NextVersions next, IReadOnlyList<KnownMigration> main)
    {
        if (!next.CountsTime || rules.Slots.Count == 0) return [];
        var today = time.GetUtcNow().UtcDateTime.Date;
        var day = MigrationTime.Write(today)[..8];
        var versions = inputs.Changes.Where(change => change.Kind == MigrationChangeKind.Added)
            .Select(change => MigrationReader.Read(rules, change.Path, "", committed: true))
            .OfType<KnownMigration>()
            .Concat(main)
            .Select(migration => migration.Version.Text)
            .Concat(inputs.Reserved.Select(one => one.Version))
            .Where(version => version.StartsWith(day, StringComparison.Ordinal))
            .Select(MigrationTime.Read)
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

    internal (FindingDrafts Drafts, NextVersions Next, IReadOnlyList<KnownMigration> Main) Examine(MigrationInputs inputs)
    {
        var main = MigrationReader.OnMain(rules, inputs.OnMain);
        var next = new NextVersions(rules, time.GetUtcNow(), main, inputs.Changes.Where(change => change.Kind == MigrationChangeKind.Added).Select(change => MigrationReader.Read(rules, change.Path, change.Slot, change.Committed)?.Version).OfType<MigrationVersion>());
        var drafts = new FindingDrafts(rules);
        if (rules.Grammar.Graph is { } graph) new GraphCheck(rules, graph, drafts).Run(main, inputs);
        else new VersionCheck(rules, next, drafts).Run(main, inputs);
        return (drafts, next, main);
    }
}
