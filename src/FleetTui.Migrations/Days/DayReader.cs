using FleetTui.Migrations.Checking;
using FleetTui.Migrations.Grammars;
using FleetTui.Migrations.Versions;

namespace FleetTui.Migrations.Days;

/// <summary>Sorts what a check looks at into days. Pure.</summary>
public sealed class DayReader(MigrationRules rules, TimeProvider time)
{
    private const int DateDigits = 8;

    /// <param name="day">In UTC, as versions are.</param>
    public MigrationDay Read(DateOnly day, MigrationInputs inputs)
    {
        var check = new MigrationCheck(rules, time);
        var findings = check.Run(inputs);
        var all = Migrations(inputs, findings).ToList();
        var ofDay = all.Where(one => DateOf(one.Version) == day).OrderBy(one => one.Version, StringComparer.Ordinal).ThenBy(one => one.Path, StringComparer.Ordinal).ToList();
        var days = all.Select(one => DateOf(one.Version)).OfType<DateOnly>().Distinct().Order().ToList();
        return new MigrationDay(
            day,
            [.. check.Usage(inputs).Select(usage => Slot(usage, day, ofDay))],
            ofDay,
            days.Where(other => other < day).Select(other => (DateOnly?)other).LastOrDefault(),
            days.Where(other => other > day).Select(other => (DateOnly?)other).FirstOrDefault(),
            all.Count(one => DateOf(one.Version) is null),
            findings);
    }

    private DaySlot Slot(BandUsage usage, DateOnly day, List<DayEntry> entries)
    {
        var own = entries.Where(entry => entry.Owner == usage.Slot).Select(entry => entry.Version).Distinct(StringComparer.Ordinal).Count();
        var capacity = new int[MigrationDay.Slices];
        var begin = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        for (var at = rules.Scheme.Next(usage.Slot, begin); at < begin.AddDays(1); at = rules.Scheme.Next(usage.Slot, at.AddSeconds(1)))
        {
            capacity[MigrationDay.SliceOf(at)]++;
        }

        return new DaySlot(usage.Slot, usage.Description, own, Math.Max(0, rules.Scheme.CapacityPerDay(usage.Slot) - own), usage.Next, capacity);
    }

    private IEnumerable<DayEntry> Migrations(MigrationInputs inputs, IReadOnlyList<MigrationFinding> findings)
    {
        var main = inputs.OnMain.Select(path => (Path: path, Slot: "", Where: MigrationDay.OnMain));
        var slots = inputs.Changes
            .Where(change => change.Kind == MigrationChangeKind.Added)
            .Select(change => (change.Path, change.Slot, Where: change.Committed ? change.Slot : $"worktree:{change.Slot}"));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, slot, where) in main.Concat(slots))
        {
            if (rules.Locate(path) is var (_, relative) && rules.Grammar.Read(relative) is GrammarReading.File file)
            {
                seen.Add(file.Version.Text);
                var finding = findings.FirstOrDefault(one => (one.Path == path && one.Slot == slot) || (one.OtherPath == path && one.OtherSlot == slot));
                yield return Entry(file.Version.Text, path, where, finding);
            }
        }

        foreach (var reserved in inputs.Reserved.Where(one => !seen.Contains(one.Version)))
        {
            yield return Entry(reserved.Version, "", $"reserved:{reserved.Slot}", null);
        }
    }

    private DayEntry Entry(string version, string path, string where, MigrationFinding? finding)
    {
        var at = MigrationTime.Read(version);
        var owner = at is { } moment ? rules.Slots.FirstOrDefault(slot => rules.Scheme.Knows(slot) && rules.Scheme.Owns(slot, moment)) : null;
        return new DayEntry(version, at, path, where, owner ?? "", finding?.Kind, finding?.Message ?? "");
    }

    /// <summary>Also of a version that names a day but no time of it.</summary>
    private static DateOnly? DateOf(string version) =>
        version.Length == MigrationTime.Digits && MigrationTime.Read(version[..DateDigits] + "000000") is { } day ? DateOnly.FromDateTime(day) : null;
}
