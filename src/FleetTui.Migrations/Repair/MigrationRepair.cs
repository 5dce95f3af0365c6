using FleetTui.Migrations.Checking;

namespace FleetTui.Migrations.Repair;

/// <summary>
/// Plans how a slot's unlanded migrations get versions that are free and in order. What has landed is never touched. The slot's migrations keep their order among
/// themselves: behind the first that has to move, all move. Pure.
/// </summary>
public sealed class MigrationRepair(MigrationRules rules, TimeProvider time)
{
    public RepairPlan Plan(string slot, MigrationInputs inputs)
    {
        if (rules.Grammar.Graph is { } graph) return new GraphRepair(rules, graph, time).Plan(slot, inputs);
        var check = new MigrationCheck(rules, time);
        var findings = check.Run(inputs).Where(finding => finding.Slot == slot).ToList();
        var wrong = findings.Where(Mends).Select(finding => finding.Path).ToHashSet(StringComparer.Ordinal);
        var left = findings.Where(finding => !Mends(finding)).Select(finding => finding.Message).Distinct(StringComparer.Ordinal).ToList();
        var moved = Moved(slot, inputs, wrong);
        var files = moved.SelectMany(static one => one).Select(static file => file.Path).ToHashSet(StringComparer.Ordinal);
        var next = check.Examine(inputs with { Changes = [.. inputs.Changes.Where(change => change.Slot != slot || !files.Contains(change.Path))] }).Next;
        foreach (var migration in moved) next.Take(slot, migration[0].Version, own: false);

        var renames = new List<RepairStep.Rename>();
        var rewrites = new List<RepairStep>();
        var versions = new List<string>();
        foreach (var migration in moved)
        {
            var version = next.Next(slot);
            versions.Add(version);
            foreach (var file in migration)
            {
                var to = $"{(file.Directory.Length > 0 ? file.Directory + "/" : "")}{rules.Renamed(file.Path, version)}";
                renames.Add(Whole(file.Path, to));
                rewrites.AddRange(VersionTraces.Of(rules, file, to, version, time.GetUtcNow(), inputs.Texts));
            }
        }

        renames = [.. renames.Distinct()];
        foreach (var landed in renames.Where(rename => inputs.OnMain.Any(path => path.StartsWith(rename.From + "/", StringComparison.Ordinal))).ToList())
        {
            renames.Remove(landed);
            left.Add($"{landed.From} holds files that have landed: it keeps its name.");
        }

        return new([.. renames, .. rewrites.OfType<RepairStep.Rename>(), .. rewrites.OfType<RepairStep.Rewrite>()], left, versions);
    }

    /// <summary>With bands an older version is the scheme's own doing: another of the same band is as old.</summary>
    private bool Mends(MigrationFinding finding) => finding.Suggestion is not null && (finding.Kind != MigrationFindingKind.OutOfOrder || rules.Scheme.KeepsOrder);

    private List<List<KnownMigration>> Moved(string slot, MigrationInputs inputs, HashSet<string> wrong)
    {
        if (wrong.Count == 0) return [];
        var landed = MigrationReader.OnMain(rules, inputs.OnMain).Select(static one => one.Migration).ToHashSet(StringComparer.Ordinal);
        var own = inputs.Changes
            .Where(change => change.Slot == slot && change.Kind == MigrationChangeKind.Added)
            .Select(change => MigrationReader.Read(rules, change.Path, slot, change.Committed))
            .OfType<KnownMigration>()
            .Where(file => !landed.Contains(file.Migration))
            .GroupBy(static file => file.Migration)
            .Select(static group => group.ToList())
            .OrderBy(static one => one[0].Version)
            .ThenBy(static one => one[0].Path, StringComparer.Ordinal)
            .ToList();
        var first = own.Where(one => one.Any(file => wrong.Contains(file.Path))).Select(static one => one[0].Version).ToList();
        return first.Count == 0 ? [] : [.. own.Where(one => one[0].Version >= first[0])];
    }

    /// <summary>Where the version is in a directory's name, that is what is renamed.</summary>
    private static RepairStep.Rename Whole(string from, string to)
    {
        string[] old = from.Split('/'), renamed = to.Split('/');
        var at = Enumerable.Range(0, Math.Min(old.Length, renamed.Length)).FirstOrDefault(i => old[i] != renamed[i]);
        return new(string.Join('/', old[..(at + 1)]), string.Join('/', renamed[..(at + 1)]));
    }
}
