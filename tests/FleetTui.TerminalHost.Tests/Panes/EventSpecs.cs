using FleetTui.Terminal;
using FleetTui.TerminalHost.Client;

namespace FleetTui.TerminalHost.Tests.Panes;

public class EventSpecs
{
    [Fact]
    public async Task What_a_program_does_is_told_in_order()
    {
        await using var fixture = await HostFixture.StartAsync();
        using var hang = new CancellationTokenSource(HostFixture.Hang);
        await using var events = fixture.Host.EventsAsync(hang.Token).GetAsyncEnumerator(hang.Token);
        var next = events.MoveNextAsync();
        var info = await fixture.RunAsync("one", "printf '\\033]2;a title\\007\\007\\033]9;hello\\033\\\\\\033]52;c;aGk=\\007\\033]9;4;1;40\\007\\033]7501;state=blocked:kind=permission:app=codex\\007\\033]133;D;3\\007'; exit 4");
        var seen = new List<PaneEvent>();
        while (await next)
        {
            seen.Add(events.Current);
            if (events.Current is PaneEvent.Exited) break;
            next = events.MoveNextAsync();
        }

        Assert.Equal(Enumerable.Range(1, seen.Count).Select(number => (long)number), seen.Select(happened => happened.Sequence));
        Assert.Equal(info.ProcessId, Assert.IsType<PaneEvent.Started>(seen[0]).ProcessId);
        Assert.Equal("a title", seen.OfType<PaneEvent.TitleChanged>().Single().Title);
        Assert.Single(seen.OfType<PaneEvent.Bell>());
        Assert.Equal("hello", seen.OfType<PaneEvent.Notification>().Single().Body);
        Assert.Equal(("c", "hi"), (seen.OfType<PaneEvent.ClipboardWrite>().Single().Selection, seen.OfType<PaneEvent.ClipboardWrite>().Single().Text));
        Assert.Equal((ProgressState.Normal, 40), (seen.OfType<PaneEvent.Progress>().Single().State, seen.OfType<PaneEvent.Progress>().Single().Percent));
        var status = seen.OfType<PaneEvent.Status>().Single().Report;
        Assert.Equal(("blocked", "permission", "codex"), (status.State, status.Kind, status.App));
        Assert.Equal(3, seen.OfType<PaneEvent.Prompt>().Single().ExitCode);
        Assert.False(seen.OfType<PaneEvent.Activity>().Last().Active);
        Assert.Equal(4, seen.OfType<PaneEvent.Exited>().Single().ExitCode);
    }

    [Fact]
    public async Task Who_comes_late_is_told_the_last_known_states_first()
    {
        await using var fixture = await HostFixture.StartAsync();
        await fixture.RunAsync("one", "printf '\\033]2;first\\007\\033]2;second\\007'; exit 1");
        await using var view = await fixture.WatchAsync("one");
        await view.UntilEndedAsync();
        var late = await fixture.ConnectAsync();
        var title = await late.EventsAsync(default).FirstAsync(happened => happened is PaneEvent.TitleChanged);
        Assert.Equal("second", ((PaneEvent.TitleChanged)title).Title);
        Assert.IsType<PaneEvent.Exited>(await late.EventsAsync(default).FirstAsync(happened => happened is PaneEvent.Exited));
    }

    [Fact]
    public async Task A_program_that_rings_without_end_is_a_few_bells()
    {
        await using var fixture = await HostFixture.StartAsync();
        using var hang = new CancellationTokenSource(HostFixture.Hang);
        await using var events = fixture.Host.EventsAsync(hang.Token).GetAsyncEnumerator(hang.Token);
        var next = events.MoveNextAsync();
        await fixture.RunAsync("one", "head -c 2000000 /dev/zero | tr '\\0' '\\007'");
        var bells = 0;
        while (await next && events.Current is not PaneEvent.Exited)
        {
            if (events.Current is PaneEvent.Bell) bells++;
            next = events.MoveNextAsync();
        }

        Assert.InRange(bells, 1, 5000);
    }

    [Fact]
    public async Task Activity_ends_after_a_quiet_second()
    {
        await using var fixture = await HostFixture.StartAsync();
        await fixture.RunAsync("one", "echo x; exec sleep 60");
        Assert.IsType<PaneEvent.Activity>(await fixture.Host.EventsAsync(default).FirstAsync(happened => happened is PaneEvent.Activity { Active: false }));
    }

    [Fact]
    public async Task The_list_knows_titles_directories_and_ends()
    {
        await using var fixture = await HostFixture.StartAsync();
        await fixture.RunAsync("b", "printf '\\033]2;t\\007\\033]7;file://host/some/place\\007'; exit 2");
        await fixture.RunAsync("a", "sleep 60");
        await using var view = await fixture.WatchAsync("b");
        await view.UntilEndedAsync();
        var list = await fixture.Host.ListAsync(default);
        Assert.Equal(["a", "b"], list.Select(info => info.Pane));
        Assert.Equal(("t", "/some/place", PaneLife.Exited, 2), (list[1].Title, list[1].WorkingDirectory, list[1].Life, list[1].ExitCode));
        Assert.NotNull(list[1].EndedAt);
        await fixture.Host.RemoveAsync("b", default);
        Assert.Single(await fixture.Host.ListAsync(default));
        await Assert.ThrowsAsync<TerminalHostException>(() => fixture.Host.RemoveAsync("a", default));
        await Assert.ThrowsAsync<TerminalHostException>(() => fixture.Host.CaptureAsync("b", 0, default));
    }
}
