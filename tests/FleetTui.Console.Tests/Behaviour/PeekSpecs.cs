using FleetTui.Console.Effects;
using FleetTui.Console.Tests.Fakes;

namespace FleetTui.Console.Tests.Behaviour;

/// <summary>Looking at a slot and answering it from the table of slots (<c>Space</c>).</summary>
public sealed class PeekSpecs
{
    [Fact]
    public void Space_in_the_table_shows_the_question_and_the_last_lines_of_the_chosen_slot()
    {
        var fleet = new SampleFleet(120, 40).Press("C-b w Space");
        Assert.Contains("permission: run flutter test", fleet.Screen(), StringComparison.Ordinal);
        Assert.Contains("y n 1 2 3 answer", fleet.Screen(), StringComparison.Ordinal);
        Assert.DoesNotContain("y n 1 2 3 answer", fleet.Press("Space").Screen(), StringComparison.Ordinal);
        Assert.Equal("OVERVIEW", fleet.Model.Board?.Mode);
    }

    [Fact]
    public void An_answer_of_one_key_goes_to_the_slot_that_asks_as_it_is_pressed()
    {
        var fleet = new SampleFleet(120, 40).Press("C-b w Space");
        fleet.Effects.Clear();
        fleet.Press("y 1");
        Assert.Equal(["vscode:y", "vscode:1"], fleet.Effects.OfType<Effect.SendKey>().Select(sent => $"{sent.Pane}:{(char)sent.Key.Rune}"));
    }

    [Fact]
    public async Task A_written_reply_is_sent_with_enter_and_the_console_stays_where_it_is()
    {
        var fleet = new SampleFleet(120, 40).Press("C-b w j Space");
        fleet.Effects.Clear();
        fleet.Press("n o w Enter");
        Assert.Empty(fleet.Effects.OfType<Effect.SendKey>());
        await fleet.SettleAsync();
        Assert.Equal(["send win now"], fleet.Api.Asked);
        Assert.Equal("vscode", fleet.Model.Focused?.Id);
    }

    [Fact]
    public void Enter_with_nothing_written_goes_to_the_slot_that_is_shown()
    {
        var fleet = new SampleFleet(120, 40).Press("C-b w Space Down Enter");
        Assert.Equal("win", fleet.Model.Focused?.Id);
        Assert.Null(fleet.Model.Panel);
    }

    [Fact]
    public async Task A_read_only_console_answers_nobody()
    {
        var fleet = new SampleFleet(120, 40, SampleFleet.Options with { ReadOnly = true }).Press("C-b w Space");
        fleet.Effects.Clear();
        fleet.Press("y h i Enter");
        Assert.Empty(fleet.Effects.OfType<Effect.SendKey>());
        await fleet.SettleAsync();
        Assert.Empty(fleet.Api.Asked);
    }

    [Theory]
    [InlineData("B", "COMPOSE")]
    [InlineData("G", "CONFIRM")]
    [InlineData("/", "FIND")]
    public void The_table_takes_the_letters_of_the_prefix_table(string key, string mode) =>
        Assert.Equal(mode, new SampleFleet(120, 40).Press($"C-b w {key}").Model.Panel?.Mode);
}
