using FleetTui.Api.Client;
using FleetTui.Console.Boards.Log;
using FleetTui.Console.Loop;
using FleetTui.Console.Tests.Fakes;

namespace FleetTui.Console.Tests.Boards;

public sealed class LogBoardSpecs
{
    [Fact]
    public async Task It_follows_what_happens_until_one_scrolls_up_and_again_after_G()
    {
        var fleet = await OpenAsync(100);
        Assert.Contains("entry 100", fleet.Screen(), StringComparison.Ordinal);
        Happen(fleet, 101);
        Assert.Contains("entry 101", fleet.Screen(), StringComparison.Ordinal);

        fleet.Press("PgUp");
        var top = fleet.Screen().Split('\n')[1];
        Happen(fleet, 102);
        Assert.Equal(top, fleet.Screen().Split('\n')[1]);
        Assert.DoesNotContain("entry 102", fleet.Screen(), StringComparison.Ordinal);
        fleet.Press("G");
        Assert.Contains("entry 102", fleet.Screen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scrolling_up_brings_older_pages_to_the_first_entry_and_keeps_what_is_seen_in_place()
    {
        var fleet = await OpenAsync(LogQuery.Page + 150);
        Assert.Equal(LogQuery.Page, fleet.Model.LogWindow!.Entries.Count);
        fleet.Screen();
        fleet.Press("g");
        var line = fleet.Screen().Split('\n')[3];
        Assert.Contains("entry 151", line, StringComparison.Ordinal);
        fleet.Press("Up");
        await fleet.SettleAsync();
        Assert.Equal(LogQuery.Page + 150, fleet.Model.LogWindow.Entries.Count);
        Assert.Contains(line.Trim()[..50], fleet.Screen(), StringComparison.Ordinal);
        fleet.Press("g");
        var screen = fleet.Screen();
        Assert.Contains("the log begins here", screen, StringComparison.Ordinal);
        Assert.Contains("entry 1 ", screen.Replace("│", " ", StringComparison.Ordinal) + " ", StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_filtered_by_slot_kind_and_text()
    {
        var fleet = await OpenAsync(60);
        await fleet.Press("f f").SettleAsync();
        Assert.All(fleet.Model.LogWindow!.Entries, entry => Assert.Equal("win", entry.Slot));
        await fleet.Press("c t t").SettleAsync();
        Assert.All(fleet.Model.LogWindow!.Entries, entry => Assert.StartsWith("lane.", entry.Kind, StringComparison.Ordinal));
        await fleet.Press("/ y Space 5 Enter").SettleAsync();
        Assert.Equal(["entry 5", "entry 50", "entry 55"], fleet.Model.LogWindow!.Entries.Select(entry => entry.Message));
        Happen(fleet, 505);
        Happen(fleet, 606);
        Assert.Equal("entry 505", fleet.Model.LogWindow.Entries[^1].Message);
        Assert.Contains("log  lane.*  \"y 5\"", fleet.Screen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_is_told_in_the_view()
    {
        var fleet = await OpenAsync(3);
        fleet.Take(new ConsoleMessage.BoardFailed(fleet.Model.Board!, "log: the daemon is not there"));
        Assert.Contains("log: the daemon is not there", fleet.Screen(), StringComparison.Ordinal);
        await fleet.Press("c").SettleAsync();
        Assert.DoesNotContain("log: the daemon is not there", fleet.Screen(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", null, null, null)]
    [InlineData("ps1", "ps1", null, null)]
    [InlineData("--slot ps1 --kind lane", "ps1", "lane", null)]
    [InlineData("ps1 --grep two words", "ps1", null, "two words")]
    public void The_prompts_words_are_a_filter(string words, string? slot, string? kind, string? text) =>
        Assert.Equal(new LogFilter(slot, kind, text), LogArguments.Read(words));

    [Theory]
    [InlineData("ps1 ps2")]
    [InlineData("--kind")]
    [InlineData("--colour red")]
    public void Other_words_are_none(string words) => Assert.Null(LogArguments.Read(words));

    private static LogEntry Entry(int number) => new(
        number,
        SampleFleet.Now.AddSeconds(number - 1000),
        number % 5 == 0 ? "lane.landed" : "slot.started",
        number % 2 == 0 ? "win" : "ps1",
        $"entry {number}");

    private static void Happen(SampleFleet fleet, int number) =>
        fleet.Take(new ConsoleMessage.Fleet(new FleetUpdate(null, Entry(number) with { Kind = "lane.landed" })));

    private static async Task<SampleFleet> OpenAsync(int entries)
    {
        var fleet = new SampleFleet(120, 40);
        fleet.Api.Entries.Clear();
        fleet.Api.Entries.AddRange(Enumerable.Range(1, entries).Select(Entry));
        await fleet.Press("C-b e").SettleAsync();
        _ = fleet.Screen();
        return fleet;
    }
}
