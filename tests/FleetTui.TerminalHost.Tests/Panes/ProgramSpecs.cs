using System.Diagnostics;
using System.Text;
using FleetTui.TerminalHost.Client;

namespace FleetTui.TerminalHost.Tests.Panes;

/// <summary>Programs on real pseudo-terminals, as a client sees them.</summary>
public class ProgramSpecs
{
    [Fact]
    public async Task A_program_prints_reads_what_is_typed_and_its_exit_code_is_told()
    {
        await using var fixture = await HostFixture.StartAsync();
        var started = await fixture.RunAsync("one", "echo ready; read line; echo got $line; exit 7");
        Assert.Equal(PaneLife.Running, started.Life);
        Assert.True(started.ProcessId > 0);

        await using var view = await fixture.WatchAsync("one");
        await view.UntilShowsAsync("ready");
        await fixture.Host.WriteAsync("one", "hello\r"u8.ToArray(), default);
        await view.UntilEndedAsync();

        Assert.Equal(["ready", "hello", "got hello"], view.Text()[..3]);
        Assert.Equal((PaneLife.Exited, 7, null), (view.Info!.Life, view.Info.ExitCode, view.Info.Signal));
    }

    [Fact]
    public async Task A_program_ended_by_a_signal_tells_which()
    {
        await using var fixture = await HostFixture.StartAsync();
        await fixture.RunAsync("one", "kill -TERM $$");
        await using var view = await fixture.WatchAsync("one");
        await view.UntilEndedAsync();
        Assert.Equal((null, 15), (view.Info!.ExitCode, view.Info.Signal));
    }

    [Fact]
    public async Task A_program_leads_a_session_with_the_pane_as_its_terminal_and_no_signal_ignored()
    {
        await using var fixture = await HostFixture.StartAsync();
        var started = await fixture.RunAsync("one", "ps -o sid=,pgid=,tpgid=,tty= -p $$; grep SigIgn /proc/$$/status; ls /proc/$$/fd; echo end; sleep 60", rows: 40);
        await using var view = await fixture.WatchAsync("one");
        await view.UntilShowsAsync("end");
        var rows = view.Text();
        var ids = rows[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal([$"{started.ProcessId}", $"{started.ProcessId}", $"{started.ProcessId}"], ids[..3]);
        Assert.StartsWith("pts/", ids[3], StringComparison.Ordinal);
        // Bits 31 and 32 are the C library's own signals, which it always leaves ignored in what it spawns.
        Assert.Matches("SigIgn:\\s+0000000[01][08]0000000$", rows[1]);
        Assert.Equal(["0", "1", "2"], rows[2].Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(fd => int.Parse(fd, System.Globalization.CultureInfo.InvariantCulture) < 10));
    }

    [Fact]
    public async Task A_program_knows_its_size_and_is_told_when_it_changes()
    {
        await using var fixture = await HostFixture.StartAsync();
        await fixture.RunAsync("one", "trap 'stty size' WINCH; stty size; while :; do sleep 0.05; done", columns: 90, rows: 30);
        await using var view = await fixture.WatchAsync("one");
        await view.UntilShowsAsync("30 90");
        await fixture.Host.ResizeAsync("one", 100, 35, default);
        await view.UntilShowsAsync("35 100");
        Assert.Equal((100, 35), (view.Columns, view.Rows));
        Assert.Equal((100, 35), (view.Info!.Columns, view.Info.Rows));
    }

    [Fact]
    public async Task A_program_gets_exactly_the_environment_and_directory_it_is_given()
    {
        await using var fixture = await HostFixture.StartAsync();
        var start = fixture.Start("one", ["/usr/bin/env"]) with { Environment = new Dictionary<string, string> { ["A"] = "ä b", ["TERM"] = "xterm-256color" } };
        await fixture.Host.StartAsync(start, default);
        await using var view = await fixture.WatchAsync("one");
        await view.UntilEndedAsync();
        Assert.Equal(["A=ä b", "TERM=xterm-256color"], view.Text().Where(row => row.Length > 0).Order(StringComparer.Ordinal));

        await fixture.Host.StartAsync(fixture.Start("two", ["pwd"]), default);
        await using var second = await fixture.WatchAsync("two");
        await second.UntilShowsAsync(fixture.WorkingDirectory);
    }

    [Theory]
    [InlineData("no-such-agent", "no-such-agent was not found on PATH.")]
    [InlineData("./missing", "./missing does not exist.")]
    [InlineData("./plain", "./plain is not executable: chmod +x it.")]
    [InlineData("/tmp", "/tmp is a directory, not a program.")]
    public async Task A_command_that_cannot_run_fails_with_the_reason_in_its_pane(string command, string reason)
    {
        await using var fixture = await HostFixture.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(fixture.WorkingDirectory, "plain"), "text");
        var info = await fixture.Host.StartAsync(fixture.Start("one", [command]), default);
        Assert.Equal((PaneLife.Failed, reason), (info.Life, info.Failure));
        await using var view = await fixture.WatchAsync("one");
        Assert.Equal(reason, view.Text()[0]);
    }

    [Fact]
    public async Task A_working_directory_that_is_missing_fails_with_the_reason()
    {
        await using var fixture = await HostFixture.StartAsync();
        var info = await fixture.Host.StartAsync(fixture.Start("one", ["sh"]) with { WorkingDirectory = "/no/such/place" }, default);
        Assert.Equal("The working directory /no/such/place does not exist.", info.Failure);
    }

    [Fact]
    public async Task A_script_without_an_interpreter_line_is_told_as_such()
    {
        await using var fixture = await HostFixture.StartAsync();
        var script = Path.Combine(fixture.WorkingDirectory, "script");
        await File.WriteAllTextAsync(script, "echo hi");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var info = await fixture.Host.StartAsync(fixture.Start("one", ["./script"]), default);
        Assert.Contains("a script needs a first line such as #!/bin/sh.", info.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_running_pane_is_not_started_twice()
    {
        await using var fixture = await HostFixture.StartAsync();
        await fixture.RunAsync("one", "sleep 60");
        var refusal = await Assert.ThrowsAsync<TerminalHostException>(() => fixture.RunAsync("one", "true"));
        Assert.Equal("Pane one is running: stop it first.", refusal.Message);
    }

    [Fact]
    public async Task All_output_is_there_when_the_end_is_told()
    {
        await using var fixture = await HostFixture.StartAsync();
        for (var round = 0; round < 10; round++)
        {
            await fixture.RunAsync("one", "seq 1 5000; echo last; exit 3");
            await using var view = await fixture.WatchAsync("one");
            await view.UntilEndedAsync();
            Assert.Contains("last", view.Text());
        }
    }

    [Fact]
    public async Task A_program_that_asks_the_terminal_is_answered()
    {
        await using var fixture = await HostFixture.StartAsync();
        await fixture.RunAsync("one", "stty raw -echo min 1; printf '\\033[5;7H\\033[6n'; answer=$(dd bs=1 count=6 2>/dev/null | tr -d '\\033'); stty sane; echo; echo \"<$answer>\"");
        await using var view = await fixture.WatchAsync("one");
        await view.UntilEndedAsync();
        Assert.Contains("<[5;7R>", view.Text());
    }

    [Fact]
    public async Task What_a_stopped_program_left_behind_is_ended_with_it()
    {
        await using var fixture = await HostFixture.StartAsync();
        await fixture.RunAsync("one", "trap '' HUP; (trap '' HUP; exec sleep 1000) & echo child $!; wait");
        await using var view = await fixture.WatchAsync("one");
        await view.UntilShowsAsync("child");
        var child = view.Text()[0]["child ".Length..];
        await fixture.Host.StopAsync("one", TimeSpan.FromMilliseconds(50), default).WaitAsync(HostFixture.Hang);
        await view.UntilEndedAsync();
        Assert.Equal(9, view.Info!.Signal);
        // The kernel ends it a moment after the signal.
        var asked = Stopwatch.StartNew();
        while (IsAlive(child) && asked.Elapsed < HostFixture.Hang) await Task.Delay(5);
        Assert.False(IsAlive(child), $"process {child} lives on");
    }

    [Fact]
    public async Task A_program_that_ends_at_hang_up_is_not_killed()
    {
        await using var fixture = await HostFixture.StartAsync();
        await fixture.RunAsync("one", "trap 'exit 42' HUP; echo ready; while :; do sleep 0.05; done");
        await using var view = await fixture.WatchAsync("one");
        await view.UntilShowsAsync("ready");
        await fixture.Host.StopAsync("one", HostFixture.Hang, default).WaitAsync(HostFixture.Hang);
        await view.UntilEndedAsync();
        Assert.Equal(42, view.Info!.ExitCode);
    }

    [Fact]
    public async Task A_big_paste_arrives_whole_at_a_program_that_reads_slowly()
    {
        await using var fixture = await HostFixture.StartAsync();
        await fixture.RunAsync("one", "stty raw -echo; echo ready; sleep 0.3; head -c 600000 | cksum; sleep 60");
        await using var view = await fixture.WatchAsync("one");
        await view.UntilShowsAsync("ready");
        var text = new string('x', 600_000);
        await fixture.Host.WriteAsync("one", Encoding.UTF8.GetBytes(text), default);
        await view.UntilShowsAsync("600000");
        Assert.Contains(view.Text(), row => row.Trim().StartsWith($"{Cksum(text)} 600000", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Input_for_a_program_that_never_reads_is_refused_when_too_much_waits()
    {
        await using var fixture = await HostFixture.StartAsync();
        await fixture.RunAsync("one", "stty raw -echo; echo ready; sleep 60");
        await using var view = await fixture.WatchAsync("one");
        await view.UntilShowsAsync("ready");
        var chunk = new byte[300_000];
        var refusal = await Assert.ThrowsAsync<TerminalHostException>(async () =>
        {
            for (var round = 0; round < 10; round++) await fixture.Host.WriteAsync("one", chunk, default);
        });
        Assert.Contains("does not read its input", refusal.Message, StringComparison.Ordinal);
        await fixture.RunAsync("two", "echo fine");
        await using var other = await fixture.WatchAsync("two");
        await other.UntilShowsAsync("fine");
    }

    private static bool IsAlive(string process) =>
        File.Exists($"/proc/{process}/stat") && !File.ReadAllText($"/proc/{process}/stat").Contains(") Z", StringComparison.Ordinal);

    /// <summary>POSIX cksum: CRC-32 (polynomial 04C11DB7) over the bytes and their count.</summary>
    private static uint Cksum(string text)
    {
        uint crc = 0;
        void Add(byte value)
        {
            crc ^= (uint)value << 24;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 0x80000000) != 0 ? (crc << 1) ^ 0x04C11DB7 : crc << 1;
        }

        foreach (var value in Encoding.ASCII.GetBytes(text)) Add(value);
        for (var length = text.Length; length != 0; length >>= 8) Add((byte)length);
        return ~crc;
    }
}
