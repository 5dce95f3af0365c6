using FleetTui.Api.Client;
using FleetTui.Console.Effects;
using FleetTui.Console.Keeping;
using FleetTui.Console.Loop;
using FleetTui.Console.Tests.Fakes;

namespace FleetTui.Console.Tests.Behaviour;

/// <summary>fleet.toml changes while the console is open.</summary>
public sealed class NewSettingsSpecs
{
    private static readonly ConsoleOptions Start = SampleFleet.Options with { Reread = () => null };

    [Fact]
    public async Task The_daemons_word_of_a_change_has_the_settings_read_again()
    {
        var wanted = SampleFleet.Options with { Prefix = "C-Space" };
        var fleet = new SampleFleet(120, 40, Start);
        fleet.Take(new ConsoleMessage.Fleet(new FleetUpdate(null, new LogEntry(9, SampleFleet.Now, "configuration.changed", null, "The changed configuration is in force."))));
        var said = new List<ConsoleMessage>();
        var keeper = new Keeper(null, null, said.Add, () => wanted);
        keeper.Ask(Assert.Single(fleet.Effects.OfType<Effect.ReadSettings>()));
        keeper.End();
        await keeper.RunAsync();
        fleet.Take(Assert.Single(said));
        Assert.Contains("the keys are as fleet.toml has them now (C-Space ? lists them)", fleet.StatusLine(), StringComparison.Ordinal);
        Assert.True(fleet.Press("C-Space z").Model.Zoomed);
    }

    [Fact]
    public void A_file_that_is_not_valid_now_changes_nothing()
    {
        var said = new List<ConsoleMessage>();
        var keeper = new Keeper(null, null, said.Add, () => null);
        keeper.Ask(new Effect.ReadSettings());
        keeper.End();
        Assert.True(keeper.RunAsync().IsCompletedSuccessfully);
        Assert.Empty(said);
    }

    [Fact]
    public void A_clash_is_told_once_and_a_change_of_something_else_says_nothing_of_keys()
    {
        var fleet = new SampleFleet(200, 50, Start);
        var clash = SampleFleet.Options with { Keys = new Dictionary<string, string> { ["zoom"] = "Z", ["redraw"] = "Z" } };
        fleet.Take(new ConsoleMessage.Settings(clash));
        Assert.Contains("is given to \"zoom\" already", fleet.StatusLine(), StringComparison.Ordinal);
        var told = fleet.Model.Notices.Count;
        fleet.Take(new ConsoleMessage.Settings(clash with { EmacsModeKeys = true }));
        Assert.Equal(told, fleet.Model.Notices.Count);
        Assert.True(fleet.Model.Options.EmacsModeKeys);
    }

    [Fact]
    public void A_theme_chosen_here_stays_until_the_file_names_another_and_what_is_not_the_files_stays()
    {
        var fleet = new SampleFleet(120, 40, Start with { Terminal = "/dev/pts/7" }).Press("C-b Y Down Enter");
        fleet.Take(new ConsoleMessage.Settings(SampleFleet.Options with { Hints = 1, ReadOnly = true, Mouse = false }));
        Assert.Equal(("light", 1, false, true, "/dev/pts/7"), (fleet.Model.ThemeName, fleet.Model.Hints, fleet.Model.Options.ReadOnly, fleet.Model.Options.Mouse, fleet.Model.Options.Terminal));
        fleet.Take(new ConsoleMessage.Settings(SampleFleet.Options with { Theme = "terminal" }));
        Assert.Equal("terminal", fleet.Model.ThemeName);
    }
}
