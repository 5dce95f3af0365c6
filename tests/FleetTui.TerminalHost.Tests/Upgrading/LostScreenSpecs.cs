using FleetTui.TerminalHost.Client;
using FleetTui.TerminalHost.Panes;
using FleetTui.TerminalHost.Protocol;
using FleetTui.TerminalHost.Pty;
using FleetTui.TerminalHost.Readiness;
using FleetTui.TerminalHost.Upgrading;
using FleetTui.Testing;

namespace FleetTui.TerminalHost.Tests.Upgrading;

public class LostScreenSpecs
{
    [Fact]
    public async Task A_screen_that_cannot_be_read_begins_empty_and_its_program_is_asked_to_draw_anew()
    {
        using var directory = new TemporaryDirectory();
        var told = new List<string>();
        using var pump = new EventPump(2);
        using var deadlines = new DeadlineQueue(pump, TimeProvider.System, bug => told.Add(bug.ToString()));
        var services = new HostServices(TimeProvider.System, pump, deadlines, new IdleTrim(deadlines), problem => told.Add(problem.Message));
        var drawing = new PaneStart(
            "one", ["/bin/sh", "-c", "trap 'echo redrawn' WINCH; touch waiting; while :; do sleep 0.05; done"], directory.Path,
            PaneEnvironment.ForPane([new("PATH", "/usr/bin:/bin")]), 40, 10, 100);
        var started = Assert.IsType<SpawnOutcome.Started>(ProgramStart.Run(drawing, 40, 10));
        while (!File.Exists(directory["waiting"])) await Task.Delay(10, TestContext.Current.CancellationToken);
        var now = TimeProvider.System.GetUtcNow();
        var panes = new PaneTable(services);

        panes.Restore(new PaneHandOver(
            "one",
            new PaneInfo("one", PaneLife.Running, started.ProcessId, null, null, null, 40, 10, "", directory.Path, now, null, now),
            100,
            [1, 2, 3],
            null,
            new ProcessHandOver(started.ProcessId, started.Terminal.Descriptor, [], null),
            new ActivityHandOver(0, false),
            new JournalHandOver(0, [], [], [])));

        var text = "";
        using var hang = new CancellationTokenSource(HostFixture.Hang);
        while (!text.Contains("redrawn", StringComparison.Ordinal))
        {
            await Task.Delay(10, hang.Token);
            var wire = new WireWriter();
            panes.Get("one").Capture(0, wire);
            text = System.Text.Encoding.UTF8.GetString(wire.Written);
        }

        Assert.Contains("the screen was lost", text, StringComparison.Ordinal);
        Assert.StartsWith("The screen of pane one was lost in the upgrade, its program goes on: ", Assert.Single(told), StringComparison.Ordinal);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        panes.Get("one").Stop(TimeSpan.Zero, ended.SetResult);
        await ended.Task.WaitAsync(HostFixture.Hang, TestContext.Current.CancellationToken);
    }
}
