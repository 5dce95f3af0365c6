using System.Diagnostics;
using FleetTui.TerminalHost.Client;
using FleetTui.TerminalHost.Upgrading;

namespace FleetTui.TerminalHost.Tests.Upgrading;

/// <summary>An upgrade that cannot be: nothing is lost, and one sentence says why.</summary>
public class RefusalSpecs
{
    [Fact]
    public async Task A_program_that_cannot_take_over_is_refused_and_everything_goes_on()
    {
        await using var host = await HostProcess.StartAsync();
        await host.RunAsync("one", "echo ready; exec cat");
        await using var view = await host.WatchAsync("one");
        await view.UntilShowsAsync("ready");

        foreach (var (program, words) in new[]
        {
            (host["nothing"], "cannot be started"),
            (host.Script("fails", "exit 3"), "cannot take over: it ended with code 3"),
            (host.Script("objects", "echo fleet: it reads other screens >&2; exit 1"), "cannot take over: it reads other screens."),
            ("relative", "whole path"),

            // Says that it can, and is gone when it must.
            (host.Script("vanishes", "rm -- \"$0\""), "cannot be started"),
        })
        {
            var refusal = await Assert.ThrowsAsync<TerminalHostException>(() => host.UpgradeAsync(program)).WaitAsync(HostFixture.Hang);
            Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
        }

        await host.Host.WriteAsync("one", "still here\n"u8.ToArray(), default);
        await view.UntilShowsAsync("still here");
        Assert.Equal(1, (await host.IdentifyAsync()).Generation);
        Assert.Equal(2, (await host.UpgradeAsync()).Generation);
    }

    [Fact]
    public async Task Of_two_at_once_each_succeeds_or_is_refused_and_nothing_is_lost()
    {
        await using var host = await HostProcess.StartAsync();
        await host.RunAsync("one", "echo ready; exec cat");
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Outcome(host.UpgradeAsync()))).WaitAsync(HostFixture.Hang);
        Assert.Contains("upgraded", outcomes);
        Assert.All(outcomes, outcome => Assert.True(outcome is "upgraded" or "The terminal host is being upgraded already." or "lost", outcome));
        await using var view = await host.WatchAsync("one");
        await host.Host.WriteAsync("one", "still here\n"u8.ToArray(), default);
        await view.UntilShowsAsync("still here");
    }

    [Fact]
    public async Task A_host_that_is_killed_in_its_upgrade_keeps_nobody_waiting()
    {
        foreach (var delay in new[] { 0, 20, 60, 90, 120, 150, 200 })
        {
            var host = await HostProcess.StartAsync();
            await host.RunAsync("one", "yes");
            var other = await host.ConnectAsync();
            var events = Task.Run(async () =>
            {
                await foreach (var _ in other.EventsAsync(default))
                {
                }
            });
            var upgrading = Outcome(host.UpgradeAsync());
            await Task.Delay(delay);
            host.Kill();
            await upgrading.WaitAsync(HostFixture.Hang);
            await Assert.ThrowsAnyAsync<IOException>(() => other.ListAsync(default)).WaitAsync(HostFixture.Hang);
            await Assert.ThrowsAnyAsync<IOException>(() => events).WaitAsync(HostFixture.Hang);
            await other.Closed.WaitAsync(HostFixture.Hang);
            await host.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("1.1", null)]
    [InlineData("1", null)]
    [InlineData("2.1", "it reads hand-overs of version 1, not 2")]
    [InlineData("1.9", "it reads screens of version 1, not 9; 'fleet host upgrade --lose-screens' keeps every program and lets it draw anew")]
    [InlineData("x", "'x' is no version of a hand-over, such as 1.1")]
    public void A_program_says_what_it_can_take_over(string versions, string? objection)
    {
        var screens = Terminal.VirtualTerminal.SnapshotVersion;
        string Now(string text) => text.Replace("1.1", $"1.{screens}", StringComparison.Ordinal).Replace("of version 1, not 9", $"of version {screens}, not 9", StringComparison.Ordinal);
        Assert.Equal(objection is null ? null : Now(objection), HandOverFormat.Objection(Now(versions)));
    }

    [Fact]
    public async Task The_program_may_lie_elsewhere_and_gets_its_own_runtime()
    {
        await using var host = await HostProcess.StartAsync();
        await host.RunAsync("one", "echo ready; exec cat");
        var elsewhere = Directory.CreateDirectory(host["elsewhere"]).FullName;
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory)) File.Copy(file, Path.Combine(elsewhere, Path.GetFileName(file)));
        var program = Path.Combine(elsewhere, Path.GetFileName(HostProcess.Program));

        var after = await host.UpgradeAsync(program);

        Assert.Equal(program, after.Executable);
        Assert.Equal(host.ProcessId, after.ProcessId);
        await host.Host.WriteAsync("one", "still here\n"u8.ToArray(), default);
        await using var view = await host.WatchAsync("one");
        await view.UntilShowsAsync("still here");
    }

    [Fact]
    public async Task Ten_in_a_row_leave_no_descriptor_and_no_memory_behind()
    {
        await using var host = await HostProcess.StartAsync();
        for (var pane = 0; pane < 4; pane++) await host.RunAsync($"p{pane}", "seq 1 5000; exec cat", scrollback: 5000);
        for (var pane = 0; pane < 4; pane++)
        {
            await using var view = await host.WatchAsync($"p{pane}");
            await view.UntilShowsAsync("5000");
        }

        await host.UpgradeAsync();
        await host.Host.ListAsync(default);
        var (descriptors, kilobytes) = (Descriptors(host), Resident(host));
        for (var upgrade = 0; upgrade < 10; upgrade++) await host.UpgradeAsync();
        await host.Host.ListAsync(default);
        Assert.Equal(12, (await host.IdentifyAsync()).Generation);
        var open = Descriptors(host);
        Assert.Equal(4, open.Count(target => target.StartsWith("/dev/pt", StringComparison.Ordinal)));
        Assert.DoesNotContain(open, target => target.StartsWith("/memfd:fleet", StringComparison.Ordinal));
        Assert.Single(open, target => target.EndsWith(".lock", StringComparison.Ordinal));

        // The runtime's own come and go; one more with each upgrade would be ten.
        Assert.InRange(open.Count, 1, descriptors.Count + 9);
        Assert.InRange(Resident(host), 1, kilobytes * 3 / 2);
    }

    private static List<string> Descriptors(HostProcess host) =>
        [.. Directory.GetFiles($"/proc/{host.ProcessId}/fd").Select(link => new FileInfo(link).LinkTarget ?? "")];

    private static long Resident(HostProcess host)
    {
        using var process = Process.GetProcessById(host.ProcessId);
        return process.WorkingSet64 / 1024;
    }

    private static async Task<string> Outcome(Task<HostIdentity> upgrading)
    {
        try
        {
            await upgrading;
            return "upgraded";
        }
        catch (TerminalHostException refusal)
        {
            return refusal.Message;
        }
        catch (IOException)
        {
            return "lost";
        }
    }
}
