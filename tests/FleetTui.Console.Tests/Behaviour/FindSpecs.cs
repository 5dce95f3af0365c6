using FleetTui.Console.Effects;
using FleetTui.Console.Loop;
using FleetTui.Console.Tests.Fakes;

namespace FleetTui.Console.Tests.Behaviour;

public sealed class FindSpecs
{
    [Fact]
    public async Task A_text_is_found_in_every_slot_and_enter_goes_to_its_line()
    {
        var fleet = new SampleFleet(200, 50).Press("C-b F b l o g Enter");
        var asked = fleet.Effects.OfType<Effect.Find>().ToList();
        Assert.Equal(fleet.Model.Slots.Where(slot => slot.View is not null).Select(slot => slot.Id), asked.Select(find => find.Pane));
        foreach (var find in asked)
        {
            fleet.Take(new ConsoleMessage.Found(find.Panel, find.Search, find.Pane, await PaneSearch.FindAsync(find.Pane, fleet.Panes[find.Pane], find.Text, 200, TestContext.Current.CancellationToken)));
        }

        Assert.Contains("2 lines in 1 slots", fleet.Screen(), StringComparison.Ordinal);
        fleet.Press("Enter");
        Assert.Null(fleet.Model.Panel);
        Assert.Equal("ps2", fleet.Model.Focused!.Id);
        Assert.Equal("blog", fleet.Model.Focused.Scroll!.Search);
        Assert.Equal(fleet.Panes["ps2"].FirstScreenLine + 1, fleet.Model.Focused.Scroll.Cursor.Line);
    }

    [Fact]
    public void What_comes_of_an_earlier_search_is_nothing_any_more()
    {
        var fleet = new SampleFleet(120, 40).Press("C-b F o n e Enter");
        var first = fleet.Effects.OfType<Effect.Find>().First();
        fleet.Press("BSpace Enter");
        fleet.Take(new ConsoleMessage.Found(first.Panel, first.Search, first.Pane, [new(first.Pane, 1, 0, "stale")]));
        Assert.DoesNotContain("stale", fleet.Screen(), StringComparison.Ordinal);
    }
}
