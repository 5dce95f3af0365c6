using FleetTui.Landing.Gates;
using FleetTui.Migrations.Checking;

namespace FleetTui.Landing.Tests.Gates;

public sealed class MigrationGateSpecs : IDisposable
{
    private readonly GateWorld world = new(files: new Dictionary<string, string> { ["db/20261119000000_first.sql"] = "select 1;\n" });

    [Fact]
    public async Task Slots_that_keep_to_their_seconds_land_together()
    {
        world.Commit(1, "db/20261120100000_a.sql");
        world.Commit(2, "db/20261120100005_b.sql");
        Assert.Empty(await CheckAsync(1, 2));
    }

    [Fact]
    public async Task Two_slots_with_one_version_are_found_in_the_train_and_only_one_is_held()
    {
        world.Commit(1, "db/20261120100000_a.sql");
        world.Commit(2, "db/20261120100000_b.sql");
        var finding = Assert.Single(await CheckAsync(2, 1)); // s2 goes first, but the version is s1's
        Assert.Equal("s2", finding.Slot);
        Assert.Contains("db/20261120100000_b.sql (s2) has the same version as db/20261120100000_a.sql (s1); Supabase fails at the second with SQLSTATE 23505; rename it to 20261120100505_b.sql.", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_unlanded_work_of_a_slot_that_is_not_aboard_counts_committed_or_not()
    {
        world.Commit(1, "db/20261120100005_a.sql");
        world.Sandbox.Write(world.Sandbox.Slot(2), "db/20261120100005_b.sql", "select 2;\n");
        Assert.Contains("(s2, uncommitted)", Assert.Single(await CheckAsync(1)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_slot_s_mistake_does_not_hold_this_one()
    {
        world.Commit(1, "db/20261120100000_a.sql");
        world.Sandbox.Write(world.Sandbox.Slot(2), "db/20261120100000_b.sql", "select 2;\n");
        world.Commit(3, "db/20261119000000_c.sql");
        Assert.Empty(await CheckAsync(1));
    }

    [Fact]
    public async Task What_has_landed_may_not_be_edited()
    {
        world.Commit(1, "db/20261119000000_first.sql", "drop table users;\n");
        Assert.Contains("s1 has edited it", Assert.Single(await CheckAsync(1)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_landed_meanwhile_from_outside_is_told()
    {
        world.Commit(1, "db/20261120100000_a.sql");
        world.Sandbox.OutsiderLands("db/20261120100000_theirs.sql", "select 3;\n");
        world.Sandbox.Git(world.Sandbox.Hub, "fetch", "-q");
        Assert.Contains("db/20261120100000_theirs.sql (on main)", Assert.Single(await CheckAsync(1)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_train_without_migrations_asks_nobody()
    {
        world.Commit(1, "blog/a.md");
        world.Commit(2, "db/20261119000000_b.sql");
        Assert.Empty(await CheckAsync(1));
    }

    public void Dispose() => world.Dispose();

    private Task<IReadOnlyList<GateFinding>> CheckAsync(params int[] slots) =>
        world.CheckAsync(new MigrationGate(world.Rules, () => world.Slots, () => [], new StoppedClock(new(2026, 11, 20, 10, 5, 0, TimeSpan.Zero))), slots);

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
