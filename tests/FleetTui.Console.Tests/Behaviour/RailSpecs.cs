using FleetTui.Console.Layouts;
using FleetTui.Console.Outer.Input;
using FleetTui.Console.Tests.Fakes;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Tests.Behaviour;

/// <summary>The rail's width is the user's, by mouse, by keys and by command.</summary>
public sealed class RailSpecs
{
    [Fact]
    public void Its_border_is_dragged_and_nothing_else_of_the_page_changes()
    {
        var fleet = Rail();
        var border = fleet.Model.Plan.Rail!.Value.Right;
        fleet.Take(Mouse(MouseAction.Press, border, 9), Mouse(MouseAction.Move, border + 6, 9), Mouse(MouseAction.Move, border + 10, 12), Mouse(MouseAction.Release, border + 10, 12));
        Assert.Equal(border + 10, fleet.Model.Plan.Rail!.Value.Right);
        Assert.Equal((LayoutKind.Rail, null), (fleet.Model.Plan.Kind, fleet.Model.Own));
        Assert.DoesNotContain(fleet.Effects, effect => effect is Console.Effects.Effect.SendMouse);
        Screens.Snapshot.Matches("rail-dragged-200x50", fleet.Screen());
    }

    [Fact]
    public void It_leaves_a_slot_its_80_columns_and_itself_something_to_show()
    {
        var fleet = Rail();
        var border = fleet.Model.Plan.Rail!.Value.Right;
        fleet.Take(Mouse(MouseAction.Press, border, 9), Mouse(MouseAction.Move, 199, 9));
        Assert.True(fleet.Model.Plan.Tiles[0].Content.Width >= SlotSize.LeastColumns);
        fleet.Take(Mouse(MouseAction.Move, 1, 9), Mouse(MouseAction.Release, 1, 9));
        Assert.Equal(ScreenPlanner.LeastRailColumns - 2, fleet.Model.Plan.Rail!.Value.Width);
    }

    [Fact]
    public void On_a_page_of_the_users_own_it_is_dragged_too()
    {
        var fleet = Rail().Press("C-b %");
        var border = fleet.Model.Plan.Rail!.Value.Right;
        var tree = LayoutText.Of(fleet.Model.Plan.Tree!);
        fleet.Take(Mouse(MouseAction.Press, border, 9), Mouse(MouseAction.Move, border - 5, 9), Mouse(MouseAction.Release, border - 5, 9));
        Assert.Equal((LayoutKind.Own, border - 5), (fleet.Model.Plan.Kind, fleet.Model.Plan.Rail!.Value.Right));
        Assert.Equal(tree, LayoutText.Of(fleet.Model.Plan.Tree!));
    }

    [Fact]
    public void The_keys_of_the_other_borders_move_it_where_nothing_else_is_beside_the_slot()
    {
        var fleet = new SampleFleet(120, 40);
        Assert.Equal(LayoutKind.Rail, fleet.Model.Plan.Kind);
        var width = fleet.Model.Plan.Rail!.Value.Width;
        Assert.Equal(width + 1, fleet.Press("C-b C-Right").Model.Plan.Rail!.Value.Width);
        Assert.Equal(width - 4, fleet.Press("C-b M-Left").Model.Plan.Rail!.Value.Width);
        Assert.Equal(LayoutKind.Rail, fleet.Model.Plan.Kind);
    }

    [Theory]
    [InlineData("rail 20", 20)]
    [InlineData("rail wider", 32)]
    [InlineData("rail narrower", 28)]
    [InlineData("rail narrow", 18)]
    [InlineData("rail 500", 119)]
    public void It_is_told_its_width(string command, int columns)
    {
        var fleet = Rail();
        Run(fleet, command);
        Assert.Equal(columns, fleet.Model.Plan.Rail!.Value.Width + 2);
    }

    [Fact]
    public void Wide_by_its_name_is_as_the_window_has_it_again_and_nonsense_is_refused()
    {
        var fleet = Rail();
        Run(fleet, "rail 40");
        Run(fleet, "rail hidden");
        Assert.Null(fleet.Model.Plan.Rail);
        Assert.Equal(38, fleet.Press("C-b b").Model.Plan.Rail!.Value.Width);
        Run(fleet, "rail wide");
        Assert.Equal(28, fleet.Model.Plan.Rail!.Value.Width);
        Run(fleet, "rail 5");
        Assert.Contains("rail wide | narrow", fleet.StatusLine(), StringComparison.Ordinal);
    }

    private static SampleFleet Rail()
    {
        var fleet = new SampleFleet(200, 50);
        Run(fleet, "layout rail");
        return fleet;
    }

    private static void Run(SampleFleet fleet, string command) =>
        fleet.Press($"C-b : {string.Join(' ', command.Select(character => character == ' ' ? "Space" : character.ToString()))} Enter");

    private static InputEvent.Mouse Mouse(MouseAction action, int x, int y) => new(new MouseEvent(action, MouseButton.Left, x, y, KeyModifiers.None));
}
