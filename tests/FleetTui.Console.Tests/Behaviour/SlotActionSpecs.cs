using FleetTui.Console.Effects;
using FleetTui.Console.Loop;
using FleetTui.Console.Panels.Popups;
using FleetTui.Console.Outer.Input;
using FleetTui.Console.Tests.Fakes;
using FleetTui.Terminal.Input;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Console.Tests.Behaviour;

public sealed class SlotActionSpecs
{
    [Theory]
    [InlineData("C-b > R y", "restart vscode")]
    [InlineData("C-b > x y", "stop vscode")]
    [InlineData("C-b T C-u M y Space s l o t Enter", "configure vscode My slot||")]
    [InlineData("C-b > G y", "land vscode")]
    public async Task A_slot_is_acted_on_from_its_menu_and_by_keys(string keys, string asked)
    {
        var fleet = new SampleFleet(120, 40);
        foreach (var key in keys.Split(' '))
        {
            await fleet.Press(key).SettleAsync();
        }

        Assert.Equal([asked], fleet.Api.Asked);
    }

    [Fact]
    public async Task What_cannot_be_done_says_why_and_is_not_done()
    {
        var fleet = new SampleFleet(120, 40).Press("C-b >");
        Assert.Contains("it runs already", fleet.Screen(), StringComparison.Ordinal);
        await fleet.Press("s").SettleAsync();
        Assert.Contains("start: it runs already", fleet.StatusLine(), StringComparison.Ordinal);
        Assert.Empty(fleet.Api.Asked);
    }

    [Fact]
    public async Task Another_agent_or_account_is_chosen_asked_for_and_taken_back()
    {
        var fleet = new SampleFleet(120, 40);
        await fleet.Press("C-b > a").SettleAsync();
        Assert.Contains("claude as work", fleet.Screen(), StringComparison.Ordinal);
        fleet.Press("Down Down Enter");
        Assert.Contains("its program is ended, and claude as work started", fleet.StatusLine(), StringComparison.Ordinal);
        await fleet.Press("y").SettleAsync();
        await fleet.Press("C-b u").SettleAsync();
        Assert.Equal(["configure vscode |claude|work", "configure vscode |claude|"], fleet.Api.Asked);
    }

    [Fact]
    public void A_popup_takes_every_key_but_the_prefix_and_the_prefix_twice_is_its_own()
    {
        var fleet = new SampleFleet(120, 40).Press("C-b > h");
        var open = Assert.Single(fleet.Effects.OfType<Effect.OpenPane>());
        Assert.Equal(("popup:shell:vscode", "/repo/.claude/worktrees/instance-vscode"), (open.Pane, open.WorkingDirectory));
        fleet.Take(new ConsoleMessage.Watched(open.Pane, new FakePaneView(open.Pane).With("a shell of its own")));
        Assert.Contains("a shell of its own", fleet.Screen(), StringComparison.Ordinal);
        fleet.Effects.Clear();
        fleet.Press("q Escape M-a C-b C-b");
        Assert.Equal(4, fleet.Effects.OfType<Effect.SendKey>().Count(key => key.Pane == open.Pane));
        Assert.IsType<PanePanel>(fleet.Model.Panel);
        Assert.Null(fleet.Press("C-b Escape").Press("C-b i").Model.Panel);
    }

    [Fact]
    public void A_popup_goes_with_its_program()
    {
        var fleet = new SampleFleet(120, 40).Press("C-b > h");
        fleet.Take(new ConsoleMessage.PaneHappened(new PaneEvent.Exited("popup:shell:vscode", 3, SampleFleet.Now, 0, null)));
        Assert.Null(fleet.Model.Panel);
        Assert.Contains(fleet.Effects, effect => effect is Effect.ClosePane { Pane: "popup:shell:vscode" });
    }

    [Fact]
    public void A_popups_program_gets_the_mouse_as_it_asked_for_it_in_its_own_cells()
    {
        var fleet = new SampleFleet(120, 40).Press("C-b > h");
        var popup = Assert.IsType<PanePanel>(fleet.Model.Panel);
        var place = popup.Place(fleet.Model);
        var pane = new FakePaneView(popup.Pane).With("mc");
        fleet.Take(new ConsoleMessage.Watched(popup.Pane, pane));
        fleet.Effects.Clear();
        Assert.Empty(Sent(fleet, Mouse(MouseAction.Press, place.X + 5, place.Y + 3)));

        pane.Modes = pane.Modes with { Mouse = Terminal.MouseTracking.Button };
        var (press, drag, release) = (Mouse(MouseAction.Press, place.X + 5, place.Y + 3), Mouse(MouseAction.Move, place.Right + 2, place.Y + 4), Mouse(MouseAction.Release, place.Right + 2, 0));
        var sent = Sent(fleet, press, drag, release);
        Assert.Equal(
            [(MouseAction.Press, 4, 2), (MouseAction.Move, place.Width - 3, 3), (MouseAction.Release, place.Width - 3, 0)],
            sent.Select(one => (one.Mouse.Action, one.Mouse.X, one.Mouse.Y)));
        Assert.All(sent, one => Assert.Equal(popup.Pane, one.Pane));

        // What begins beside it, or with Shift, is not the program's.
        Assert.Empty(Sent(fleet, Mouse(MouseAction.Press, place.X, place.Y), Mouse(MouseAction.Release, place.X, place.Y)));
        Assert.Empty(Sent(fleet, new InputEvent.Mouse(press.Event with { Modifiers = KeyModifiers.Shift })));
    }

    [Fact]
    public void The_wheel_in_a_popup_is_arrows_to_a_pager_that_opted_in_and_motion_is_asked_for_when_it_is_wanted()
    {
        var fleet = new SampleFleet(120, 40).Press("C-b > h");
        var popup = (PanePanel)fleet.Model.Panel!;
        var pane = new FakePaneView(popup.Pane).With("less");
        pane.Modes = pane.Modes with { AlternateScreen = true, AlternateScroll = true };
        fleet.Take(new ConsoleMessage.Watched(popup.Pane, pane));
        fleet.Effects.Clear();
        var wheel = new MouseEvent(MouseAction.Press, MouseButton.WheelDown, popup.Place(fleet.Model).X + 3, popup.Place(fleet.Model).Y + 3, KeyModifiers.None);
        fleet.Take(new InputEvent.Mouse(wheel));
        Assert.Equal([Key.Down, Key.Down, Key.Down], fleet.Effects.OfType<Effect.SendKey>().Where(key => key.Pane == popup.Pane).Select(key => key.Key.Key));

        pane.Modes = pane.Modes with { Mouse = Terminal.MouseTracking.Any };
        fleet.Take(new ConsoleMessage.PanesChanged());
        Assert.Contains(new Effect.MouseMotion(true), fleet.Effects);
    }

    private static List<Effect.SendMouse> Sent(SampleFleet fleet, params InputEvent[] events)
    {
        fleet.Effects.Clear();
        return [.. fleet.Take(events).Effects.OfType<Effect.SendMouse>()];
    }

    private static InputEvent.Mouse Mouse(MouseAction action, int x, int y) => new(new MouseEvent(action, MouseButton.Left, x, y, KeyModifiers.None));

    [Fact]
    public async Task A_read_only_console_opens_no_shell_and_renames_nothing()
    {
        var fleet = new SampleFleet(120, 40, SampleFleet.Options with { ReadOnly = true });
        await fleet.Press("C-b > h").Press("Escape C-b T C-b C").SettleAsync();
        Assert.Empty(fleet.Api.Asked);
        Assert.DoesNotContain(fleet.Done, effect => effect is Effect.OpenPane);
    }
}
