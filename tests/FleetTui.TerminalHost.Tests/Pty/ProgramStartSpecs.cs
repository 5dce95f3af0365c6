using System.Text;
using FleetTui.TerminalHost.Client;
using FleetTui.TerminalHost.Pty;

namespace FleetTui.TerminalHost.Tests.Pty;

public class ProgramStartSpecs
{
    [Fact]
    public void A_program_runs_on_the_slave_and_is_reaped_with_its_code()
    {
        var start = new PaneStart("p", ["sh", "-c", "stty size; exit 5"], "/", new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin" }, 91, 17, 0);
        var started = Assert.IsType<SpawnOutcome.Started>(ProgramStart.Run(start, 91, 17));
        using var terminal = started.Terminal;
        Assert.Equal(new ChildExit(5, null), Reaped(started.ProcessId));
        var buffer = new byte[100];
        var count = terminal.Read(buffer);
        Assert.Equal("17 91\r\n", Encoding.UTF8.GetString(buffer, 0, count));
        Assert.Equal(-1, terminal.Read(buffer));
    }

    [Fact]
    public void Only_a_child_of_ours_is_reaped() => Assert.Null(ChildExit.Reap(1));

    [Fact]
    public void Erasing_in_line_mode_knows_characters_of_several_bytes()
    {
        var start = new PaneStart("p", ["stty", "-a"], "/", new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin" }, 200, 24, 0);
        var started = Assert.IsType<SpawnOutcome.Started>(ProgramStart.Run(start, 200, 24));
        using var terminal = started.Terminal;
        Reaped(started.ProcessId);
        var text = new StringBuilder();
        var buffer = new byte[4096];
        for (var count = terminal.Read(buffer); count > 0; count = terminal.Read(buffer)) text.Append(Encoding.UTF8.GetString(buffer, 0, count));
        Assert.Contains(" iutf8", text.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0x0700, 7, null)]
    [InlineData(0x000f, null, 15)]
    [InlineData(0x008b, null, 11)]
    public void A_wait_status_is_a_code_or_a_signal(int status, int? code, int? signal) =>
        Assert.Equal(new ChildExit(code, signal), ChildExit.FromWaitStatus(status));

    private static ChildExit? Reaped(int process)
    {
        ChildExit.AwaitEnd(process);
        return ChildExit.Reap(process);
    }
}
