using FleetTui.Processes;
using FleetTui.Storage;

namespace FleetTui.Daemon.Tests;

public sealed class DaemonLifeSpecs
{
    private const string Waits = "printf '\\033]7501;state=idle:app=work\\007'; while read -r line; do echo \"got $line\"; done";

    private readonly CancellationToken cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killing_the_daemon_touches_no_agent_and_the_next_one_adopts_them_with_their_state()
    {
        await using var world = await FleetWorld.CreateAsync(Waits);
        var first = world.StartProcess();
        await world.UntilAsync(status => status.Slots.Count == 2);
        await world.Api.StartSlotsAsync(["ps1"], cancellation);
        var before = (await world.UntilAsync("ps1", slot => slot.State == "idle")).Slots[0];

        await KillAsync(first.Pid);
        await first.Ended.WaitAsync(TimeSpan.FromSeconds(20), cancellation);
        Assert.True(Directory.Exists($"/proc/{before.Pid}"));

        await using var second = world.Start();
        var after = (await world.UntilAsync("ps1", slot => slot.State == "idle")).Slots[0];
        Assert.Equal((before.Pid, before.Since), (after.Pid, after.Since));
        Assert.Equal("stopped", (await world.Api.StatusAsync(cancellation)).Slots[1].State);

        // And it is the daemon's again.
        await world.Api.StopSlotsAsync(["ps1"], cancellation);
        await world.UntilAsync("ps1", slot => slot is { State: "stopped", Pid: null });
    }

    [Fact]
    public async Task A_slot_that_was_down_stays_down_over_a_restart_of_the_daemon_and_one_that_was_up_comes_back_when_its_host_is_gone_too()
    {
        await using var world = await FleetWorld.CreateAsync(Waits);
        await using (world.Start())
        {
            await world.UntilAsync(status => status.Slots.Count == 2);
            await world.Api.StartSlotsAsync([], cancellation);
            await world.UntilAsync(status => status.Slots.All(slot => slot.State == "idle"));
            await world.Api.StopSlotsAsync(["ps2"], cancellation);
        }

        await world.EndHostAsync();

        await using var again = world.Start();
        await world.UntilAsync("ps1", slot => slot is { State: "idle", Pid: not null });
        Assert.Equal("stopped", (await world.Api.StatusAsync(cancellation)).Slots[1].State);
    }

    [Fact]
    public async Task When_the_host_dies_it_is_started_again_and_the_agents_that_restart_come_back()
    {
        await using var world = await FleetWorld.CreateAsync(Waits);
        await using var daemon = world.Start();
        await world.UntilAsync(status => status.Slots.Count == 2);
        await world.Api.StartSlotsAsync([], cancellation);
        var before = (await world.UntilAsync("ps1", slot => slot.State == "idle")).Slots[0].Pid;

        await world.EndHostAsync();

        await world.UntilAsync(status => status.Slots.All(slot => slot is { State: "idle", Pid: not null } && slot.Pid != before));
    }

    [Fact]
    public async Task A_second_daemon_on_the_repository_says_so_and_leaves_the_first_alone()
    {
        await using var world = await FleetWorld.CreateAsync(Waits);
        await using var first = world.Start();
        await world.UntilAsync(status => status.Slots.Count == 2);

        var second = world.Start();

        Assert.Equal(0, await second.Exit.WaitAsync(TimeSpan.FromSeconds(30), cancellation));
        Assert.Equal(2, (await world.Api.StatusAsync(cancellation)).Slots.Count);
    }

    [Fact]
    public async Task An_untrusted_repository_starts_nothing()
    {
        await using var world = await FleetWorld.CreateAsync(Waits, trusted: false);

        Assert.Equal(2, await world.Start().Exit.WaitAsync(TimeSpan.FromSeconds(30), cancellation));

        Assert.False(File.Exists(world.Paths.HostSocket));
        Assert.False(File.Exists(world.Paths.Database));
    }

    [Fact]
    public async Task A_wrong_configuration_is_refused()
    {
        await using var world = await FleetWorld.CreateAsync(Waits);
        File.AppendAllText(world["roles.toml"], "\n[[slot]]\nid = \"ps1\"\n");

        Assert.Equal(2, await world.Start().Exit.WaitAsync(TimeSpan.FromSeconds(30), cancellation));
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_and_left_as_it_is()
    {
        await using var world = await FleetWorld.CreateAsync(Waits);
        Directory.CreateDirectory(world.Paths.StateDirectory);
        using (var database = ((DatabaseOpening.Opened)FleetDatabase.Open(world.Paths.Database, [])).Database)
        {
            database.Use(transaction => { transaction.Execute("INSERT INTO schema_versions (feature, version) VALUES ('events', 99)"); });
        }

        Assert.Equal(2, await world.Start().Exit.WaitAsync(TimeSpan.FromSeconds(30), cancellation));
    }

    [Fact]
    public async Task Its_socket_and_state_are_for_its_owner_alone()
    {
        await using var world = await FleetWorld.CreateAsync(Waits);
        await using var daemon = world.Start();
        await world.UntilAsync(status => status.Slots.Count == 2);

        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        foreach (var path in new[] { world.Paths.DaemonSocket, world.Paths.RuntimeDirectory, world.Paths.StateDirectory, world.Paths.Database })
        {
            Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(path) & Others);
        }
    }

    [Fact]
    public async Task Shutdown_ends_the_daemon_and_open_streams_and_leaves_the_agents()
    {
        await using var world = await FleetWorld.CreateAsync(Waits);
        await using var daemon = world.Start();
        await world.UntilAsync(status => status.Slots.Count == 2);
        await world.Api.StartSlotsAsync(["ps1"], cancellation);
        var pid = (await world.Api.StatusAsync(cancellation)).Slots[0].Pid;
        await using var stream = world.Api.StreamAsync(cancellation).GetAsyncEnumerator(cancellation);
        Assert.True(await stream.MoveNextAsync());

        await world.Api.ShutdownAsync(cancellation);

        while (await stream.MoveNextAsync())
        {
        }

        Assert.Equal(0, await daemon.Exit.WaitAsync(TimeSpan.FromSeconds(30), cancellation));
        Assert.True(Directory.Exists($"/proc/{pid}"));
    }

    private static async Task KillAsync(int pid) => Assert.True((await new Command("kill", "-9", $"{pid}").RunAsync(TestContext.Current.CancellationToken)).Succeeded);
}
