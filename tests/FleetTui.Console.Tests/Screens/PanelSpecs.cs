using FleetTui.Console.Tests.Fakes;

namespace FleetTui.Console.Tests.Screens;

public sealed class PanelSpecs
{
    public static TheoryData<string, string, int, int> Views
    {
        get
        {
            var all = new TheoryData<string, string, int, int>();
            foreach (var (name, keys) in new[] { ("assign", "C-b A Down"), ("keys", "C-b ? l a n d"), ("numbers", "C-b q"), ("why", "C-b : w h y Enter"), ("slot-menu", "C-b >"), ("peek", "C-b w Space"), ("clock", "C-b t"), ("palette", "C-b P r o l e"), ("compose", "C-b B Tab H e l l o M-Enter w o r l d") })
            {
                all.Add(name, keys, 80, 24);
                all.Add(name, keys, 120, 40);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Every_view_is_seen_at_a_small_and_a_middle_size(string name, string keys, int columns, int rows)
    {
        var fleet = new SampleFleet(columns, rows);
        foreach (var key in keys.Split(' '))
        {
            fleet.Press(key);
            await fleet.SettleAsync();
        }

        Snapshot.Matches($"{name}-{columns}x{rows}", fleet.Screen());
    }

    [Theory]
    [InlineData("Slot ps4 started sh.", "started sh.")]
    [InlineData("Slot ps4: exit 7", "exit 7")]
    [InlineData("ps4 landed a commit.", "landed a commit.")]
    [InlineData("Slot ps41 started sh.", "Slot ps41 started sh.")]
    public void A_log_line_does_not_repeat_the_slot_that_stands_beside_it(string message, string shown) =>
        Assert.Equal(shown, Console.Boards.Log.LogLines.Text(new Api.Client.LogEntry(1, SampleFleet.Now, "slot.started", "ps4", message)));

    [Fact]
    public void What_may_follow_the_prefix_comes_after_a_moment_and_never_before()
    {
        var fleet = new SampleFleet(120, 40).Press("C-b").Wait(TimeSpan.FromMilliseconds(300));
        Assert.DoesNotContain("then…", fleet.Screen(), StringComparison.Ordinal);
        fleet.Wait(TimeSpan.FromMilliseconds(200));
        Snapshot.Matches("continuations-120x40", fleet.Screen());
        Assert.DoesNotContain("then…", fleet.Press("Escape").Screen(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(80, 24)]
    [InlineData(60, 16)]
    [InlineData(200, 50)]
    public void What_may_follow_the_prefix_is_there_or_counted(int columns, int rows)
    {
        var fleet = new SampleFleet(columns, rows).Press("C-b").Wait(TimeSpan.FromMilliseconds(500));
        var all = fleet.Model.Keys.Prefix
            .Where(binding => Console.Commands.CommandTable.Default.Find(binding.Command) is { Available: true } && !char.IsAsciiDigit((char)binding.Key.Rune))
            .Select(binding => Console.Commands.CommandTable.Default.Find(binding.Command)!.Short).Distinct().ToList();
        var screen = fleet.Screen();
        var missing = all.Count(text => !screen.Contains(text[..Math.Min(9, text.Length)], StringComparison.Ordinal));
        Assert.True(missing == 0 || screen.Contains(" more: ?", StringComparison.Ordinal), $"{missing} of {all.Count} are not there and not counted:\n{screen}");
    }

    [Fact]
    public void A_long_message_is_read_to_its_end_in_the_list_of_messages()
    {
        var fleet = new SampleFleet(80, 24);
        fleet.Model.Say(string.Join(' ', Enumerable.Range(1, 60).Select(number => $"word{number}")));
        Assert.Contains("word60", fleet.Press("C-b ~").Screen(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a", "codex1")]
    [InlineData("b", "codex2")]
    [InlineData("0", "free2")]
    public void The_letters_for_numbers_beyond_nine_are_said_and_work(string key, string slot)
    {
        var fleet = new SampleFleet(120, 40).Press("C-b q");
        Assert.Contains("0 to 10, a to 11, b to 12", fleet.StatusLine(), StringComparison.Ordinal);
        Assert.Equal(slot, fleet.Press(key).Model.Focused?.Id);
    }

    [Fact]
    public void Any_key_leaves_the_clock_and_reaches_no_slot()
    {
        var fleet = new SampleFleet(120, 40).Press("C-b t");
        fleet.Effects.Clear();
        fleet.Press("x");
        Assert.Null(fleet.Model.Panel);
        Assert.Empty(fleet.Effects.OfType<Console.Effects.Effect.SendKey>());
    }
}
