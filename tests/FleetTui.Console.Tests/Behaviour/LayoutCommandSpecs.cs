using FleetTui.Console.Layouts;
using FleetTui.Console.Tests.Fakes;

namespace FleetTui.Console.Tests.Behaviour;

public sealed class LayoutCommandSpecs
{
    [Fact]
    public void Pages_are_gone_through_by_number_and_one_by_one()
    {
        var fleet = new SampleFleet(80, 24, slots: 9).Press("C-b Space");
        Assert.Equal((LayoutKind.Grid, 3), (fleet.Model.Plan.Kind, fleet.Model.Plan.Pages));
        Assert.Equal(8, fleet.Press("C-b 3").Model.Focus);
        Assert.Equal(4, fleet.Press("C-b 2").Model.Focus);
        Assert.Equal(0, fleet.Press("C-b p").Model.Focus);
        Assert.Equal(8, fleet.Press("C-b p").Model.Focus);
        Assert.Equal(0, fleet.Press("C-b n").Model.Focus);
    }

    [Fact]
    public void Space_goes_through_all_layouts_of_the_window_and_comes_back()
    {
        var fleet = new SampleFleet(200, 50);
        var seen = new List<LayoutKind> { fleet.Model.Plan.Kind };
        for (var i = 0; i < 5; i++)
        {
            seen.Add(fleet.Press("C-b Space").Model.Plan.Kind);
        }

        Assert.Equal([LayoutKind.Grid, LayoutKind.Rail, LayoutKind.Columns, LayoutKind.Cards, LayoutKind.Chips, LayoutKind.Grid], seen);
    }

    [Fact]
    public void Beside_the_rail_the_focus_takes_one_place_and_the_others_stay()
    {
        var fleet = new SampleFleet(200, 50).Press("C-b Space");
        Assert.Equal([0, 1, 2, 6], fleet.Model.Plan.Tiles.Select(tile => tile.Slot));
        Assert.Equal([0, 1, 8, 6], fleet.Press("M-9").Model.Plan.Tiles.Select(tile => tile.Slot));
        Assert.Equal([0, 1, 8, 6], fleet.Press("M-2").Model.Plan.Tiles.Select(tile => tile.Slot));
        Assert.Equal([0, 1, 8, 6], fleet.Press("M-7").Model.Plan.Tiles.Select(tile => tile.Slot));
    }

    [Fact]
    public void Arrows_go_to_the_neighbour_on_the_screen()
    {
        var fleet = new SampleFleet(200, 50);
        Assert.Equal(1, fleet.Press("C-b Right").Model.Focus);
        Assert.Equal(5, fleet.Press("C-b Down").Model.Focus);
        Assert.Equal(4, fleet.Press("C-b Left").Model.Focus);
        Assert.Equal(0, fleet.Press("C-b Up").Model.Focus);
        Assert.Equal(1, fleet.Press("C-b o C-b o C-b ;").Model.Focus);
    }

    [Fact]
    public void A_window_of_few_cells_still_says_what_it_is()
    {
        Assert.Equal("!●○▸✓=✗○□?●~ too small", new SampleFleet(30, 5).Screen().Split('\n')[0]);
        Assert.Contains("1 vscode", new SampleFleet(40, 10).Screen(), StringComparison.Ordinal);
    }
}
