using FleetTui.Console.Boards;
using FleetTui.Console.Boards.Fleet;
using FleetTui.Console.Boards.Lane;
using FleetTui.Console.Outer.Input;
using FleetTui.Console.Panels;
using FleetTui.Console.Tests.Fakes;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Tests.Boards;

public sealed class BoardKeysSpecs
{
    [Fact]
    public void A_views_key_opens_it_and_closes_it_again()
    {
        var fleet = new SampleFleet(120, 40).Press("C-b Q");
        Assert.IsType<LaneBoard>(fleet.Model.Board);
        fleet.Press("C-b Q");
        Assert.Null(fleet.Model.Board);
    }

    [Fact]
    public void Going_to_a_slot_leaves_a_view_that_hides_it_and_keeps_one_at_the_side()
    {
        var fleet = new SampleFleet(120, 40).Press("C-b Q M-3");
        Assert.Null(fleet.Model.Board);

        fleet.Press("C-b Q s M-5");
        Assert.NotNull(fleet.Model.Board);
        Assert.False(fleet.Model.BoardHasKeys);
        fleet.Press("x");
        Assert.Contains(fleet.Effects, effect => effect is Effects.Effect.SendKey { Pane: "ps3" });
    }

    [Fact]
    public void The_keyboard_goes_to_the_side_and_back()
    {
        var fleet = new SampleFleet(120, 40).Press("C-b Q s");
        Assert.True(fleet.Model.BoardHasKeys);
        Assert.False(fleet.Press("Escape").Model.BoardHasKeys);
        Assert.True(fleet.Press("C-b v").Model.BoardHasKeys);
        Assert.False(fleet.Press("C-b v").Model.BoardHasKeys);
        Assert.True(fleet.Press("C-b Q").Model.BoardHasKeys);
        Assert.Null(fleet.Press("q").Model.Board);
    }

    [Fact]
    public void A_narrow_window_says_why_there_is_no_side()
    {
        var fleet = new SampleFleet(80, 24).Press("C-b Q s");
        Assert.Contains("fits beside the slots from 100 columns on", fleet.StatusLine(), StringComparison.Ordinal);
        Assert.False(BoardPlace.IsSide(fleet.Model));
    }

    [Fact]
    public void A_question_lies_over_the_view_and_gives_it_back()
    {
        var fleet = new SampleFleet(120, 40).Press("C-b Q L");
        Assert.IsType<ConfirmPanel>(fleet.Model.Panel);
        Assert.Contains("land ps2", fleet.StatusLine(), StringComparison.Ordinal);
        fleet.Press("n");
        Assert.IsType<LaneBoard>(fleet.Model.Board);
        Assert.True(fleet.Model.BoardHasKeys);
    }

    [Fact]
    public async Task The_lane_is_held_and_let_go_and_lands_from_its_view()
    {
        var fleet = await new SampleFleet(120, 40).Press("C-b Q H").SettleAsync();
        fleet.Model.Lane = fleet.Model.Lane! with { State = "paused" };
        await fleet.Press("H").SettleAsync();
        await fleet.Press("L y").SettleAsync();
        await fleet.Press("N y").SettleAsync();
        Assert.Equal(["pause", "resume", "land ps2", "land "], fleet.Api.Asked);
    }

    [Fact]
    public void The_lanes_keys_can_be_clicked()
    {
        var fleet = new SampleFleet(120, 40).Press("C-b Q");
        var edge = fleet.Screen().Split('\n')[38];
        Click(fleet, edge.IndexOf("hold", StringComparison.Ordinal), 38);
        Assert.Contains(fleet.Effects, effect => effect is Effects.Effect.Call { What: "hold the lane" });
        Click(fleet, edge.IndexOf("q close", StringComparison.Ordinal), 38);
        Assert.Null(fleet.Model.Board);
    }

    [Fact]
    public void A_row_of_the_lane_is_chosen_by_a_click_and_gone_to_by_another()
    {
        var fleet = new SampleFleet(120, 40).Press("C-b Q");
        var row = Array.FindIndex(fleet.Screen().Split('\n'), line => line.Contains("held", StringComparison.Ordinal) && line.Contains("ps4", StringComparison.Ordinal));
        Click(fleet, 10, row);
        Assert.Equal("ps4", Assert.IsType<LaneBoard>(fleet.Model.Board).Chosen);
        Click(fleet, 10, row);
        Assert.Equal("ps4", fleet.Model.Focused?.Id);
        Assert.Null(fleet.Model.Board);
    }

    [Fact]
    public void The_table_is_sorted_by_any_column_with_keys_and_clicks_and_keeps_who_was_chosen()
    {
        var fleet = new SampleFleet(200, 50).Press("C-b w");
        Assert.Equal("vscode", First(fleet));
        fleet.Press("o");
        Assert.Equal("vscode", First(fleet));
        fleet.Press("r");
        Assert.Equal("free1", First(fleet));
        var header = fleet.Screen().Split('\n')[1];
        Click(fleet, header.IndexOf("slot", StringComparison.Ordinal), 1);
        Assert.Equal("codex1", First(fleet));
        Click(fleet, header.IndexOf("slot", StringComparison.Ordinal), 1);
        Assert.Equal("win", First(fleet));
        fleet.Press("Enter");
        Assert.Equal("vscode", fleet.Model.Focused?.Id);
        Assert.Null(fleet.Model.Board);
    }

    [Fact]
    public void The_table_goes_to_the_slot_that_is_clicked()
    {
        var fleet = new SampleFleet(120, 40).Press("C-b w");
        Click(fleet, 8, Array.FindIndex(fleet.Screen().Split('\n'), line => line.Contains("codex1", StringComparison.Ordinal)));
        Assert.Equal("codex1", fleet.Model.Focused?.Id);
    }

    [Fact]
    public async Task The_table_acts_on_the_chosen_slot_and_stays()
    {
        var fleet = await new SampleFleet(120, 40).Press("C-b w Down R y").SettleAsync();
        Assert.Contains("restart win", fleet.Api.Asked);
        await fleet.Press("x y").SettleAsync();
        Assert.Contains("stop win", fleet.Api.Asked);
        await fleet.Press("L y").SettleAsync();
        Assert.Contains("land win", fleet.Api.Asked);
        await fleet.Press("A").SettleAsync();
        Assert.Contains("a role for 2 win", fleet.Screen(), StringComparison.Ordinal);
        fleet.Press("Escape");
        Assert.IsType<FleetBoard>(fleet.Model.Board);
        Assert.Equal("vscode", fleet.Model.Focused?.Id);
    }

    private static string First(SampleFleet fleet) => fleet.Screen().Split('\n')[2].Split(' ', StringSplitOptions.RemoveEmptyEntries)[2];

    private static void Click(SampleFleet fleet, int x, int y) =>
        fleet.Take(new InputEvent.Mouse(new MouseEvent(MouseAction.Press, MouseButton.Left, x, y, KeyModifiers.None)));
}
