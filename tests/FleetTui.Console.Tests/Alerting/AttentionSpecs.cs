using FleetTui.Console.Alerting;
using FleetTui.Console.Effects;
using FleetTui.Console.Loop;
using FleetTui.Console.Outer;
using FleetTui.Console.Outer.Input;
using FleetTui.Console.Tests.Fakes;

namespace FleetTui.Console.Tests.Alerting;

public sealed class AttentionSpecs
{
    [Fact]
    public void Needs_within_two_seconds_are_told_together_and_once()
    {
        var fleet = Fresh();
        Change(fleet, ("win", "needs-input"));
        Assert.Empty(Told(fleet));
        fleet.Wait(TimeSpan.FromSeconds(1));
        Change(fleet, ("win", "needs-input"), ("ps1", "crashed"));
        fleet.Wait(TimeSpan.FromSeconds(1));
        var told = Assert.Single(Told(fleet));
        Assert.Equal(("fleet demo: 2 new", "win needs you: run it?; ps1 failed: run it?"), (told.Heading, told.Text));
        Assert.Single(fleet.Effects.OfType<Effect.Bell>());
        fleet.Wait(TimeSpan.FromMinutes(1));
        Change(fleet, ("win", "needs-input"), ("ps1", "crashed"));
        fleet.Wait(TimeSpan.FromMinutes(1));
        Assert.Single(Told(fleet));
        Assert.Equal(0, fleet.Model.Focus);
    }

    [Fact]
    public void A_need_that_came_again_rings_again()
    {
        var fleet = Fresh();
        foreach (var state in new[] { "needs-input", "working", "needs-input" })
        {
            Change(fleet, ("win", state));
            fleet.Wait(TimeSpan.FromSeconds(3));
        }

        Assert.Equal(2, Told(fleet).Count());
    }

    [Fact]
    public void A_need_that_is_gone_before_it_was_told_never_rings()
    {
        var fleet = Fresh();
        Change(fleet, ("win", "needs-input"));
        Change(fleet, ("win", "working"));
        fleet.Wait(TimeSpan.FromSeconds(3));
        Assert.Empty(Told(fleet));
    }

    [Fact]
    public void The_slot_under_the_users_eyes_does_not_ring_unless_the_window_has_lost_the_focus()
    {
        var fleet = Fresh().Press("M-2");
        Change(fleet, ("win", "needs-input"));
        fleet.Wait(TimeSpan.FromSeconds(2));
        Assert.Empty(Told(fleet));
        Change(fleet, ("win", "working"));
        fleet.Take(new InputEvent.Focus(false));
        Change(fleet, ("win", "needs-input"));
        fleet.Wait(TimeSpan.FromSeconds(2));
        Assert.Single(Told(fleet));
    }

    [Fact]
    public void What_waits_at_the_attach_is_seen_and_rings_for_nobody()
    {
        var fleet = new SampleFleet(120, 40).Wait(TimeSpan.FromSeconds(5));
        Assert.DoesNotContain(fleet.Effects, effect => effect is Effect.Bell or Effect.Notify);
        Assert.Contains(fleet.Effects, effect => effect is Effect.Title { Text: "fleet demo !2" });
    }

    [Theory]
    [InlineData(14, 15, true)]
    [InlineData(15, 16, false)]
    [InlineData(22, 7, false)]
    [InlineData(14, 7, true)]
    [InlineData(0, 0, false)]
    public void In_quiet_hours_nothing_rings_and_nothing_is_run(int from, int to, bool quiet)
    {
        var fleet = Fresh(AlertOptions.Default with { QuietFrom = TimeSpan.FromHours(from), QuietTo = TimeSpan.FromHours(to), Command = "true" });
        Change(fleet, ("win", "needs-input"));
        fleet.Wait(TimeSpan.FromSeconds(2));
        Assert.Equal(quiet, !fleet.Effects.Any(effect => effect is Effect.Bell or Effect.Notify or Effect.RunProgram));
        Assert.Contains(fleet.Effects, effect => effect is Effect.Title { Text: "fleet demo !3" });
    }

    [Fact]
    public void The_users_command_is_told_who_and_why()
    {
        var fleet = Fresh(AlertOptions.Default with { Command = "notify-send \"$FLEET_ALERT_TEXT\"", Bell = false });
        Change(fleet, ("win", "needs-input"));
        fleet.Wait(TimeSpan.FromSeconds(2));
        var run = Assert.Single(fleet.Effects.OfType<Effect.RunProgram>());
        Assert.Equal(["/bin/sh", "-c", "notify-send \"$FLEET_ALERT_TEXT\""], run.Command);
        Assert.Equal(("win", "win needs you: run it?"), (run.Environment["FLEET_ALERT_SLOTS"], run.Environment["FLEET_ALERT_TEXT"]));
        Assert.DoesNotContain(fleet.Effects, effect => effect is Effect.Bell);
    }

    [Fact]
    public void Only_the_kinds_that_were_asked_for_are_told()
    {
        var fleet = Fresh(AlertOptions.Default with { On = ["done"] });
        Change(fleet, ("win", "needs-input"), ("ps1", "done"));
        fleet.Wait(TimeSpan.FromSeconds(2));
        Assert.Equal("ps1 is done", Assert.Single(Told(fleet)).Text);
    }

    [Theory]
    [InlineData("kitty(0.35.2)", "\e]99;i=fleet:d=0:e=1;dA==\e\\\e]99;i=fleet:p=body:e=1;YTsgYg==\e\\")]
    [InlineData("iTerm2 3.5.0", "\e]9;t: a; b\a")]
    [InlineData("foot(1.16.2)", "\e]777;notify;t;a; b\a")]
    [InlineData("XTerm(390)", "")]
    [InlineData("", "")]
    public void The_notice_is_in_the_terminals_own_language(string version, string expected) =>
        Assert.Equal(expected, OuterNotices.Sequence(OuterNotices.For(version), "t", "a;\eb", insideTmux: false));

    [Fact]
    public void Inside_tmux_a_notice_is_handed_through() =>
        Assert.Equal("\ePtmux;\e\e]9;t: x\a\e\\", OuterNotices.Sequence(NotifyBy.Osc9, "t", "x", insideTmux: true));

    private static SampleFleet Fresh(AlertOptions? alerts = null)
    {
        var fleet = new SampleFleet(120, 40, SampleFleet.Options with { Alerts = alerts ?? AlertOptions.Default, Programs = new NoPrograms() });
        fleet.Effects.Clear();
        return fleet;
    }

    private static void Change(SampleFleet fleet, params (string Id, string State)[] states)
    {
        var status = SampleFleet.Status();
        var slots = status.Slots.Select(slot => states.Where(state => state.Id == slot.Id).Select(state => state.State).FirstOrDefault() is { } state
            ? slot with { State = state, Attention = state is "needs-input" or "crashed", Detail = "run it?" }
            : slot).ToList();
        fleet.Take(new ConsoleMessage.Fleet(new Api.Client.FleetUpdate(status with { Slots = slots }, null)));
    }

    private static IEnumerable<Effect.Notify> Told(SampleFleet fleet) => fleet.Effects.OfType<Effect.Notify>();

    private sealed class NoPrograms : ILocalPrograms
    {
        public Task<string?> RunAsync(IReadOnlyList<string> command, IReadOnlyDictionary<string, string> environment, string input, CancellationToken cancellation) => Task.FromResult<string?>(null);

        public bool Has(string name) => false;
    }
}
