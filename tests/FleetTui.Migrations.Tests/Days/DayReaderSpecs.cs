using FleetTui.Migrations.Checking;
using FleetTui.Migrations.Days;

namespace FleetTui.Migrations.Tests.Days;

public sealed class DayReaderSpecs
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    private static readonly StoppedClock Clock = new(new(2026, 11, 20, 10, 0, 30));

    [Fact]
    public void A_day_has_its_own_versions_wherever_they_are_and_whose_they_are()
    {
        var day = Read(new(
            ["db/20261119100000_old.sql", "db/20261120080002_main.sql"],
            [Fleet.Added("s1", "20261120090005_own.sql"), Fleet.Added("s2", "20261120090013_draft.sql", committed: false)],
            [new ReservedVersion("s3", "20261120100015"), new ReservedVersion("s1", "20261120090005")]));

        Assert.Equal(
            [("20261120080002", "main", "s0"), ("20261120090005", "s1", "s1"), ("20261120090013", "worktree:s2", "s2"), ("20261120100015", "reserved:s3", "s3")],
            day.Entries.Select(entry => (entry.Version, entry.Where, entry.Owner)));
        Assert.Equal((new DateOnly(2026, 11, 19), null), (day.Before, day.After));
        Assert.Equal([1, 1, 1, 1, 0], day.Slots.Take(5).Select(slot => slot.Used));
    }

    [Fact]
    public void Capacity_by_slice_and_used_and_free_agree_for_the_comb_and_for_bands()
    {
        foreach (var rules in new[] { Fleet.Rules(), Fleet.Rules(Fleet.Bands) })
        {
            var day = new DayReader(rules, Clock).Read(Day, new(["db/20261120001000_a.sql"], []));
            Assert.All(day.Slots, slot => Assert.Equal(slot.Capacity.Sum(), slot.Used + slot.Free));
            Assert.All(day.Slots, slot => Assert.Equal(MigrationDay.Slices, slot.Capacity.Count));
        }

        var bands = new DayReader(Fleet.Rules(Fleet.Bands), Clock).Read(Day, new([], []));
        Assert.Equal(["s0", "s1"], bands.Slots.Select(slot => slot.Slot));
        Assert.Equal([1, 3, 3, 3, 0, 0, 0, 0, 0], bands.Slots[0].Capacity.Take(9));
        Assert.Equal([0, 0, 0, 0, 3, 3, 3, 3, 0], bands.Slots[1].Capacity.Take(9));
    }

    [Fact]
    public void A_collision_marks_both_files_and_a_time_no_clock_shows_has_its_day_but_no_moment()
    {
        var day = Read(new(["db/20261120080002_a.sql"], [Fleet.Added("s0", "20261120080002_b.sql"), Fleet.Added("s0", "20261120086100_c.sql")]));

        Assert.Equal([MigrationFindingKind.Duplicate, MigrationFindingKind.Duplicate, MigrationFindingKind.InvalidTime], day.Entries.Select(entry => entry.Problem));
        Assert.Null(day.Entries[2].At);
        Assert.Equal("", day.Entries[2].Owner);
    }

    [Fact]
    public void Numbers_are_of_no_day()
    {
        var day = new DayReader(Fleet.Rules(grammar: "golang-migrate"), Clock).Read(Day, new(["db/0001_a.up.sql", "db/0001_a.down.sql"], []));
        Assert.Equal((0, 2, null, null), (day.Entries.Count, day.Undated, day.Before, day.After));
    }

    private static MigrationDay Read(MigrationInputs inputs) => new DayReader(Fleet.Rules(), Clock).Read(Day, inputs);
}
