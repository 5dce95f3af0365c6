using FleetTui.Console.Effects;
using FleetTui.Console.Loop;
using FleetTui.Console.Panels.Popups;
using FleetTui.Console.Tests.Fakes;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Console.Tests.Behaviour;

public sealed class SlotActionSpecs
{
    [Theory]
    [InlineData("C-b > R y", "restart vscode")]
    [InlineData("C-b > x y", "stop vscode")]
    [InlineData("C-b , C-u M y Space s l o t Enter", "configure vscode My slot||")]
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
    public async Task A_read_only_console_opens_no_shell_and_renames_nothing()
    {
        var fleet = new SampleFleet(120, 40, SampleFleet.Options with { ReadOnly = true });
        await fleet.Press("C-b > h").Press("Escape C-b , C-b C").SettleAsync();
        Assert.Empty(fleet.Api.Asked);
        Assert.DoesNotContain(fleet.Done, effect => effect is Effect.OpenPane);
    }
}
