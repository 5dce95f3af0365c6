using FleetTui.Console.Commands;
using FleetTui.Console.Effects;
using FleetTui.Console.Loop;
using FleetTui.Console.Outer.Input;
using FleetTui.Console.Panels.Palette;
using FleetTui.Console.Tests.Fakes;

namespace FleetTui.Console.Tests.Behaviour;

public sealed class PaletteSpecs
{
    private static SampleFleet Fleet(bool readOnly = false) => new(120, 40, SampleFleet.Options with { Verbs = new FakeVerbs(), ReadOnly = readOnly });

    [Fact]
    public void It_holds_every_command_every_verb_every_slot_and_every_role()
    {
        var fleet = Fleet();
        var rows = PaletteRows.All(fleet.Model).Select(row => row.Command).ToList();
        Assert.Empty(CommandTable.Default.All.Where(command => command.Available).Select(command => command.Name).Except(rows.Select(row => row.Split(' ')[0])));
        Assert.Empty(fleet.Model.Options.Verbs!.All.Select(verb => $"fleet {verb.Name}").Except(rows));
        Assert.Empty(fleet.Model.Slots.Select(slot => $"goto {slot.Id}").Except(rows));
        Assert.Contains("assign vscode blog", rows);
    }

    [Theory]
    [InlineData("r o l i s", "fleet role list")]
    [InlineData("z o o m", "zoom")]
    [InlineData("p s 2 Space g o t o", "goto ps2")]
    public void A_few_letters_find_it(string keys, string command) =>
        Assert.Contains(command, Fleet().Press($"C-b P {keys}").Screen().Split('\n').First(line => line.Contains('│') && line.Contains(command, StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void What_a_verb_prints_is_shown_and_its_end_told()
    {
        var fleet = Fleet().Press("C-b : f l e e t Space r o l e Space l i s t Enter");
        var run = Assert.Single(fleet.Effects.OfType<Effect.RunVerb>());
        Assert.Equal("role list", run.Line);
        fleet.Take(new ConsoleMessage.VerbWrote(run.Panel, "ROLE\u001b[31m\nblog\n"));
        Assert.Contains("running", fleet.Screen(), StringComparison.Ordinal);
        fleet.Take(new ConsoleMessage.VerbEnded(run.Panel, 2));
        var screen = fleet.Screen();
        Assert.Contains("ROLE[31m", screen, StringComparison.Ordinal);
        Assert.Contains("exit code 2", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_verb_that_is_hard_to_take_back_asks_and_one_that_cannot_run_here_says_why()
    {
        var fleet = Fleet().Press("C-b :").Take(new InputEvent.Paste("host upgrade")).Press("Enter");
        Assert.Contains("fleet host upgrade: sure? (y/n)", fleet.StatusLine(), StringComparison.Ordinal);
        Assert.Empty(fleet.Effects.OfType<Effect.RunVerb>());
        Assert.Single(fleet.Press("y").Effects.OfType<Effect.RunVerb>());
        fleet.Press("C-b :").Take(new InputEvent.Paste("demo")).Press("Enter");
        Assert.Contains("run it in a shell", fleet.StatusLine(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_read_only_console_runs_verbs_that_only_read()
    {
        var fleet = Fleet(readOnly: true).Press("C-b :").Take(new InputEvent.Paste("host upgrade")).Press("Enter");
        Assert.Empty(fleet.Effects.OfType<Effect.RunVerb>());
        fleet.Press("C-b :").Take(new InputEvent.Paste("fleet role list")).Press("Enter");
        Assert.Single(fleet.Effects.OfType<Effect.RunVerb>());
    }

    [Fact]
    public void Tab_shows_what_a_word_may_become_and_takes_what_is_certain()
    {
        var fleet = Fleet().Press("C-b : r e Tab");
        Assert.Contains("restart", fleet.Screen(), StringComparison.Ordinal);
        Assert.Contains("resume", fleet.Screen(), StringComparison.Ordinal);
        Assert.StartsWith(":restart p", fleet.Press("s t a r Tab p").StatusLine(), StringComparison.Ordinal);
        Assert.StartsWith(":restart ps", fleet.Press("Tab").StatusLine(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_disabled_line_says_why_and_the_list_stays()
    {
        var fleet = Fleet().Press("C-b ? t a s k s Space b o a r d Enter");
        Assert.Contains("tasks: not in this version", fleet.StatusLine(), StringComparison.Ordinal);
        Assert.NotNull(fleet.Model.Panel);
    }
}
