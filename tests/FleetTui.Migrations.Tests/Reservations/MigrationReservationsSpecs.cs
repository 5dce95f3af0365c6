using FleetTui.Migrations.Checking;
using FleetTui.Migrations.Reservations;
using FleetTui.Storage;
using FleetTui.Testing;

namespace FleetTui.Migrations.Tests.Reservations;

public sealed class MigrationReservationsSpecs : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly StoppedClock clock = new(new(2026, 11, 20, 10, 0, 0));
    private readonly FleetDatabase database;
    private readonly MigrationReservations reservations;

    public MigrationReservationsSpecs()
    {
        database = Assert.IsType<DatabaseOpening.Opened>(FleetDatabase.Open(directory["fleet.db"], MigrationReservations.Steps)).Database;
        reservations = new(database, clock);
    }

    [Fact]
    public void Two_calls_never_get_the_same_version()
    {
        var versions = Enumerable.Range(0, 8).AsParallel().Select(_ => Reserve("s0")).ToList();
        Assert.Equal(8, versions.Distinct().Count());
        Assert.Equal("20261120100000", versions.Min());
        Assert.Equal("20261120100102", versions.Max());
    }

    [Fact]
    public void Two_slots_never_get_the_same_number()
    {
        var rules = Fleet.Rules(grammar: "golang-migrate");
        var inputs = new MigrationInputs(["db/0041_a.up.sql"], []);
        Assert.Equal(["0042", "0043"], [reservations.Reserve(rules, "s0", inputs), reservations.Reserve(rules, "s1", inputs)]);
    }

    [Fact]
    public void A_version_nobody_used_is_free_again_after_a_while()
    {
        Reserve("s0");
        Assert.Equal([new ReservedVersion("s0", "20261120100000")], reservations.Current());
        clock.Now += MigrationReservations.Lifetime;
        Assert.Empty(reservations.Current());
        Assert.Equal("20261120110000", Reserve("s0"));
    }

    public void Dispose()
    {
        database.Dispose();
        directory.Dispose();
    }

    private string Reserve(string slot) => reservations.Reserve(Fleet.Rules(), slot, new([], []));
}
