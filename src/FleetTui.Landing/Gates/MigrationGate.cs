using FleetTui.Landing.Migrations;
using FleetTui.Migrations;
using FleetTui.Migrations.Checking;

namespace FleetTui.Landing.Gates;

/// <summary>
/// Holds a slot whose migrations would break on the tree of the whole train: the only place where the answer is final. Slots are looked at in the order
/// they land, then the unlanded work of all others; of two with one version the one it belongs to, else the earlier, goes on.
/// </summary>
/// <param name="slots">All slots of the fleet now.</param>
/// <param name="reserved">Versions handed out now.</param>
public sealed class MigrationGate(GateRules rules, Func<IReadOnlyList<LaneSlot>> slots, Func<IReadOnlyList<ReservedVersion>> reserved, TimeProvider time) : IGate
{
    private const int MostTold = 3;

    public string Name => "migrations";

    public async Task<IReadOnlyList<GateFinding>> CheckAsync(TrainView train, CancellationToken cancellation)
    {
        if (rules.Migrations is not { } migrations || !train.Slots.Any(slot => slot.Paths.Any(path => migrations.Locate(path) is not null))) return [];

        var files = new MigrationFiles(train.Repository, migrations);
        var main = await files.OfAsync(train.Base, cancellation).ConfigureAwait(false);
        var tip = await files.OfAsync(train.Tip, cancellation).ConfigureAwait(false);
        var aboard = train.Slots.SelectMany(slot => Changes(slot, migrations, main, tip)).ToList();
        var waiting = slots().Where(slot => train.Slots.All(one => one.Slot.Id != slot.Id)).Select(slot => new SlotWorktree(slot.Id, slot.Worktree)).ToList();
        var ashore = await files.UnlandedAsync(main, train.Base, waiting, cancellation).ConfigureAwait(false);
        IReadOnlyList<MigrationChange> changes = [.. aboard, .. ashore];
        var texts = await new MigrationTexts(train.Repository, migrations).ReadAsync(main, changes, tip, waiting, cancellation).ConfigureAwait(false);
        var findings = new MigrationCheck(migrations, time).Run(new([.. main.Keys], changes, reserved()) { Texts = texts });
        return [.. findings
            .Where(finding => finding.Holds && train.Slots.Any(slot => slot.Slot.Id == finding.Slot))
            .GroupBy(finding => finding.Slot, StringComparer.Ordinal)
            .Select(slot => new GateFinding(slot.Key, Reason([.. slot]), [.. slot.Select(finding => finding.Path).Distinct(StringComparer.Ordinal)]) { Fix = Fix(slot) })];
    }

    /// <summary>What the slot's commits together do to the migrations of main.</summary>
    private static IEnumerable<MigrationChange> Changes(TrainSlot slot, MigrationRules rules, IReadOnlyDictionary<string, string> main, IReadOnlyDictionary<string, string> tip)
    {
        foreach (var path in slot.Paths.Where(path => rules.Locate(path) is not null))
        {
            var before = main.GetValueOrDefault(path);
            var after = tip.GetValueOrDefault(path);
            if (before == after) continue;
            yield return new(slot.Slot.Id, path, before is null ? MigrationChangeKind.Added : after is null ? MigrationChangeKind.Deleted : MigrationChangeKind.Edited);
        }
    }

    /// <summary>A renaming is the whole mending of most; where a file of main was changed, too, only the sentences say what to do.</summary>
    private static string Fix(IEnumerable<MigrationFinding> findings)
    {
        var all = findings.ToList();
        return all.Any(finding => finding is not { Suggestion.Length: > 0, Version.Length: > 0 })
            ? ""
            : string.Join(" && ", all.Select(finding => $"git mv {finding.Path} {finding.Path.Replace(finding.Version, finding.Suggestion, StringComparison.Ordinal)}").Distinct(StringComparer.Ordinal).Append("git commit"));
    }

    private static string Reason(IReadOnlyList<MigrationFinding> findings) =>
        string.Join(" ", findings.Select(finding => finding.Message).Distinct(StringComparer.Ordinal).Take(MostTold))
        + (findings.Count > MostTold ? $" And {findings.Count - MostTold} more." : "");
}
