using FleetTui.Api.Client;
using FleetTui.Api.Status;
using FleetTui.Console.Loop;
using FleetTui.Console.Model;
using FleetTui.Console.Outer.Input;
using FleetTui.Console.Status;
using FleetTui.Console.Tests.Fakes;

namespace FleetTui.Console.Tests.Screens;

public sealed class ContextSignSpecs
{
    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 40)]
    [InlineData(200, 50)]
    [InlineData(400, 120)]
    public void A_context_that_fills_is_told_in_words_and_numbers(int columns, int rows)
    {
        Assert.DoesNotContain("ctx", With(columns, rows, 69).Screen(), StringComparison.Ordinal);
        Assert.Contains("ctx 83%", With(columns, rows, 83).Screen(), StringComparison.Ordinal);
        Assert.Contains("ctx 94%!", With(columns, rows, 94).Screen(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_known_window_there_is_no_percentage_to_warn_of() => Assert.DoesNotContain("ctx", With(200, 50, null).Screen(), StringComparison.Ordinal);

    [Theory]
    [InlineData(50, true)]
    [InlineData(101, false)]
    public void From_when_on_is_the_users_choice(int threshold, bool told) =>
        Assert.Equal(told, With(200, 50, 60, SampleFleet.Options with { ContextWarning = threshold }).Screen().Contains("ctx 60%", StringComparison.Ordinal) || With(200, 50, 100, SampleFleet.Options with { ContextWarning = threshold }).Screen().Contains("ctx", StringComparison.Ordinal));

    [Fact]
    public void Where_the_terminal_sends_the_same_for_Enter_and_Shift_Enter_the_hints_name_the_other_key()
    {
        var fleet = new SampleFleet(200, 50);
        Assert.DoesNotContain("C-j new line", StatusHints.Of(fleet.Model));

        fleet.Take(new InputEvent.Answer(new TerminalAnswer.PrimaryAttributes()));
        Assert.Contains("C-j new line", StatusHints.Of(fleet.Model));

        fleet.Press("S-Enter");
        Assert.DoesNotContain("C-j new line", StatusHints.Of(fleet.Model));
    }

    [Fact]
    public void A_terminal_that_tells_them_apart_is_not_hinted_at()
    {
        var kitty = new SampleFleet(200, 50).Take(new InputEvent.Answer(new TerminalAnswer.KittyKeyboard(1)), new InputEvent.Answer(new TerminalAnswer.PrimaryAttributes()));
        Assert.DoesNotContain("C-j new line", StatusHints.Of(kitty.Model));
        var xterm = new SampleFleet(200, 50).Take(new InputEvent.Answer(new TerminalAnswer.Version("XTerm(390)")), new InputEvent.Answer(new TerminalAnswer.PrimaryAttributes()));
        Assert.DoesNotContain("C-j new line", StatusHints.Of(xterm.Model));
    }

    [Theory]
    [InlineData(0, "now", "0 seconds", "just now")]
    [InlineData(12, "now", "12 seconds", "just now")]
    [InlineData(60, "1 minute", "1 minute", "1 minute ago")]
    [InlineData(150, "2 minutes", "2 minutes", "2 minutes ago")]
    [InlineData(7300, "2 hours", "2 hours", "2 hours ago")]
    [InlineData(40 * 86_400, "40 days", "40 days", "40 days ago")]
    [InlineData(-5, "now", "0 seconds", "just now")]
    public void Ages_are_told_in_words(int seconds, string words, string printed, string ago)
    {
        var age = TimeSpan.FromSeconds(seconds);
        Assert.Equal((words, printed, ago), (Age.Words(age), Age.Printed(age), Age.Ago(age)));
    }

    private static SampleFleet With(int columns, int rows, int? percent, Console.ConsoleOptions? options = null)
    {
        var fleet = new SampleFleet(columns, rows, options);
        var status = SampleFleet.Status();
        var context = new SlotContext((percent ?? 50) * 2000, percent is null ? null : 200_000, percent, "claude-sonnet-4-5");
        return fleet.Take(new ConsoleMessage.Fleet(new FleetUpdate(status with { Slots = [.. status.Slots.Select((slot, at) => at == 0 ? slot with { Context = context } : slot)] }, null)));
    }
}
