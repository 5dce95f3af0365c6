using FleetTui.TerminalHost.Client;

namespace FleetTui.TerminalHost.Tests.Upgrading;

/// <summary>What a user sees before and after.</summary>
public class ScreensGoOnSpecs
{
    [Fact]
    public async Task Screen_scrollback_modes_cursor_and_title_are_the_same()
    {
        await using var host = await HostProcess.StartAsync();
        await host.RunAsync(
            "one",
            "seq 1 500; printf '\\033]2;a title\\007\\033[?1049h\\033[?1003h\\033[?1006h\\033[?2004h\\033[?1h\\033[>5u\\033[3;9r\\033[5;7H\\033[1;38;2;10;20;30mbold\\033[4 q'; cat > /dev/null",
            100,
            30);
        await using var view = await host.WatchAsync("one");
        await view.UntilShowsAsync("bold");
        var before = State(view);
        var lines = await HostProcess.LinesAsync(view);
        var info = Assert.Single(await host.Host.ListAsync(default));

        var after = await host.UpgradeAsync();

        Assert.Equal(host.ProcessId, after.ProcessId);
        Assert.Equal(info, Assert.Single(await host.Host.ListAsync(default)) with { LastOutputAt = info.LastOutputAt });
        await using var fresh = await (await host.ConnectAsync()).WatchAsync("one", default);
        Assert.Equal(before, State(fresh));
        Assert.Equal(lines, await HostProcess.LinesAsync(view));
        await view.UntilAsync(shown => State(shown) == before);
    }

    [Fact]
    public async Task A_sequence_and_a_character_that_have_come_in_half_are_completed_afterwards()
    {
        await using var host = await HostProcess.StartAsync();
        await host.RunAsync("one", "stty -echo; printf 'ready\\033[3'; read x; printf '1mred\\342\\202'; read x; printf '\\254uro'; cat");
        await using var view = await host.WatchAsync("one");
        await view.UntilShowsAsync("ready");
        await host.UpgradeAsync();
        await host.Host.WriteAsync("one", "\n"u8.ToArray(), default);
        await view.UntilShowsAsync("red");
        await host.UpgradeAsync();
        await host.Host.WriteAsync("one", "\n"u8.ToArray(), default);
        await view.UntilShowsAsync("€uro");
        lock (view.Gate) Assert.Equal(FleetTui.Terminal.Cells.Color.Indexed(1), view.Row(0)[5].Style.Foreground);
    }

    [Fact]
    public async Task An_open_synchronized_update_ends_as_it_would_have()
    {
        await using var host = await HostProcess.StartAsync();
        await host.RunAsync("one", "stty -echo; echo ready; read x; printf '\\033[?2026hhalf'; read x; printf 'whole\\033[?2026l'; cat");
        await using var view = await host.WatchAsync("one");
        await view.UntilShowsAsync("ready");
        await host.Host.WriteAsync("one", "\n"u8.ToArray(), default);
        await host.UpgradeAsync();
        await host.Host.WriteAsync("one", "\n"u8.ToArray(), default);
        await view.UntilShowsAsync("halfwhole");
    }

    [Fact]
    public async Task Whoever_listens_misses_nothing_and_hears_nothing_twice()
    {
        await using var host = await HostProcess.StartAsync();
        await host.RunAsync("one", "printf '\\033]2;first\\007'; i=0; while read x; do i=$((i+1)); printf '\\033]777;notify;n;%s\\007' $i; done");
        var heard = new List<PaneEvent>();
        var subscribed = new TaskCompletionSource();
        using var hang = new CancellationTokenSource(HostFixture.Hang);
        var listening = Task.Run(async () =>
        {
            await foreach (var happened in host.Host.EventsAsync(hang.Token))
            {
                heard.Add(happened);
                subscribed.TrySetResult();
                if (happened is PaneEvent.Notification { Body: "60" }) return;
            }
        });
        await subscribed.Task.WaitAsync(HostFixture.Hang);
        var upgrading = Task.Run(async () =>
        {
            await host.UpgradeAsync();
            await host.UpgradeAsync();
        });
        for (var line = 0; line < 60; line++)
        {
            await host.Host.WriteAsync("one", "\n"u8.ToArray(), default);
            await Task.Delay(10);
        }

        await upgrading.WaitAsync(HostFixture.Hang);
        await listening;
        Assert.Equal(Enumerable.Range(1, 60).Select(n => $"{n}"), heard.OfType<PaneEvent.Notification>().Select(notification => notification.Body));
        Assert.Single(heard.OfType<PaneEvent.Started>());
        Assert.Single(heard.OfType<PaneEvent.TitleChanged>());
        Assert.Equal(heard.Select(one => one.Sequence).Order(), heard.Select(one => one.Sequence));
        Assert.Equal(heard.Count, heard.Select(one => one.Sequence).Distinct().Count());
    }

    private static string State(IPaneView view)
    {
        lock (view.Gate) return $"{view.Cursor} {view.Modes} {view.Title} {view.FirstLine} {view.FirstScreenLine} {string.Join('\n', view.Text())}";
    }
}
