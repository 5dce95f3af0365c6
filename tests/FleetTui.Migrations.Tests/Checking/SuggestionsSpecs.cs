using FleetTui.Migrations.Checking;
using FsCheck;
using FsCheck.Fluent;

namespace FleetTui.Migrations.Tests.Checking;

public sealed class SuggestionsSpecs
{
    private static readonly DateTime Now = new(2026, 11, 20, 23, 58, 30, DateTimeKind.Utc);

    // Around now and around midnight, on and off the slots' seconds, some invalid.
    private static readonly Gen<string> Versions = Gen.Frequency(
        (8, Gen.Choose(-200, 200).Select(second => Now.AddSeconds(second).ToString("yyyyMMddHHmmss", null))),
        (2, Gen.Elements("20261120235500", "20261120235960", "20261120240000", "20261121000000", "20261120", "20991231235959")));

    private static readonly Gen<MigrationChange> Changes =
        from slot in Gen.Elements<string>([.. Fleet.Slots, "person"])
        from version in Versions
        from name in Gen.Choose(0, 5)
        from committed in Gen.Elements(true, false)
        select Fleet.Added(slot, $"{version}_m{name}.sql", committed);

    [Fact]
    public void A_fleet_that_takes_every_suggestion_is_clean() => Property(Fleet.Rules(), MigrationFindingKind.OutOfOrder);

    [Fact]
    public void So_is_one_with_bands() => Property(Fleet.Rules(Fleet.Bands), null);

    private static void Property(MigrationRules rules, MigrationFindingKind? alsoGone)
    {
        var main = Gen.Choose(-300, 0).Select(second => $"db/{Now.AddSeconds(second):yyyyMMddHHmmss}_main{second}.sql").ListOf();
        Prop.ForAll(main.ToArbitrary(), Changes.ListOf().ToArbitrary(), (onMain, changes) =>
        {
            var check = new MigrationCheck(rules, new StoppedClock(Now));
            var inputs = new MigrationInputs([.. onMain.Distinct()], [.. changes.DistinctBy(change => (change.Slot, change.Path))]);
            var findings = check.Run(inputs);
            var renamed = findings.Where(finding => finding.Suggestion is not null).DistinctBy(finding => (finding.Slot, finding.Path)).ToDictionary(finding => (finding.Slot, finding.Path), finding => finding.Suggestion!);
            var after = check.Run(inputs with
            {
                Changes = [.. inputs.Changes.Select(change => renamed.TryGetValue((change.Slot, change.Path), out var version) ? change with { Path = $"db/{version}_renamed.sql" } : change)],
            });
            var left = after.Where(finding => finding.Slot.Length > 0 && (finding.Holds || finding.Kind == alsoGone)).ToList();
            return (left.Count == 0).Label(left.FirstOrDefault()?.Message ?? "");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }
}
