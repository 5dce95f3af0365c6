using FleetTui.Console.Effects;
using FleetTui.Console.Loop;
using FleetTui.Console.Panels;
using FleetTui.Console.Tests.Fakes;

namespace FleetTui.Console.Tests.Behaviour;

/// <summary>From fleet to fleet with tmux's keys for sessions. The console of these tests is on the fleet of /repo.</summary>
public sealed class FleetSwitchingSpecs
{
    private static readonly RunningFleet Before = new("api", "/api", 3, 0);
    private static readonly RunningFleet Here = new("demo", "/repo", 12, 2);
    private static readonly RunningFleet After = new("web", "/web", 1, 4);

    [Theory]
    [InlineData("C-b )", "/web")]
    [InlineData("C-b (", "/api")]
    public void The_next_and_the_one_before_are_by_name(string keys, string repository) =>
        Assert.Equal(repository, Gone(Pressed(keys, new FakeFleets(Before, Here, After))));

    [Theory]
    [InlineData("C-b )", "/api")]
    [InlineData("C-b (", "/api")]
    public void Past_the_last_it_begins_again(string keys, string repository) =>
        Assert.Equal(repository, Gone(Pressed(keys, new FakeFleets(Before, Here))));

    [Theory]
    [InlineData("C-b )")]
    [InlineData("C-b (")]
    public void With_no_other_it_says_so_and_stays(string keys)
    {
        var fleet = Pressed(keys, new FakeFleets(Here));
        Assert.Contains("no other fleet of yours runs", fleet.StatusLine(), StringComparison.Ordinal);
        Assert.Null(Gone(fleet));
    }

    [Fact]
    public void The_fleet_it_came_from_is_one_key_away() =>
        Assert.Equal("/web", Gone(Pressed("C-b L", new FakeFleets(Before, Here, After) { Last = "/web" })));

    [Fact]
    public void There_is_no_way_back_to_none_nor_to_one_that_ended()
    {
        Assert.Contains("on no other fleet yet", Pressed("C-b L", new FakeFleets(Before, Here)).StatusLine(), StringComparison.Ordinal);
        var ended = Pressed("C-b L", new FakeFleets(Before, Here) { Last = "/web" });
        Assert.Contains("the fleet of /web does not run any more", ended.StatusLine(), StringComparison.Ordinal);
        Assert.Null(Gone(ended));
    }

    [Fact]
    public void The_list_begins_at_this_fleet_shows_who_waits_and_goes_where_Enter_says()
    {
        var fleet = Pressed("C-b s", new FakeFleets(Before, Here, After));
        var rows = fleet.Screen().Split('\n');
        Assert.Contains(rows, row => row.Contains("* demo", StringComparison.Ordinal) && row.Contains("12 slots", StringComparison.Ordinal) && row.Contains("!2", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("  web", StringComparison.Ordinal) && row.Contains("1 slot ", StringComparison.Ordinal) && row.Contains("!4", StringComparison.Ordinal));
        Assert.Equal("/web", Gone(fleet.Press("Down Enter")));
    }

    [Theory]
    [InlineData("Enter")]
    [InlineData("Escape")]
    [InlineData("q")]
    public void This_fleet_chosen_or_the_list_left_is_where_it_was(string key)
    {
        var fleet = Pressed("C-b s", new FakeFleets(Before, Here, After));
        Assert.IsType<FleetsPanel>(fleet.Model.Panel);
        fleet.Press(key);
        Assert.Null(fleet.Model.Panel);
        Assert.Null(Gone(fleet));
    }

    private static string? Gone(SampleFleet fleet) => fleet.Effects.OfType<Effect.SwitchFleet>().SingleOrDefault()?.Repository;

    /// <summary>With the answer to what the keys asked.</summary>
    private static SampleFleet Pressed(string keys, FakeFleets fleets)
    {
        var fleet = new SampleFleet(120, 40, SampleFleet.Options with { Fleets = fleets }).Press(keys);
        foreach (var find in fleet.Effects.OfType<Effect.FindFleets>().ToList())
        {
            fleet.Take(new ConsoleMessage.Fleets(fleets.All, find.Then));
        }

        return fleet;
    }
}
