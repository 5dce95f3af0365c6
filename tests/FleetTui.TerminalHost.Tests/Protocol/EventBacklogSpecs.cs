using FleetTui.TerminalHost.Client;
using FleetTui.TerminalHost.Protocol;

namespace FleetTui.TerminalHost.Tests.Protocol;

public class EventBacklogSpecs
{
    [Fact]
    public void Of_what_only_the_newest_counts_the_newest_is_kept()
    {
        var backlog = new EventBacklog();
        for (var index = 0; index < 1000; index++)
        {
            backlog.Add(new PaneEvent.TitleChanged("a", index, default, $"{index}"));
            backlog.Add(new PaneEvent.TitleChanged("b", index, default, $"{index}"));
            backlog.Add(new PaneEvent.Bell("a", index, default));
        }

        Assert.Equal(
            [new PaneEvent.TitleChanged("a", 999, default, "999"), new PaneEvent.TitleChanged("b", 999, default, "999"), new PaneEvent.Bell("a", 999, default)],
            backlog.TakeAll());
        Assert.Equal(0, backlog.Count);
    }

    [Fact]
    public void Of_the_others_the_last_ones_are_kept_in_order()
    {
        var backlog = new EventBacklog();
        for (var index = 0; index < 1000; index++) backlog.Add(new PaneEvent.Notification("a", index, default, "", ""));
        backlog.Add(new PaneEvent.Exited("a", 1000, default, 0, null));
        var kept = new List<long>();
        while (backlog.TryTake(out var happened)) kept.Add(happened.Sequence);
        Assert.Equal(Enumerable.Range(1000 - EventBacklog.KeptOfEachKind, EventBacklog.KeptOfEachKind + 1).Select(index => (long)index), kept);
    }
}
