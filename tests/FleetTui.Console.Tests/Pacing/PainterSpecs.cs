using FleetTui.Console.Loop;
using FleetTui.Console.Outer.Output;
using FleetTui.Console.Tests.Fakes;

namespace FleetTui.Console.Tests.Pacing;

public sealed class PainterSpecs
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(16);
    private readonly SampleFleet _fleet = new(240, 60);
    private readonly ManualClock _clock = new();
    private readonly FakeFrameOutput _output = new();
    private readonly Painter _painter;
    private Action _between = () => { };

    public PainterSpecs()
    {
        _painter = new Painter(_fleet.Model, new FrameWriter(ColorDepth.TrueColor, false, false), _output, _clock, () => _between());
        _painter.Draw();
        _output.Frames.Clear();
        Assert.Equal("vscode", _fleet.Model.Focused!.Id);
    }

    [Fact]
    public void A_change_after_quiet_is_drawn_at_once_and_the_next_waits_for_its_frame()
    {
        _clock.Pass(Frame);
        Print("win", "first");
        _painter.DrawWhenDue();
        Assert.Contains("first", Assert.Single(_output.Frames), StringComparison.Ordinal);
        Print("win", "second");
        _painter.DrawWhenDue();
        Assert.Single(_output.Frames);
        Assert.Equal(Frame, _painter.Wait);
        _clock.Pass(Frame);
        _painter.DrawWhenDue();
        Assert.Contains("second", _output.Frames[^1], StringComparison.Ordinal);
        Assert.Equal(Timeout.InfiniteTimeSpan, _painter.Wait);
    }

    [Fact]
    public void An_echo_does_not_wait_for_a_frame_that_eleven_floods_have_just_had_and_goes_out_alone()
    {
        _clock.Pass(Frame);
        Flood("before");
        _painter.DrawWhenDue();
        _output.Frames.Clear();

        _painter.ExpectEcho();
        Flood("after");
        _painter.DrawWhenDue();
        Assert.Empty(_output.Frames);
        Print("vscode", "echoed");
        _painter.DrawWhenDue();
        var frame = Assert.Single(_output.Frames);
        Assert.Contains("echoed", frame, StringComparison.Ordinal);
        Assert.DoesNotContain("after", frame, StringComparison.Ordinal);
        Assert.Equal(Frame, _painter.Wait);
    }

    [Fact]
    public void In_a_frame_of_all_the_slot_with_the_keyboard_comes_first()
    {
        _clock.Pass(Frame);
        Flood("flooded");
        Print("vscode", "echoed");
        _painter.DrawWhenDue();
        Assert.Contains("echoed", _output.Frames[0], StringComparison.Ordinal);
        Assert.DoesNotContain("flooded", _output.Frames[0], StringComparison.Ordinal);
        Assert.True(_output.Frames.Count > 3);
        Assert.All(_output.Frames.Skip(1), frame => Assert.Contains("flooded", frame, StringComparison.Ordinal));
    }

    [Fact]
    public void An_echo_that_comes_while_the_floods_are_drawn_goes_before_the_rest_of_them()
    {
        _clock.Pass(Frame);
        _painter.ExpectEcho();
        Flood("flooded");
        _between = () =>
        {
            if (_output.Frames.Count == 1) Print("vscode", "echoed");
        };
        _painter.DrawWhenDue();
        Assert.Contains("flooded", _output.Frames[0], StringComparison.Ordinal);
        Assert.Contains("echoed", _output.Frames[1], StringComparison.Ordinal);
        Assert.Contains("flooded", _output.Frames[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_buys_a_few_frames_and_not_more_than_its_time()
    {
        _clock.Pass(Frame);
        Print("vscode", "drawn");
        _painter.DrawWhenDue();
        _output.Frames.Clear();
        _painter.ExpectEcho();
        for (var frame = 0; frame < 10; frame++)
        {
            Print("vscode", $"flood of its own {frame}");
            _painter.DrawWhenDue();
        }

        Assert.Equal(3, _output.Frames.Count);
        _painter.ExpectEcho();
        _clock.Pass(TimeSpan.FromMilliseconds(200));
        _painter.DrawWhenDue();
        Print("vscode", "much later");
        _painter.DrawWhenDue();
        Assert.Equal(4, _output.Frames.Count);
    }

    [Fact]
    public void A_terminal_that_takes_no_more_gets_the_newest_state_later_and_no_backlog()
    {
        _clock.Pass(Frame);
        Flood("old");
        _output.Takes = 2;
        _painter.DrawWhenDue();
        Assert.Equal(2, _output.Frames.Count);
        Assert.Equal(Timeout.InfiniteTimeSpan, _painter.Wait);
        for (var turn = 0; turn < 50; turn++)
        {
            Flood($"turn {turn}.");
            _clock.Pass(Frame);
            _painter.DrawWhenDue();
        }

        Assert.Equal(2, _output.Frames.Count);
        _output.Takes = int.MaxValue;
        _painter.DrawWhenDue();
        Assert.All(_output.Frames.Skip(2), frame => Assert.Contains("turn 49.", frame, StringComparison.Ordinal));
        Assert.True(_output.Frames.Count < 2 + 13);
    }

    private void Flood(string text)
    {
        foreach (var pane in _fleet.Panes.Keys.Where(pane => pane != "vscode")) Print(pane, text);
    }

    private void Print(string pane, string text)
    {
        _fleet.Panes[pane].Print(2, text);
        _fleet.Model.PanesPrinted = true;
    }
}
