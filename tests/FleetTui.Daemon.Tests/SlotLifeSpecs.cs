using FleetTui.Api.Client;

namespace FleetTui.Daemon.Tests;

public sealed class SlotLifeSpecs
{
    private const string Waits = "echo \"slot $FLEET_SLOT in $PWD\"; while read -r line; do echo \"got $line\"; done";

    private readonly CancellationToken cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Up_makes_the_worktree_and_runs_the_agent_in_it_and_down_stops_it_and_keeps_the_worktree()
    {
        await using var world = await FleetWorld.CreateAsync(Waits);
        await using var daemon = world.Start();
        await world.UntilAsync("ps1", slot => slot.State == "stopped");

        await world.Api.StartSlotsAsync(["ps1"], cancellation);

        var status = await world.UntilAsync("ps1", slot => slot.State == "unknown");
        Assert.NotNull(status.Slots[0].Pid);
        Assert.Equal("stopped", status.Slots[1].State);
        Assert.Equal("wip/ps1", await FleetWorld.GitInAsync(world["slots/ps1"], "branch", "--show-current"));
        await using var host = await world.HostAsync();
        Assert.Contains($"slot ps1 in {world["slots/ps1"]}", (await host.CaptureAsync("ps1", 0, cancellation)).Lines);

        await world.Api.StopSlotsAsync(["ps1"], cancellation);

        var after = (await world.Api.StatusAsync(cancellation)).Slots[0];
        Assert.Equal(("stopped", null), (after.State, after.Pid));
        Assert.True(Directory.Exists(world["slots/ps1"]));
    }

    [Fact]
    public async Task Up_without_names_starts_all_and_text_sent_reaches_the_agent()
    {
        await using var world = await FleetWorld.CreateAsync(Waits);
        await using var daemon = world.Start();
        await world.UntilAsync(status => status.Slots.Count == 2);

        await world.Api.StartSlotsAsync([], cancellation);
        await world.UntilAsync(status => status.Slots.All(slot => slot.Pid is not null));
        await world.Api.SendAsync("ps2", "hello", enter: true, cancellation);

        await using var host = await world.HostAsync();
        await using var view = await host.WatchAsync("ps2", cancellation);
        await Screen.UntilAsync(host, "ps2", lines => lines.Contains("got hello"));
    }

    [Fact]
    public async Task A_crash_is_shown_and_the_agent_started_again()
    {
        await using var world = await FleetWorld.CreateAsync("if [ -e \"$HOME/again\" ]; then sleep 1000; fi; touch \"$HOME/again\"; exit 7");
        await using var daemon = world.Start();
        await world.UntilAsync(status => status.Slots.Count == 2);

        await world.Api.StartSlotsAsync(["ps1"], cancellation);
        await world.UntilLoggedAsync("slot.started", count: 2);

        Assert.Contains("exit 7", (await world.UntilLoggedAsync("slot.crashed")).Message, StringComparison.Ordinal);
        await world.UntilAsync("ps1", slot => slot is { Pid: not null, State: "starting" or "unknown", Detail: "" });
    }

    [Fact]
    public async Task An_agent_that_is_not_installed_says_so_in_its_pane_and_the_others_run()
    {
        var roles = FleetWorld.TwoSlots + "\n[[slot]]\nid = \"cx\"\nagent = \"gone\"\nbranch = \"wip/cx\"\n";
        await using var world = await FleetWorld.CreateAsync(Waits, roles, "[agents.gone]\nkind = \"codex\"\ncommand = [\"codex-that-is-not-there\"]");
        await using var daemon = world.Start();
        await world.UntilAsync(status => status.Slots.Count == 3);

        var error = await Assert.ThrowsAsync<FleetApiException>(() => world.Api.StartSlotsAsync([], cancellation));

        Assert.Equal(1, error.ExitCode);
        Assert.Contains("codex-that-is-not-there is not installed", error.Message, StringComparison.Ordinal);
        var status = await world.UntilAsync("cx", slot => slot.State == "needs-input");
        Assert.True(status.Slots[2].Attention);
        Assert.All(status.Slots, slot => Assert.NotNull(slot.Pid));
        await using var host = await world.HostAsync();
        await Screen.UntilAsync(host, "cx", lines => lines.Any(line => line.Contains("npm install -g @openai/codex", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_an_agent_reports_is_its_state_and_why_shows_the_evidence()
    {
        await using var world = await FleetWorld.CreateAsync("printf '\\033]7501;state=working:app=work\\007'; read -r _; printf '\\033]7501;state=blocked:kind=question\\007'; read -r _");
        await using var daemon = world.Start();
        await world.UntilAsync(status => status.Slots.Count == 2);
        await world.Api.StartSlotsAsync(["ps1"], cancellation);

        await world.UntilAsync("ps1", slot => slot is { State: "working", Source: "osc7501" });
        await world.Api.SendAsync("ps1", "", enter: true, cancellation);
        await world.UntilAsync("ps1", slot => slot is { State: "needs-input", Detail: "question", Attention: true });

        var why = await world.Api.WhyAsync("ps1", cancellation);
        Assert.Equal(["needs-input", "working"], why.Reports.Take(2).Select(report => report.State));
        Assert.True(why.Reports[0].Wins);
    }

    [Fact]
    public async Task Opening_starts_a_fleet_in_which_nothing_is_wanted_and_leaves_any_other_as_it_was()
    {
        await using var world = await FleetWorld.CreateAsync(Waits);
        await using var daemon = world.Start();
        await world.UntilAsync(status => status.Slots.Count == 2);

        await world.Api.OpenAsync(cancellation);
        Assert.All((await world.Api.StatusAsync(cancellation)).Slots, slot => Assert.NotNull(slot.Pid));

        var stopped = (await world.Api.StatusAsync(cancellation)).Slots[0].Id;
        await world.Api.StopSlotsAsync([stopped], cancellation);
        await world.Api.OpenAsync(cancellation);
        Assert.Null((await world.Api.StatusAsync(cancellation)).Slots[0].Pid);
    }

    [Fact]
    public async Task A_slot_that_does_not_exist_is_wrong_input()
    {
        await using var world = await FleetWorld.CreateAsync(Waits);
        await using var daemon = world.Start();
        await world.UntilAsync(status => status.Slots.Count == 2);

        var error = await Assert.ThrowsAsync<FleetApiException>(() => world.Api.StartSlotsAsync(["ps9"], cancellation));

        Assert.Equal((2, "There is no slot 'ps9'; the slots are ps1, ps2."), (error.ExitCode, error.Message));
    }
}
