using FleetTui.TerminalHost.Client;

namespace FleetTui.TerminalHost.Tests.Panes;

public class RestartSpecs
{
    [Fact]
    public async Task A_restart_keeps_the_scrollback_above_a_line_and_begins_on_an_empty_screen()
    {
        await using var fixture = await HostFixture.StartAsync();
        await fixture.RunAsync("one", "seq 1 100; echo bye");
        await using var view = await fixture.WatchAsync("one");
        await view.UntilEndedAsync();
        await fixture.RunAsync("one", "echo hello again; sleep 60");
        await view.UntilShowsAsync("hello again");

        Assert.Equal("hello again", view.Text()[0]);
        Assert.Equal(PaneLife.Running, view.Info!.Life);
        var capture = await fixture.Host.CaptureAsync("one", 10_000, default);
        var mark = capture.Lines.ToList().FindIndex(line => line.StartsWith("── started again ", StringComparison.Ordinal));
        Assert.Equal("bye", capture.Lines[mark - 1]);
        Assert.Equal("1", capture.Lines[0]);
        Assert.Equal("hello again", capture.Lines[mark + 1]);
    }

    [Fact]
    public async Task Nothing_of_the_old_programs_modes_is_left()
    {
        await using var fixture = await HostFixture.StartAsync();
        await fixture.RunAsync("one", "echo main; printf '\\033[?1049h\\033[?1003h\\033[?1006h\\033[?2004h\\033[?1004h\\033[?1h\\033[?25l\\033[3;5r\\033[>5u\\033[31m\\033]2;title\\007alternate'");
        await using var view = await fixture.WatchAsync("one");
        await view.UntilEndedAsync();
        Assert.True(view.Modes.AlternateScreen);
        await fixture.RunAsync("one", "echo x; sleep 60");
        await view.UntilAsync(shown => shown.Text()[0] == "x");
        var fresh = await FreshModesAsync(fixture);
        Assert.Equal(fresh, view.Modes);
        Assert.True(view.Cursor.Visible);
        Assert.Equal("", view.Title);
        lock (view.Gate) Assert.Equal(default, view.Row(0)[0].Style);
        var capture = await fixture.Host.CaptureAsync("one", 100, default);
        Assert.Contains("main", capture.Lines);
        Assert.DoesNotContain("alternate", capture.Lines);
    }

    [Fact]
    public async Task A_restart_may_have_another_size()
    {
        await using var fixture = await HostFixture.StartAsync();
        await fixture.RunAsync("one", "seq 1 50");
        await using var view = await fixture.WatchAsync("one");
        await view.UntilEndedAsync();
        await fixture.RunAsync("one", "stty size; sleep 60", columns: 60, rows: 15);
        await view.UntilShowsAsync("15 60");
        Assert.Equal((60, 15), (view.Columns, view.Rows));
    }

    [Fact]
    public async Task A_restart_has_the_scrollback_limit_it_is_given()
    {
        await using var fixture = await HostFixture.StartAsync();
        await fixture.RunAsync("one", "seq 1 500");
        await using var view = await fixture.WatchAsync("one");
        await view.UntilEndedAsync();
        await fixture.Host.StartAsync(fixture.Start("one", ["sh", "-c", "seq 1 500; echo once; exec cat"]) with { ScrollbackLines = 50 }, default);
        await view.UntilShowsAsync("once");
        Assert.Equal(50, view.FirstScreenLine - view.FirstLine);
        await fixture.Host.StopAsync("one", TimeSpan.Zero, default);
        await fixture.Host.StartAsync(fixture.Start("one", ["sh", "-c", "seq 1 500; echo twice; exec cat"]) with { ScrollbackLines = 400 }, default);
        await view.UntilShowsAsync("twice");
        Assert.Equal(400, view.FirstScreenLine - view.FirstLine);
    }

    [Fact]
    public async Task A_command_that_failed_can_be_started_again()
    {
        await using var fixture = await HostFixture.StartAsync();
        Assert.Equal(PaneLife.Failed, (await fixture.Host.StartAsync(fixture.Start("one", ["no-such-program"]), default)).Life);
        var info = await fixture.RunAsync("one", "echo now; sleep 60");
        Assert.Equal((PaneLife.Running, null, null), (info.Life, info.Failure, info.EndedAt));
        var capture = await fixture.Host.CaptureAsync("one", 100, default);
        Assert.Equal("no-such-program was not found on PATH.", capture.Lines[0]);
    }

    private static async Task<FleetTui.Terminal.TerminalModes> FreshModesAsync(HostFixture fixture)
    {
        await fixture.RunAsync("fresh", "echo x; sleep 60");
        await using var view = await fixture.WatchAsync("fresh");
        await view.UntilShowsAsync("x");
        return view.Modes;
    }
}
