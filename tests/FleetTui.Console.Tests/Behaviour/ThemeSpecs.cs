using FleetTui.Console.Model;
using FleetTui.Console.Outer.Input;
using FleetTui.Console.Tests.Fakes;

namespace FleetTui.Console.Tests.Behaviour;

public sealed class ThemeSpecs
{
    [Fact]
    public void A_theme_is_tried_on_while_it_is_chosen_and_Escape_takes_it_back()
    {
        var fleet = new SampleFleet(120, 40);
        Assert.Equal(Theme.Light, fleet.Press("C-b Y Down").Model.Theme);
        Assert.Equal(Theme.Dark, fleet.Press("Escape").Model.Theme);
        Assert.Equal(Theme.HighContrast, fleet.Press("C-b Y Down Down Enter").Model.Theme);
        Assert.Null(fleet.Model.Panel);
    }

    [Fact]
    public void The_terminals_ground_decides_and_a_change_of_it_is_followed()
    {
        var fleet = new SampleFleet(120, 40, SampleFleet.Options with { Theme = "auto" });
        Assert.Equal(Theme.Dark, fleet.Model.Theme);
        fleet.Take(new InputEvent.Answer(new TerminalAnswer.Background(250, 250, 240)));
        Assert.Equal(Theme.Light, fleet.Model.Theme);
        Assert.Equal(Theme.Dark, Told(fleet, "\e[?997;1n").Model.Theme);
        Assert.Equal(Theme.Light, Told(fleet, "\e[?997;2n").Model.Theme);
        Assert.Equal(Theme.HighContrast, Told(fleet.Press("C-b : s t y l e Space h i g h - c o n t r a s t Enter"), "\e[?997;1n").Model.Theme);
    }

    private static SampleFleet Told(SampleFleet fleet, string bytes)
    {
        var events = new List<InputEvent>();
        new InputDecoder().Feed(System.Text.Encoding.ASCII.GetBytes(bytes), events);
        return fleet.Take([.. events]);
    }
}
