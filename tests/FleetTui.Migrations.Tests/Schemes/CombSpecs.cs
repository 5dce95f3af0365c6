using FleetTui.Migrations.Checking;
using FleetTui.Migrations.Schemes;
using FleetTui.Migrations.Versions;
using FsCheck;
using FsCheck.Fluent;

namespace FleetTui.Migrations.Tests.Schemes;

public sealed class CombSpecs
{
    private static readonly DateTime Day = new(2026, 11, 20, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_next_second_is_the_smallest_of_the_slot_s_own()
    {
        var moments = Gen.Choose(0, 3 * 86_400).Select(second => Day.AddSeconds(second));
        Prop.ForAll(moments.ToArbitrary(), Gen.Elements<string>(Fleet.Slots).ToArbitrary(), (moment, slot) =>
        {
            var next = Fleet.Comb.Next(slot, moment);
            var between = Enumerable.Range(0, (int)(next - moment).TotalSeconds).Select(second => moment.AddSeconds(second));
            return next >= moment && Fleet.Comb.Owns(slot, next) && !between.Any(time => Fleet.Comb.Owns(slot, time));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_day_of_24_000_migrations_by_twelve_slots_is_valid_unique_and_each_in_its_slot_s_seconds()
    {
        var random = new Random(4711);
        var comb = Fleet.Comb;
        var last = new Dictionary<string, DateTime>();
        var versions = new HashSet<string>();
        foreach (var second in Enumerable.Range(0, 24_000).Select(_ => random.Next(86_400)).Order())
        {
            var slot = Fleet.Slots[random.Next(12)];
            var from = Day.AddSeconds(second);
            if (last.TryGetValue(slot, out var own) && own >= from) from = own.AddSeconds(1);
            var version = last[slot] = comb.Next(slot, from);
            Assert.True(versions.Add(MigrationTime.Write(version)));
            Assert.Equal(version, MigrationTime.Read(MigrationTime.Write(version)));
            Assert.True(comb.Owns(slot, version));
            Assert.InRange(version - Day.AddSeconds(second), TimeSpan.Zero, TimeSpan.FromMinutes(3));
        }
    }

    [Fact]
    public void No_second_has_two_owners_however_many_slots_there_are()
    {
        foreach (var count in new[] { 1, 3, 12, 13, 24, 60 })
        {
            var slots = Enumerable.Range(0, count).ToDictionary(n => $"s{n}", n => n);
            var comb = new Comb(slots);
            Assert.All(Enumerable.Range(0, 60), second => Assert.InRange(slots.Keys.Count(slot => comb.Owns(slot, Day.AddSeconds(second))), 0, 1));
            Assert.All(slots.Keys, slot => Assert.InRange(comb.CapacityPerDay(slot), 1440, 7200));
        }
    }

    [Fact]
    public void A_fleet_of_three_keeps_its_seconds_when_it_grows_to_twelve() =>
        Assert.Equal(Fleet.Comb.Describe("s2"), new Comb(new Dictionary<string, int> { ["s2"] = 2 }).Describe("s2"));

    [Fact]
    public void A_version_is_never_older_than_what_main_has_already()
    {
        var clock = new StoppedClock(new(2026, 11, 20, 10, 0, 50));
        var inputs = new MigrationInputs(["db/20261120100055_eleven.sql"], []);
        Assert.Equal("20261120100100", new MigrationCheck(Fleet.Rules(), clock).Next("s0", inputs));
    }

    [Fact]
    public void A_burst_of_thirty_spans_six_minutes_and_none_is_too_far_ahead()
    {
        var clock = new StoppedClock(new(2026, 11, 20, 10, 0, 0));
        var check = new MigrationCheck(Fleet.Rules(), clock);
        var made = new List<MigrationChange>();
        for (var n = 0; n < 30; n++) made.Add(Fleet.Added("s3", $"{check.Next("s3", new([], made))}_burst{n}.sql"));
        Assert.Equal("db/20261120100519_burst29.sql", made[^1].Path);
        Assert.Empty(check.Run(new([], made)));
    }
}
