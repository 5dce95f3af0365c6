namespace FleetTui.Landing.Tests.Gates;

/// <summary>The lane with all gates.</summary>
public sealed class GatedLaneSpecs
{
    private static readonly DateTime Soon = DateTime.UtcNow.AddMinutes(1);

    [Fact]
    public async Task A_slot_outside_its_domain_is_held_and_the_rest_land()
    {
        using var world = new GateWorld();
        world.Commit(1, "blog/a.md");
        world.Commit(2, "blog/b.md");
        world.Commit(3, "shared.md");
        var landed = await world.LandAsync(TimeProvider.System);
        Assert.Equal((SlotOutcome.Landed, SlotOutcome.Held, SlotOutcome.Landed), (landed["s1"].Outcome, landed["s2"].Outcome, landed["s3"].Outcome));
        Assert.StartsWith("blog/b.md is s1's (role blog)", landed["s2"].Reason, StringComparison.Ordinal);
        Assert.StartsWith("take it out of", landed["s2"].Fix, StringComparison.Ordinal);
        Assert.EndsWith($": {landed["s2"].Fix}.", landed["s2"].Reason, StringComparison.Ordinal);
        Assert.Null(world.Sandbox.OnMain("blog/b.md"));
    }

    [Fact]
    public async Task One_of_two_migrations_with_one_version_lands_and_the_other_after_it_took_the_version_it_was_told()
    {
        using var world = new GateWorld();
        var version = new DateTime(Soon.Year, Soon.Month, Soon.Day, Soon.Hour, Soon.Minute, 0, DateTimeKind.Utc).ToString("yyyyMMddHHmmss", null);
        world.Commit(1, $"db/{version}_a.sql");
        world.Commit(2, $"db/{version}_b.sql");
        var landed = await world.LandAsync(TimeProvider.System);
        Assert.Equal((SlotOutcome.Landed, SlotOutcome.Held), (landed["s1"].Outcome, landed["s2"].Outcome));

        var told = landed["s2"].Reason.Split("rename it to ")[1].Split(".sql")[0] + ".sql";
        Assert.Equal($"git mv db/{version}_b.sql db/{told} && git commit", landed["s2"].Fix);
        var slot = world.Sandbox.Slot(2);
        world.Sandbox.Git(slot, "mv", $"db/{version}_b.sql", $"db/{told}");
        world.Sandbox.Git(slot, "commit", "-q", "--amend", "--no-edit");
        Assert.Equal(SlotOutcome.Landed, (await world.LandAsync(TimeProvider.System))["s2"].Outcome);
        Assert.NotNull(world.Sandbox.OnMain($"db/{told}"));
    }

    [Fact]
    public async Task A_rename_in_a_later_commit_instead_of_an_amended_one_lands_too()
    {
        using var world = new GateWorld(files: new Dictionary<string, string> { ["db/20200101000000_first.sql"] = "select 1;\n" });
        world.Commit(2, "db/20200101000000_b.sql");
        Assert.Equal(SlotOutcome.Held, (await world.LandAsync(TimeProvider.System))["s2"].Outcome);

        var version = new DateTime(Soon.Year, Soon.Month, Soon.Day, Soon.Hour, Soon.Minute, 5, DateTimeKind.Utc).ToString("yyyyMMddHHmmss", null);
        world.Sandbox.Git(world.Sandbox.Slot(2), "mv", "db/20200101000000_b.sql", $"db/{version}_b.sql");
        world.Sandbox.CommitAll(world.Sandbox.Slot(2), "Take a free version");
        Assert.Equal(SlotOutcome.Landed, (await world.LandAsync(TimeProvider.System))["s2"].Outcome);
    }

    [Fact]
    public async Task A_train_that_fails_its_checks_lands_without_the_culprit()
    {
        using var world = new GateWorld("checks = [\"test ! -e docs/broken.md\"]");
        world.Commit(1, "blog/a.md");
        world.Commit(2, "docs/broken.md");
        world.Commit(3, "shared.md");
        var landed = await world.LandAsync(TimeProvider.System);
        Assert.Equal((SlotOutcome.Landed, SlotOutcome.Held, SlotOutcome.Landed), (landed["s1"].Outcome, landed["s2"].Outcome, landed["s3"].Outcome));
        Assert.Contains("The check \"test ! -e docs/broken.md\" ended with 1", landed["s2"].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Main_merged_or_rebased_into_a_slot_is_nobody_s_breach()
    {
        using var world = new GateWorld(files: new Dictionary<string, string> { ["docs/a.md"] = "a\n" });
        world.Commit(1, "blog/a.md");
        world.Commit(3, "shared.md");
        world.Sandbox.OutsiderLands("docs/a.md", "changed outside\n");
        world.Sandbox.OutsiderLands("db/20200101000000_outside.sql", "select 1;\n");
        world.Sandbox.Git(world.Sandbox.Hub, "fetch", "-q");
        world.Sandbox.Git(world.Sandbox.Slot(1), "merge", "-q", "--no-edit", "origin/main");
        world.Commit(1, "blog/b.md");
        world.Sandbox.Git(world.Sandbox.Slot(3), "rebase", "-q", "origin/main");
        var landed = await world.LandAsync(TimeProvider.System);
        Assert.Equal(("", ""), (landed["s1"].Reason, landed["s3"].Reason));
        Assert.Equal((SlotOutcome.Landed, SlotOutcome.Landed), (landed["s1"].Outcome, landed["s3"].Outcome));
    }
}
