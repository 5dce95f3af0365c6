using FleetTui.Console.Tests.Fakes;

namespace FleetTui.Console.Tests.Behaviour;

public sealed class FleetCommandSpecs
{
    [Fact]
    public async Task A_role_is_assigned_in_three_keys()
    {
        var fleet = new SampleFleet(120, 40);
        await fleet.Press("C-b A").SettleAsync();
        await fleet.Press("Down").SettleAsync();
        Assert.Contains("swap: win gets flutter", fleet.Screen(), StringComparison.Ordinal);
        Assert.Contains("1 commit not landed, 3 dirty files, kept", fleet.Screen(), StringComparison.Ordinal);
        await fleet.Press("Enter").SettleAsync();
        Assert.Equal(["assign vscode docs swap=True"], fleet.Api.Asked);
        Assert.Null(fleet.Model.Panel);
    }

    [Fact]
    public async Task An_assignment_is_taken_back_with_one_key()
    {
        var fleet = new SampleFleet(120, 40);
        await fleet.Press("C-b A").SettleAsync();
        await fleet.Press("Down Enter").SettleAsync();
        Assert.Contains("(C-b u takes it back)", fleet.StatusLine(), StringComparison.Ordinal);
        await fleet.Press("C-b u").SettleAsync();
        Assert.Equal(["assign vscode docs swap=True", "assign vscode flutter swap=True"], fleet.Api.Asked);
        await fleet.Press("C-b u").SettleAsync();
        Assert.Equal(2, fleet.Api.Asked.Count);
        Assert.Contains("there is nothing to take back", fleet.StatusLine(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_of_several_things_is_taken_back_first_and_named()
    {
        var fleet = new SampleFleet(120, 40);
        await fleet.Press("C-b H").SettleAsync();
        await fleet.Press("C-b x y").SettleAsync();
        fleet.Press("C-b u");
        Assert.Contains("taken back: stopping vscode", fleet.StatusLine(), StringComparison.Ordinal);
        await fleet.SettleAsync();
        await fleet.Press("C-b u").SettleAsync();
        Assert.Equal(["pause", "stop vscode", "start vscode", "resume"], fleet.Api.Asked);
    }

    [Fact]
    public async Task Taking_a_swap_back_gives_the_holder_its_role_again_where_the_slot_had_none()
    {
        var fleet = new SampleFleet(120, 40);
        fleet.Api.From = "";
        await fleet.Press("C-b A").SettleAsync();
        await fleet.Press("Down Enter").SettleAsync();
        await fleet.Press("C-b u").SettleAsync();
        Assert.Equal(["assign vscode docs swap=True", "assign win docs swap=True"], fleet.Api.Asked);
    }

    [Theory]
    [InlineData("C-b G", "land vscode")]
    [InlineData("C-b R", "restart vscode")]
    [InlineData("C-b x", "stop vscode")]
    public async Task What_is_hard_to_take_back_asks_first(string keys, string asked)
    {
        var fleet = new SampleFleet(120, 40);
        await fleet.Press(keys).SettleAsync();
        Assert.Contains("(y/n)", fleet.StatusLine(), StringComparison.Ordinal);
        Assert.Empty((await fleet.Press("n").SettleAsync()).Api.Asked);
        await fleet.Press(keys).Press("y").SettleAsync();
        Assert.Equal([asked], fleet.Api.Asked);
    }

    [Fact]
    public async Task The_lane_is_held_and_resumed_with_one_key()
    {
        var fleet = new SampleFleet(120, 40);
        await fleet.Press("C-b H").SettleAsync();
        fleet.Model.Lane = fleet.Model.Lane! with { State = "paused" };
        await fleet.Press("C-b H").SettleAsync();
        Assert.Equal(["pause", "resume"], fleet.Api.Asked);
    }

    [Theory]
    [InlineData("send ps1 hello there", "send ps1 hello there")]
    [InlineData("role assign ps1 research", "assign ps1 research swap=False")]
    [InlineData("role assign ps1 docs --swap", "assign ps1 docs swap=True")]
    [InlineData("lane pause", "pause")]
    [InlineData("up ps1 ps2", "start ps1 ps2")]
    public async Task The_prompt_understands_the_fleets_verbs(string line, string asked)
    {
        var fleet = new SampleFleet(120, 40).Press("C-b :");
        fleet.Take(new Console.Outer.Input.InputEvent.Paste(line));
        await fleet.Press("Enter").SettleAsync();
        Assert.Equal([asked], fleet.Api.Asked);
    }

    [Fact]
    public async Task An_unknown_command_is_told_with_near_ones()
    {
        var fleet = new SampleFleet(120, 40).Press("C-b :");
        fleet.Take(new Console.Outer.Input.InputEvent.Paste("lend"));
        await fleet.Press("Enter").SettleAsync();
        Assert.Contains("there is no command \"lend\"", fleet.StatusLine(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tab_completes_commands_slots_and_roles()
    {
        var fleet = new SampleFleet(120, 40).Press("C-b :");
        fleet.Take(new Console.Outer.Input.InputEvent.Paste("migrati"));
        await fleet.Press("Tab").SettleAsync();
        Assert.StartsWith(":migration", fleet.StatusLine(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_only_console_changes_nothing()
    {
        var fleet = new SampleFleet(120, 40, SampleFleet.Options with { ReadOnly = true });
        await fleet.Press("C-b R C-b x C-b G C-b H a b c").SettleAsync();
        Assert.Empty(fleet.Api.Asked);
        Assert.DoesNotContain(fleet.Done, effect => effect is Console.Effects.Effect.SendKey or Console.Effects.Effect.OfferSize or Console.Effects.Effect.ResizePane);
    }

    [Fact]
    public async Task Every_bound_key_can_be_pressed_without_harm()
    {
        foreach (var size in new[] { (80, 24), (200, 50) })
        {
            var fleet = new SampleFleet(size.Item1, size.Item2);
            foreach (var binding in fleet.Model.Keys.Prefix.ToList())
            {
                await fleet.Press($"C-b {binding.Key}").SettleAsync();
                fleet.Screen();
                await fleet.Press("Escape Escape q").SettleAsync();
            }

            foreach (var binding in fleet.Model.Keys.Root.ToList())
            {
                await fleet.Press(binding.Key.ToString()).SettleAsync();
                fleet.Screen();
                await fleet.Press("Escape Escape q").SettleAsync();
            }
        }
    }
}
