using FleetTui.Console.Boards;
using FleetTui.Console.Tests.Fakes;

namespace FleetTui.Console.Tests.Boards;

public sealed class RereadingSpecs
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Rereading _reading = new(Second);

    [Fact]
    public void Nothing_waits_while_nothing_changes()
    {
        Assert.Null(_reading.Due);
        Assert.False(_reading.IsDue(SampleFleet.Now));
    }

    [Fact]
    public void A_change_after_quiet_is_due_at_once_and_the_next_a_while_later()
    {
        _reading.Changed();
        Assert.True(_reading.IsDue(SampleFleet.Now));
        _reading.Begin(SampleFleet.Now);
        _reading.End();
        _reading.Changed();
        Assert.False(_reading.IsDue(SampleFleet.Now));
        Assert.Equal(SampleFleet.Now + Second, _reading.Due);
        Assert.True(_reading.IsDue(SampleFleet.Now + Second));
    }

    [Fact]
    public void What_changes_while_an_answer_is_awaited_is_asked_for_after_it()
    {
        _reading.Begin(SampleFleet.Now);
        _reading.Changed();
        Assert.Null(_reading.Due);
        Assert.False(_reading.IsDue(SampleFleet.Now + (2 * Second)));
        _reading.End();
        Assert.True(_reading.IsDue(SampleFleet.Now + (2 * Second)));
    }
}
