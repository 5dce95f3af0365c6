using System.Diagnostics;
using FleetTui.TerminalHost.Client;

namespace FleetTui.TerminalHost.Tests.Server;

/// <summary>How a host ends, and what becomes of its programs.</summary>
public class EndSpecs
{
    [Fact]
    public async Task Shutdown_ends_every_program_then_the_host()
    {
        await using var fixture = await HostFixture.StartAsync();
        var mild = await fixture.RunAsync("mild", "sleep 1000");
        var deaf = await fixture.RunAsync("deaf", "trap '' HUP TERM; while :; do sleep 0.05; done");
        await fixture.Host.ShutdownAsync(default);
        Assert.Equal(0, await fixture.Running.WaitAsync(HostFixture.Hang));
        await fixture.Host.Closed.WaitAsync(HostFixture.Hang);
        Assert.False(Directory.Exists($"/proc/{mild.ProcessId}"));
        Assert.False(Directory.Exists($"/proc/{deaf.ProcessId}"));
        Assert.False(File.Exists(fixture.SocketPath));
    }

    [Fact]
    public async Task A_client_that_goes_away_takes_no_pane_with_it()
    {
        await using var fixture = await HostFixture.StartAsync();
        var other = await fixture.ConnectAsync();
        await other.StartAsync(fixture.Start("one", ["sh", "-c", "echo ready; exec cat"]), default);
        await using (var view = await fixture.WatchAsync("one", other)) await view.UntilShowsAsync("ready");
        await other.DisposeAsync();
        await other.Closed.WaitAsync(HostFixture.Hang);
        var info = Assert.Single(await fixture.Host.ListAsync(default));
        Assert.Equal(PaneLife.Running, info.Life);
        await using var second = await fixture.WatchAsync("one");
        await second.UntilShowsAsync("ready");
    }

    [Fact]
    public async Task Calls_for_a_pane_that_is_not_there_are_refused()
    {
        await using var fixture = await HostFixture.StartAsync();
        var refusal = await Assert.ThrowsAsync<TerminalHostException>(() => fixture.Host.WriteAsync("none", "x"u8.ToArray(), default));
        Assert.Equal("There is no pane none.", refusal.Message);
        await Assert.ThrowsAsync<TerminalHostException>(() => fixture.Host.ResizeAsync("none", 10, 10, default));
        await Assert.ThrowsAsync<TerminalHostException>(() => fixture.Host.StopAsync("none", TimeSpan.Zero, default));
        await Assert.ThrowsAsync<TerminalHostException>(() => fixture.Host.StartAsync(fixture.Start("", ["true"]), default));
        await Assert.ThrowsAsync<TerminalHostException>(() => fixture.Host.StartAsync(fixture.Start("a", []), default));
    }

    [Fact]
    public async Task Other_children_of_this_process_keep_their_exit_codes()
    {
        await using var fixture = await HostFixture.StartAsync();
        using var child = Process.Start("/bin/sh", ["-c", "exit 9"]);
        await fixture.RunAsync("one", "exit 3");
        await using var view = await fixture.WatchAsync("one");
        await view.UntilEndedAsync();
        await child.WaitForExitAsync().WaitAsync(HostFixture.Hang);
        Assert.Equal((9, 3), (child.ExitCode, view.Info!.ExitCode));
    }
}
