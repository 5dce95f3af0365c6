using FleetTui.Terminal.Cells;
using FleetTui.TerminalHost.Client;

namespace FleetTui.TerminalHost.Tests.Screens;

/// <summary>What those who watch a pane see of it.</summary>
public class WatchSpecs
{
    [Fact]
    public async Task A_pane_that_is_not_there_yet_shows_when_it_starts_and_goes_when_it_is_removed()
    {
        await using var fixture = await HostFixture.StartAsync();
        await using var view = await fixture.WatchAsync("one");
        Assert.False(view.Exists);
        await fixture.RunAsync("one", "echo hi");
        await view.UntilShowsAsync("hi");
        await view.UntilEndedAsync();
        await fixture.Host.RemoveAsync("one", default);
        await view.UntilAsync(shown => !shown.Exists);
        Assert.Null(view.Info);
        await fixture.RunAsync("one", "echo again");
        await view.UntilShowsAsync("again");
    }

    [Fact]
    public async Task Every_client_sees_the_same_screen_whenever_it_came_and_whatever_was_printed()
    {
        await using var fixture = await HostFixture.StartAsync();
        await using var early = await fixture.WatchAsync("one");
        await fixture.RunAsync("one", "for i in $(seq 1 300); do printf '\\033[%d;1Hrow %d \\033[3%dm%s\\033[0m\\n' $((i % 24 + 1)) $i $((i % 8)) 日本; [ $((i % 50)) = 0 ] && sleep 0.02; done; seq 1 100; printf '\\033[5;10r\\033[10H\\n\\n\\nend'");
        var late = new List<IPaneView>();
        for (var index = 0; index < 8; index++) late.Add(await fixture.WatchAsync("one", await fixture.ConnectAsync()));
        await early.UntilEndedAsync();
        var capture = await fixture.Host.CaptureAsync("one", 0, default);
        foreach (var view in late.Prepend(early))
        {
            await view.UntilEndedAsync();
            Assert.Equal(capture.Lines, view.Text());
            Assert.Equal((capture.CursorX, capture.CursorY), (view.Cursor.X, view.Cursor.Y));
            Assert.Equal(Cells(early), Cells(view));
            await view.DisposeAsync();
        }
    }

    [Fact]
    public async Task Scrolling_moves_rows_and_only_new_ones_are_sent()
    {
        await using var fixture = await HostFixture.StartAsync();
        await fixture.RunAsync("one", "seq 1 100; while read line; do seq 1000 1002; done");
        await using var view = await fixture.WatchAsync("one");
        await view.UntilShowsAsync("100");
        await fixture.Host.WriteAsync("one", "\r"u8.ToArray(), default);
        await view.UntilShowsAsync("1002");
        var capture = await fixture.Host.CaptureAsync("one", 0, default);
        Assert.Equal(capture.Lines, view.Text());
        Assert.True(view.FirstScreenLine > 0);
    }

    [Fact]
    public async Task A_row_that_did_not_change_keeps_its_version()
    {
        await using var fixture = await HostFixture.StartAsync();
        await fixture.RunAsync("one", "echo first; stty -echo; echo second; read line; printf 'third'; sleep 60");
        await using var view = await fixture.WatchAsync("one");
        await view.UntilShowsAsync("second");
        long first;
        lock (view.Gate) first = view.RowVersion(0);
        await fixture.Host.WriteAsync("one", "\r"u8.ToArray(), default);
        await view.UntilShowsAsync("third");
        lock (view.Gate)
        {
            Assert.Equal(first, view.RowVersion(0));
            Assert.Equal(view.Version, view.RowVersion(2));
        }
    }

    [Fact]
    public async Task A_synchronized_update_is_shown_whole()
    {
        await using var fixture = await HostFixture.StartAsync();
        await using var view = await fixture.WatchAsync("one");
        var torn = false;
        view.Changed += changed =>
        {
            var text = changed.Text();
            if (text.Length > 1 && !string.Equals(text[0], text[1], StringComparison.Ordinal)) torn = true;
        };
        await fixture.RunAsync("one", "for i in $(seq 1 40); do printf '\\033[?2026h\\033[Hframe %d ' $i; sleep 0.02; printf '\\033[2Hframe %d \\033[?2026l' $i; done; sleep 60");
        await view.UntilAsync(shown => shown.Text() is ["frame 40", "frame 40", ..]);
        Assert.False(torn);
    }

    [Fact]
    public async Task A_synchronized_update_that_never_ends_is_shown_after_a_while()
    {
        await using var fixture = await HostFixture.StartAsync();
        await using var view = await fixture.WatchAsync("one");
        await fixture.RunAsync("one", "printf '\\033[?2026hstuck'; sleep 60");
        await view.UntilShowsAsync("stuck");
        Assert.True(view.Modes.SynchronizedOutput);
    }

    [Fact]
    public async Task Frames_of_a_flood_come_at_a_pace_and_the_last_state_always_comes()
    {
        await using var fixture = await HostFixture.StartAsync();
        await using var view = await fixture.WatchAsync("one");
        await fixture.RunAsync("one", "seq 1 300000; echo the end");
        await view.UntilEndedAsync();
        Assert.Contains("the end", view.Text());
        // Far fewer frames than lines: what is in between is never sent.
        Assert.InRange(view.Version, 1, 10_000);
    }

    [Fact]
    public async Task A_flood_of_garbage_leaves_the_other_panes_alone()
    {
        await using var fixture = await HostFixture.StartAsync();
        await fixture.RunAsync("flood", "cat /dev/urandom");
        await fixture.RunAsync("quiet", "stty -echo; echo ready; exec cat");
        await using var flood = await fixture.WatchAsync("flood");
        await using var quiet = await fixture.WatchAsync("quiet");
        await quiet.UntilShowsAsync("ready");
        for (var round = 0; round < 20; round++)
        {
            await fixture.Host.WriteAsync("quiet", System.Text.Encoding.ASCII.GetBytes($"echo {round}.\n"), default).WaitAsync(HostFixture.Hang);
            await quiet.UntilShowsAsync($"echo {round}.");
        }

        await fixture.Host.StopAsync("flood", TimeSpan.FromSeconds(1), default).WaitAsync(HostFixture.Hang);
        await flood.UntilEndedAsync();
    }

    [Fact]
    public async Task A_client_that_does_not_read_holds_nobody_up_and_gets_the_newest_state_when_it_does()
    {
        await using var fixture = await HostFixture.StartAsync();
        await using var fast = await fixture.WatchAsync("one");
        var slowClient = await fixture.ConnectAsync();
        await using var slow = await fixture.WatchAsync("one", slowClient);
        using var reading = new ManualResetEventSlim();
        // Its reading thread stops at the first frame, as a console on a dead link does.
        slow.Changed += _ => reading.Wait(HostFixture.Hang);
        await fixture.RunAsync("one", "for i in $(seq 1 400); do for r in $(seq 1 24); do printf '\\033[%d;1H%s row %d of frame %d' $r 'some text to fill the line with' $r $i; done; sleep 0.005; done; printf '\\033[2J\\033[Hdone'; sleep 60");
        await fast.UntilShowsAsync("done");
        reading.Set();
        await slow.UntilShowsAsync("done");
        Assert.True(slow.Version < fast.Version, $"{slow.Version} < {fast.Version}");
    }

    [Fact]
    public async Task A_watch_that_is_disposed_hears_nothing_more()
    {
        await using var fixture = await HostFixture.StartAsync();
        await fixture.RunAsync("one", "echo ready; exec cat");
        var view = await fixture.WatchAsync("one");
        await view.UntilShowsAsync("ready");
        await view.DisposeAsync();
        var version = view.Version;
        await using var second = await fixture.WatchAsync("one");
        await fixture.Host.WriteAsync("one", "x\r"u8.ToArray(), default);
        await second.UntilShowsAsync("x");
        Assert.Equal(version, view.Version);
    }

    [Fact]
    public async Task Lines_above_the_screen_are_fetched_by_their_numbers()
    {
        await using var fixture = await HostFixture.StartAsync();
        await fixture.RunAsync("one", "for i in $(seq 0 199); do echo line $i; done");
        await using var view = await fixture.WatchAsync("one");
        await view.UntilEndedAsync();
        var lines = await view.LinesAsync(50, 10, default);
        Assert.Equal((50, 10), (lines.From, lines.Lines.Count));
        Assert.Equal(Enumerable.Range(50, 10).Select(number => $"line {number}"), lines.Lines.Select(cells => ViewReading.TextOf(cells)));
        Assert.All(lines.Lines, cells => Assert.Equal(80, cells.Length));
        Assert.Empty((await view.LinesAsync(100_000, 10, default)).Lines);
        Assert.Equal(0, (await view.LinesAsync(-5, 3, default)).From);
    }

    [Fact]
    public async Task Hyperlinks_reach_the_client()
    {
        await using var fixture = await HostFixture.StartAsync();
        await fixture.RunAsync("one", "printf '\\033]8;;https://example.org/a\\033\\\\link\\033]8;;\\033\\\\ plain'");
        await using var view = await fixture.WatchAsync("one");
        await view.UntilEndedAsync();
        lock (view.Gate)
        {
            Assert.Equal("https://example.org/a", view.LinkUri(view.Row(0)[0].Style.Link));
            Assert.Equal(0, view.Row(0)[5].Style.Link);
        }
    }

    private static Cell[] Cells(IPaneView view)
    {
        lock (view.Gate) return [.. Enumerable.Range(0, view.Rows).SelectMany(row => view.Row(row).ToArray())];
    }
}
