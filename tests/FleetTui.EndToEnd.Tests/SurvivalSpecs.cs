using FleetTui.EndToEnd.Tests.Harness;

namespace FleetTui.EndToEnd.Tests;

/// <summary>What a crash must not touch: the agents.</summary>
public sealed class SurvivalSpecs
{
    [Fact]
    public async Task Killing_the_console_touches_no_agent()
    {
        await using var fleet = await RunningFleet.UpAsync();
        await using var terminal = await fleet.OpenAsync();
        await terminal.ReadyAsync();
        var agent = await fleet.PidAsync("a");

        UserWorld.Kill(await terminal.ProcessAsync());
        await terminal.EndsAsync();

        Assert.Equal(agent, await fleet.PidAsync("a"));
        await using var next = await fleet.OpenAsync();
        await next.ReadyAsync();
        await next.TypeAsync("echo alive-$$");
        await next.PressAsync("Enter");
        await next.ShowsAsync($"alive-{agent}");
    }

    [Fact]
    public async Task Killing_the_daemon_touches_no_agent_and_the_next_one_adopts_them()
    {
        await using var fleet = await RunningFleet.UpAsync();
        var agent = await fleet.PidAsync("a");
        var daemon = Assert.Single(fleet.World.Processes("fleet daemon"));

        UserWorld.Kill(daemon);
        await Eventually.TrueAsync(() => fleet.World.Processes("fleet daemon").Count == 0, () => "the daemon to be gone");
        Assert.Equal(3, (await fleet.FleetAsync("status")).Code);
        await fleet.DoneAsync("up");

        Assert.Equal(agent, await fleet.PidAsync("a"));
        await fleet.DoneAsync("send", "a", "echo still-$$", "--enter");
        await fleet.PaneShowsAsync("a", $"still-{agent}");
    }

    [Fact]
    public async Task A_console_brings_a_killed_daemon_back_by_itself()
    {
        await using var fleet = await RunningFleet.UpAsync();
        await using var terminal = await fleet.OpenAsync();
        await terminal.ReadyAsync();
        var agent = await fleet.PidAsync("a");

        UserWorld.Kill(Assert.Single(fleet.World.Processes("fleet daemon")));

        await Eventually.TrueAsync(async () => (await fleet.FleetAsync("status")).Code == 0, () => "a daemon to answer again");
        Assert.Equal(agent, await fleet.PidAsync("a"));
    }

    [Fact]
    public async Task Down_all_ends_everything_and_keeps_the_worktrees()
    {
        await using var fleet = await RunningFleet.UpAsync();
        await File.WriteAllTextAsync(Path.Combine(fleet.Repository.Worktree("a"), "a", "unsaved.txt"), "mine", TestContext.Current.CancellationToken);

        await fleet.DoneAsync("down", "--all");

        await Eventually.TrueAsync(() => fleet.World.Processes().Count == 0, () => "every process to be gone");
        Assert.Equal("mine", await File.ReadAllTextAsync(Path.Combine(fleet.Repository.Worktree("a"), "a", "unsaved.txt"), TestContext.Current.CancellationToken));
        Assert.Equal(3, (await fleet.FleetAsync("status")).Code);
    }
}
