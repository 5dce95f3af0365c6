using FleetTui.Api.Client;
using FleetTui.Api.Status;

namespace FleetTui.Daemon.Tests;

public sealed class LaneSpecs
{
    private const string Waits = "while read -r line; do echo \"got $line\"; done";
    private const string Quick = "[landing]\ndebounce = \"0s\"\n";

    private readonly CancellationToken cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_slot_commits_lands_on_the_remote_and_the_slot_moves_on()
    {
        await using var world = await FleetWorld.CreateAsync(Waits, more: Quick);
        await using var daemon = await UpAsync(world);

        await world.CommitAsync("slots/ps1", "blog/a.md");

        var status = await world.UntilAsync(now => now.Lane is { Landed: 1, Queue: [] } && now.Slots[0] is { Ahead: 0, Behind: 0, Dirty: 0, Landing: "none" });
        Assert.Equal("origin/main", status.Lane.Target);
        Assert.Equal("ps1", status.Lane.LastLanded!.Slot);
        Assert.Equal("blog/a.md", await world.OriginAsync("show", "--name-only", "--format=", "main"));
        Assert.Contains("blog/a.md", (await world.UntilLoggedAsync("lane.landed")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commit_outside_its_domain_is_held_with_the_reason_and_needs_the_user()
    {
        await using var world = await FleetWorld.CreateAsync(Waits, more: Quick);
        await using var daemon = await UpAsync(world);

        await world.CommitAsync("slots/ps1", "docs/a.md");

        var status = await world.UntilAsync("ps1", slot => slot is { Landing: "held", Attention: true });
        Assert.Contains("docs/a.md", status.Slots[0].LandingReason, StringComparison.Ordinal);
        Assert.Equal(0, status.Lane.Landed);
    }

    [Fact]
    public async Task A_paused_lane_lands_nothing_until_it_is_resumed_also_over_a_restart()
    {
        await using var world = await FleetWorld.CreateAsync(Waits, more: Quick);
        await using (await UpAsync(world))
        {
            await world.Api.PauseLaneAsync(cancellation);
            await world.UntilAsync(now => now.Lane.State == "paused");
        }

        await using var again = world.Start();
        await world.UntilAsync(now => now.Lane.State == "paused");
        await world.CommitAsync("slots/ps1", "blog/a.md");
        await world.UntilAsync("ps1", slot => slot.Ahead == 1 && slot.Landing != "none");

        await world.Api.ResumeLaneAsync(cancellation);
        await world.UntilAsync(now => now.Lane.Landed == 1);
    }

    [Fact]
    public async Task Landing_on_request_says_what_became_of_each_slot()
    {
        await using var world = await FleetWorld.CreateAsync(Waits, more: "[landing]\nmode = \"off\"\n");
        await using var daemon = await UpAsync(world);
        await world.CommitAsync("slots/ps1", "blog/a.md");

        var result = await world.Api.LandAsync([], wait: true, cancellation);

        Assert.Equal([("ps1", "landed"), ("ps2", "nothing")], result.Slots.Select(slot => (slot.Slot, slot.Outcome)));
        Assert.Equal(await world.OriginAsync("rev-parse", "main"), result.Tip);
    }

    [Fact]
    public async Task A_changed_landing_mode_is_taken_over_while_running()
    {
        await using var world = await FleetWorld.CreateAsync(Waits, more: "[landing]\nmode = \"off\"\ndebounce = \"0s\"\n");
        await using var daemon = await UpAsync(world);
        await world.CommitAsync("slots/ps1", "blog/a.md");
        await world.UntilAsync(status => status.Lane.State == "off" && status.Slots[0].Ahead == 1);

        File.WriteAllText(world["fleet.toml"], File.ReadAllText(world["fleet.toml"]).Replace("\"off\"", "\"train\"", StringComparison.Ordinal));

        await world.UntilAsync(status => status.Lane is { State: "idle", Landed: 1 });
    }

    [Fact]
    public async Task Without_a_remote_the_lane_says_so_and_everything_else_runs()
    {
        await using var world = await FleetWorld.CreateAsync(Waits, more: Quick);
        await world.GitAsync("remote", "remove", "origin");
        await using var daemon = await UpAsync(world);

        var status = await world.UntilAsync(now => now.Lane is { State: "halted" or "offline", Reason.Length: > 0 });

        Assert.Contains("no remote", status.Lane.Reason, StringComparison.Ordinal);
        Assert.All((await world.Api.StatusAsync(cancellation)).Slots, slot => Assert.NotNull(slot.Pid));
    }

    [Fact]
    public async Task A_role_given_while_running_opens_its_domain_at_the_gate()
    {
        await using var world = await FleetWorld.CreateAsync(Waits, more: Quick);
        await using var daemon = await UpAsync(world);
        await world.CommitAsync("slots/ps2", "docs/a.md");
        await world.UntilAsync("ps2", slot => slot.Landing == "held");

        await world.Api.AssignRoleAsync("ps2", "docs", swap: false, "", preview: false, cancellation);

        await world.UntilAsync(now => now.Lane.Landed == 1);
    }

    [Fact]
    public async Task The_next_migration_is_in_the_slots_comb_and_a_collision_is_reported()
    {
        await using var world = await FleetWorld.CreateAsync(Waits, more: "[landing]\nmode = \"off\"\n[migrations]\ndirectories = [\"shared/db\"]\n");
        await using var daemon = await UpAsync(world);

        var next = await world.Api.NextMigrationAsync("ps1", "add_users", dryRun: false, cancellation);
        Assert.Equal($"shared/db/{next.Version}_add_users.sql", next.Path);
        Assert.NotEqual(next.Version, (await world.Api.NextMigrationAsync("ps1", null, dryRun: false, cancellation)).Version);

        await world.CommitAsync("slots/ps1", next.Path!);
        await world.CommitAsync("slots/ps2", $"shared/db/{next.Version}_other.sql");
        var report = await world.Api.MigrationsAsync(cancellation);

        Assert.Equal("comb", report.Scheme);
        Assert.Contains(report.Findings, finding => finding is { Kind: "duplicate", Slot: "ps2", OtherSlot: "ps1", Suggestion: not null });
        Assert.Equal(2, report.Files.Count);

        var would = Assert.Single((await world.Api.FixMigrationsAsync("ps2", dryRun: true, cancellation)).Done);
        Assert.StartsWith($"renamed shared/db/{next.Version}_other.sql to ", would, StringComparison.Ordinal);
        Assert.True(File.Exists(world[$"slots/ps2/shared/db/{next.Version}_other.sql"]));
        Assert.EndsWith(", staged", Assert.Single((await world.Api.FixMigrationsAsync("ps2", dryRun: false, cancellation)).Done), StringComparison.Ordinal);
        Assert.False(File.Exists(world[$"slots/ps2/shared/db/{next.Version}_other.sql"]));
        Assert.Empty((await world.Api.MigrationsAsync(cancellation)).Findings);
    }

    private async Task<RunningDaemon> UpAsync(FleetWorld world)
    {
        var daemon = world.Start();
        await world.UntilAsync((FleetStatus status) => status.Slots.Count == 2);
        await world.Api.StartSlotsAsync([], cancellation);
        return daemon;
    }
}
