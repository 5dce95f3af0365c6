using FleetTui.Api.Client;
using FleetTui.Api.Status;
using FleetTui.Console.Effects;
using FleetTui.Console.Loop;
using FleetTui.Console.Tests.Fakes;
using FleetTui.Terminal;

namespace FleetTui.Console.Tests.Scrolling;

/// <summary>Failure 10 of the reported ones: a full-screen agent leaves nothing to scroll, so its transcript is read back.</summary>
public sealed class TranscriptReadingSpecs
{
    [Fact]
    public async Task Over_a_full_screen_agent_copy_mode_offers_its_screen_or_its_transcript()
    {
        var fleet = await Choosing(30);
        Assert.Contains("s  screen", fleet.Screen(), StringComparison.Ordinal);
        Assert.Contains("t  transcript", fleet.Screen(), StringComparison.Ordinal);

        await fleet.Press("t").SettleAsync();
        Assert.Null(fleet.Model.Panel);
        var rows = fleet.Screen().Split('\n');
        Assert.Contains("answer 29", rows[^2], StringComparison.Ordinal);
        Assert.Contains(rows, row => row.Contains("> prompt 28", StringComparison.Ordinal));
        Assert.Contains("TRANSCRIPT", fleet.Screen(), StringComparison.Ordinal);

        await fleet.Press("q").SettleAsync();
        Assert.Null(fleet.Model.Focused!.Scroll);
        Assert.DoesNotContain(fleet.Done, effect => effect is Effect.SendKey);

        await fleet.Press("C-b [ s").SettleAsync();
        Assert.Null(fleet.Model.Focused.Scroll!.Transcript);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Where_there_is_no_choice_copy_mode_begins_at_once(bool fullScreen, bool transcript)
    {
        var fleet = await Choosing(30, fullScreen, transcript);
        Assert.Null(fleet.Model.Panel);
        Assert.NotNull(fleet.Model.Focused!.Scroll);
    }

    [Fact]
    public async Task A_search_goes_back_through_pages_as_far_as_needed_and_no_further()
    {
        var fleet = await Reading(5000);
        Assert.Equal([null], Asked.Select(query => query.Before));

        await fleet.Press("? p r o m p t Space 4 4 6 2 Enter").SettleAsync();
        Assert.Contains("> prompt 4462", fleet.Screen(), StringComparison.Ordinal);
        Assert.InRange(Asked.Count, 2, 4);
        Assert.InRange(Asked.Min(query => query.Before ?? int.MaxValue), 4200, 4800);
    }

    [Fact]
    public async Task At_its_start_nothing_is_asked_any_more()
    {
        var fleet = await Reading(500);
        await fleet.Press("g g g g g").SettleAsync();
        for (var i = 0; i < 5; i++)
        {
            await fleet.Press("g").SettleAsync();
        }

        Assert.Contains("> prompt 0", fleet.Screen(), StringComparison.Ordinal);
        Assert.Equal([null, 300L, 100L], Asked.Select(query => query.Before));
        await fleet.Press("? n o w h e r e Enter").SettleAsync();
        Assert.Equal(3, Asked.Count);
        Assert.Null(fleet.Model.Focused!.Scroll!.Resume);
    }

    [Fact]
    public async Task What_wraps_is_one_line_when_copied_and_marks_of_other_rows_are_not_lost()
    {
        var words = string.Join(' ', Enumerable.Range(0, 60).Select(number => $"word{number}"));
        var fleet = await Choosing(0, said: [new("prompt", null, "first", false), new("answer", null, words + " 世界", false)]);
        await fleet.Press("t").SettleAsync();
        await fleet.Press("? w o r d 0 Space Enter v G $ y").SettleAsync();
        Assert.Equal(words + " 世界", fleet.Model.Buffers[0]);
    }

    [Fact]
    public async Task The_reader_stays_on_his_line_while_more_is_said_and_while_older_pages_come()
    {
        var fleet = await Reading(300);
        await fleet.Press("C-u C-u").SettleAsync();
        var before = Text(fleet);
        _said.Add(new("answer", null, "said meanwhile", false));
        fleet.Take(new ConsoleMessage.Fleet(new FleetUpdate(Status(true, 31), null)));
        await fleet.SettleAsync();
        Assert.Equal(before, Text(fleet));
        Assert.Contains("new, q to follow", fleet.Screen(), StringComparison.Ordinal);

        await fleet.Press("G").SettleAsync();
        Assert.Contains("said meanwhile", fleet.Screen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_another_width_it_is_wrapped_anew_and_what_was_read_is_still_there()
    {
        var fleet = await Reading(300, columns: 200, rows: 50);
        await fleet.Press("? p r o m p t Space 2 4 2 Enter").SettleAsync();
        var width = fleet.Model.Focused!.Scroll!.Transcript!.Columns;
        await fleet.Press("C-b z").SettleAsync();
        Assert.NotEqual(width, fleet.Model.Focused.Scroll.Transcript.Columns);
        Assert.Equal(fleet.Model.Plan.TileOf(0)!.Content.Width, fleet.Model.Focused.Scroll.Transcript.Columns);
        Assert.Contains("> prompt 242", fleet.Screen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paragraph_keys_stop_at_prompts()
    {
        var fleet = await Reading(40);
        await fleet.Press("{ {").SettleAsync();
        var scroll = fleet.Model.Focused!.Scroll!;
        Assert.True(scroll.Transcript!.IsPrompt(scroll.Cursor.Line) || scroll.Transcript.Lines(scroll.Cursor.Line, 1).Lines[0].All(cell => cell.Text is " "));
    }

    private List<SaidEntry> _said = [];

    private List<TranscriptQuery> Asked { get; } = [];

    private static FleetStatus Status(bool transcript, int percent = 30)
    {
        var status = SampleFleet.Status();
        return status with { Slots = [.. status.Slots.Select(slot => slot with { Transcript = transcript, Context = new SlotContext(percent * 2000, 200_000, percent, "claude-sonnet-4-5") })] };
    }

    /// <summary>The text without the bar at its top.</summary>
    private static string Text(SampleFleet fleet)
    {
        var content = fleet.Model.Plan.TileOf(0)!.Content;
        return string.Join('\n', fleet.Screen().Split('\n').Skip(content.Y + 1).Take(content.Height - 1));
    }

    private async Task<SampleFleet> Reading(int entries, int columns = 80, int rows = 24) => await (await Choosing(entries, columns: columns, rows: rows)).Press("t").SettleAsync();

    private async Task<SampleFleet> Choosing(int entries, bool fullScreen = true, bool transcript = true, int columns = 80, int rows = 24, List<SaidEntry>? said = null)
    {
        _said = said ?? [.. Enumerable.Range(0, entries).Select(number => number % 2 == 0 ? new SaidEntry("prompt", null, $"prompt {number}", false) : new SaidEntry("answer", null, $"answer {number}", false))];
        var fleet = new SampleFleet(columns, rows);
        fleet.Api.Transcript = Answer;
        fleet.Panes["vscode"].Modes = default(TerminalModes) with { AlternateScreen = fullScreen };
        fleet.Take(new ConsoleMessage.Fleet(new FleetUpdate(Status(transcript), null)));
        return await fleet.Press("C-b [").SettleAsync();
    }

    private SlotTranscript Answer(TranscriptQuery query)
    {
        if (query.After is null)
        {
            Asked.Add(query);
        }

        var end = query.After is null ? (int)(query.Before ?? _said.Count) : _said.Count;
        var start = (int)(query.After ?? Math.Max(0, end - query.Most));
        return new SlotTranscript("vscode", "/t.jsonl", _said[start..end], start > 0 ? start : null, end, 0);
    }
}
