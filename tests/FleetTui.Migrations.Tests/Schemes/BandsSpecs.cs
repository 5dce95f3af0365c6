using FleetTui.Configuration;
using FleetTui.Migrations.Checking;
using FleetTui.Migrations.Schemes;
using FleetTui.Migrations.Versions;
using FsCheck;
using FsCheck.Fluent;

namespace FleetTui.Migrations.Tests.Schemes;

public sealed class BandsSpecs
{
    private static readonly DateTime Day = new(2026, 4, 28, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_full_band_goes_on_in_the_next_day_s_and_never_in_its_neighbour_s()
    {
        var check = new MigrationCheck(Fleet.Rules(Fleet.Bands), new StoppedClock(Day.AddHours(9)));
        var made = new List<MigrationChange>();
        for (var n = 0; n < 11; n++) made.Add(Fleet.Added("s0", $"{check.Next("s0", new([], made))}_m.sql"));
        Assert.Equal("db/20260428001000_m.sql", made[0].Path);
        Assert.Equal("db/20260428005500_m.sql", made[9].Path);
        Assert.Equal("db/20260429001000_m.sql", made[10].Path); // decimal arithmetic says 006000
        Assert.All(check.Run(new([], made)), finding => Assert.Equal((MigrationFindingKind.Capacity, false), (finding.Kind, finding.Holds)));
    }

    [Theory]
    [InlineData(8, null)]
    [InlineData(9, "s0 has used 9 of its 10 versions of today (00:10:00-01:00:00 UTC, every 00:05:00): 1 is left, then it goes on in tomorrow's.")]
    [InlineData(10, "s0 has used all 10 of its versions of today (00:10:00-01:00:00 UTC, every 00:05:00): its next is 20260429001000, of another day; a longer band or a smaller step has more.")]
    public void That_a_band_runs_out_is_told_before_it_does(int used, string? told)
    {
        var check = new MigrationCheck(Fleet.Rules(Fleet.Bands), new StoppedClock(Day.AddHours(9)));
        var made = new List<MigrationChange>();
        for (var n = 0; n < used; n++) made.Add(Fleet.Added("s0", $"{check.Next("s0", new([], made))}_m.sql"));
        Assert.Equal(told, check.Run(new([], made)).SingleOrDefault()?.Message);
    }

    [Fact]
    public void A_slot_may_have_a_step_of_its_own()
    {
        var bands = new Bands(new Dictionary<string, BandDefinition> { ["s0"] = new(TimeSpan.Zero, TimeSpan.FromHours(1)) { Step = TimeSpan.FromMinutes(20) } }, TimeSpan.FromSeconds(1));
        Assert.Equal((3, Day.AddMinutes(20)), (bands.CapacityPerDay("s0"), bands.Next("s0", Day.AddSeconds(1))));
    }

    [Fact]
    public void A_slot_counts_on_from_what_it_landed_today()
    {
        var check = new MigrationCheck(Fleet.Rules(Fleet.Bands), new StoppedClock(Day.AddHours(9)));
        var inputs = new MigrationInputs(["db/20260428001500_a.sql", "db/20260428013000_b.sql", "db/20260427005000_c.sql"], []);
        Assert.Equal("20260428002000", check.Next("s0", inputs));
        Assert.Equal("20260428013500", check.Next("s1", inputs));
    }

    [Fact]
    public void What_is_used_and_left_is_counted()
    {
        var usage = new MigrationCheck(Fleet.Rules(Fleet.Bands), new StoppedClock(Day.AddHours(9)))
            .Usage(new(["db/20260428001500_a.sql"], [Fleet.Added("s0", "20260428002000_b.sql"), Fleet.Added("s1", "20260428010000_b.sql")]));
        Assert.Equal(new BandUsage("s0", "00:10:00-01:00:00 UTC, every 00:05:00", 2, 8, "20260428002500"), usage[0]);
        Assert.Equal(("s1", 1, 11), (usage[1].Slot, usage[1].Used, usage[1].Free));
    }

    [Fact]
    public void Any_run_of_migrations_stays_valid_unique_and_in_its_band()
    {
        var bands = Gen.Two(Gen.Choose(0, 86_400)).Where(pair => pair.Item1 < pair.Item2).Select(pair => new BandDefinition(TimeSpan.FromSeconds(pair.Item1), TimeSpan.FromSeconds(pair.Item2)));
        Prop.ForAll(bands.ToArbitrary(), Gen.Choose(1, 3600).ToArbitrary(), Gen.Choose(0, 86_399).ToArbitrary(), (band, step, start) =>
        {
            var scheme = new Bands(new Dictionary<string, BandDefinition> { ["a"] = band }, TimeSpan.FromSeconds(step));
            var version = Day.AddSeconds(start).AddSeconds(-1);
            for (var n = 0; n < 50; n++)
            {
                var next = scheme.Next("a", version.AddSeconds(1));
                if (next <= version || !scheme.Owns("a", next) || MigrationTime.Read(MigrationTime.Write(next)) != next) return false;
                version = next;
            }

            return true;
        }).QuickCheckThrowOnFailure();
    }
}
