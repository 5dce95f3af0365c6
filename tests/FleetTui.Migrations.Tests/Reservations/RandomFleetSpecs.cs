using FleetTui.Migrations.Checking;
using FleetTui.Migrations.Repair;
using FleetTui.Migrations.Reservations;
using FleetTui.Migrations.Schemes;
using FleetTui.Migrations.Versions;
using FleetTui.Storage;
using FleetTui.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace FleetTui.Migrations.Tests.Reservations;

/// <summary>Fleets that do anything over days: ask for versions, write, commit, land, mend, take others' versions; beside a model that only counts.</summary>
public sealed class RandomFleetSpecs
{
    private static readonly DateTime Start = new(2026, 11, 20, 23, 50, 0, DateTimeKind.Utc);

    private static readonly Gen<Step> Steps =
        from what in Gen.Frequency((4, Gen.Constant("next")), (3, Gen.Constant("commit")), (2, Gen.Constant("land")), (2, Gen.Constant("wait")), (1, Gen.Constant("person")), (1, Gen.Constant("copy")), (1, Gen.Constant("mend")))
        from slot in Gen.Choose(0, 11)
        from seconds in Gen.Frequency((6, Gen.Choose(0, 90)), (1, Gen.Choose(0, 2 * 86_400)))
        select new Step(what, $"s{slot}", seconds);

    [Fact]
    public void The_comb_keeps_its_promises() => Check(Fleet.Comb);

    [Fact]
    public void Bands_keep_theirs() => Check(Fleet.Bands);

    private static void Check(IVersionScheme scheme) =>
        Prop.ForAll(Steps.ListOf().ToArbitrary(), steps => new World(scheme).Run(steps)).Check(Config.QuickThrowOnFailure.WithMaxTest(150).WithEndSize(60));

    private sealed record Step(string What, string Slot, int Seconds);

    private sealed record Written(string Slot, string Version, string Name, bool Committed)
    {
        public string Path => $"db/{Version}_{Name}.sql";
    }

    private sealed class World(IVersionScheme scheme)
    {
        private readonly StoppedClock clock = new(Start);
        private readonly MigrationRules rules = Fleet.Rules(scheme);
        private readonly List<string> main = [];
        private readonly List<Written> files = [];
        private readonly HashSet<string> given = new(StringComparer.Ordinal);
        private int names;

        private MigrationInputs Inputs => new([.. main], [.. files.OrderBy(file => !file.Committed).Select(file => new MigrationChange(file.Slot, file.Path, MigrationChangeKind.Added, file.Committed))]);

        private string NewestOnMain => main.Select(path => path[3..17]).DefaultIfEmpty("0").Max(StringComparer.Ordinal)!;

        public Property Run(IList<Step> steps)
        {
            using var directory = new TemporaryDirectory();
            using var database = ((DatabaseOpening.Opened)FleetDatabase.Open(directory["fleet.db"], MigrationReservations.Steps)).Database;
            var reservations = new MigrationReservations(database, clock);
            foreach (var step in steps)
            {
                if (Do(step, reservations) is { } broken) return false.Label($"{step}: {broken}");
                if (Compare(reservations) is { } other) return false.Label($"after {step}: {other}");
            }

            return true.ToProperty();
        }

        private string? Do(Step step, MigrationReservations reservations)
        {
            switch (step.What)
            {
                case "wait":
                    clock.Now += TimeSpan.FromSeconds(step.Seconds);
                    return null;
                case "person":
                    var own = MigrationTime.Write(clock.Now);
                    if (!main.Concat(files.Select(file => file.Path)).Any(path => path.Contains(own, StringComparison.Ordinal)) && !given.Contains(own)) main.Add($"db/{own}_person.sql");
                    return null;
                case "commit":
                    for (var i = 0; i < files.Count; i++)
                        if (files[i].Slot == step.Slot) files[i] = files[i] with { Committed = true };
                    return null;
                case "land":
                    // As the gate has it: only a slot without a fault.
                    if (Faults(reservations).Any(fault => fault.Slot == step.Slot)) return null;
                    foreach (var file in files.Where(file => file.Slot == step.Slot && file.Committed).ToList())
                    {
                        main.Add(file.Path);
                        files.Remove(file);
                    }

                    return null;
                case "copy":
                    if (files.FirstOrDefault(file => file.Slot != step.Slot) is { } theirs && !files.Any(file => file.Slot == step.Slot && file.Version == theirs.Version)) files.Add(new(step.Slot, theirs.Version, $"n{names++}", false));
                    return null;
                case "mend":
                    return Mend(step.Slot, reservations);
                default:
                    return rules.Scheme.Knows(step.Slot) ? Next(step.Slot, reservations) : null;
            }
        }

        private string? Next(string slot, MigrationReservations reservations)
        {
            var version = reservations.Reserve(rules, slot, Inputs);
            var broken = MigrationTime.Read(version) is not { } time ? "no time"
                : !scheme.Owns(slot, time) ? "not the slot's"
                : !given.Add(version) ? "given twice"
                : main.Any(path => path.Contains(version, StringComparison.Ordinal)) ? "on main"
                : scheme.KeepsOrder && string.CompareOrdinal(version, NewestOnMain) < 0 ? "older than main"
                : null;
            files.Add(new(slot, version, $"n{names++}", false));
            return broken is null ? null : $"{version} for {slot} is {broken}";
        }

        private string? Mend(string slot, MigrationReservations reservations)
        {
            if (!rules.Scheme.Knows(slot)) return null;
            var before = files.Where(file => file.Slot == slot).OrderBy(file => file.Version, StringComparer.Ordinal).ThenBy(file => file.Path, StringComparer.Ordinal).Select(file => file.Name).ToList();
            foreach (var rename in reservations.Plan(rules, slot, Inputs).Steps.Cast<RepairStep.Rename>())
            {
                var at = files.FindIndex(file => file.Slot == slot && file.Path == rename.From);
                if (at < 0) return $"{rename} is no file of {slot}";
                files[at] = files[at] with { Version = rename.To[3..17] };
                given.Add(files[at].Version);
            }

            var after = files.Where(file => file.Slot == slot).OrderBy(file => file.Version, StringComparer.Ordinal).ThenBy(file => file.Path, StringComparer.Ordinal).Select(file => file.Name).ToList();
            var left = Faults(reservations).Where(fault => fault.Slot == slot).ToList();
            return !before.SequenceEqual(after) ? $"the order of {slot} changed" : left.Count > 0 ? $"mending left {left[0].Message}" : null;
        }

        private List<MigrationFinding> Faults(MigrationReservations reservations) =>
            [.. new MigrationCheck(rules, clock).Run(Inputs with { Reserved = reservations.Current() }).Where(finding => finding.Holds)];

        /// <summary>What the check finds is what anybody would find who knows only the versions.</summary>
        private string? Compare(MigrationReservations reservations)
        {
            var wrong = Faults(reservations);
            var expected = new HashSet<(string Slot, string Version)>();
            foreach (var file in files)
            {
                var time = MigrationTime.Read(file.Version)!.Value;
                if (scheme.Knows(file.Slot) && !scheme.Owns(file.Slot, time)) expected.Add((file.Slot, file.Version));
                if (scheme.KeepsOrder && string.CompareOrdinal(file.Version, NewestOnMain) < 0) expected.Add((file.Slot, file.Version));
                if (main.Any(path => path.Contains(file.Version, StringComparison.Ordinal))) expected.Add((file.Slot, file.Version));
            }

            var told = wrong.Select(fault => (fault.Slot, fault.Version)).ToHashSet();
            if (expected.Except(told).FirstOrDefault() is { Slot: not null } missing) return $"{missing} was not found";
            // Besides, of two slots with one version one is told; of a version somebody else reserved, who took it.
            var extra = wrong.FirstOrDefault(fault => !expected.Contains((fault.Slot, fault.Version)) && fault.Kind != MigrationFindingKind.Duplicate);
            return extra is null ? null : $"nothing is wrong with {extra.Path}: {extra.Message}";
        }
    }
}
