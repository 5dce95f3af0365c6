using System.Globalization;
using System.Text;
using FleetTui.Testing;

namespace FleetTui.Processes.Tests;

public sealed class CommandExecutionSpecs
{
    private static Command Shell(string script) => new("sh", "-c", script) { Deadline = TimeSpan.FromSeconds(60) };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Output_errors_and_the_exit_code_come_back()
    {
        var result = await Shell("echo out; echo err >&2; exit 7").RunAsync(Cancellation);

        Assert.Equal(new CommandEnd.Exited(7), result.End);
        Assert.Equal("out\n", result.OutputText);
        Assert.Equal("err\n", result.ErrorText);
        Assert.False(result.Succeeded);
    }

    [Fact]
    public async Task Input_larger_than_a_pipe_comes_through_unchanged()
    {
        var bytes = new byte[3_000_000];
        new Random(1).NextBytes(bytes);

        var result = await new Command("cat") { Input = bytes }.RunAsync(Cancellation);

        Assert.True(result.Output.Span.SequenceEqual(bytes));
    }

    [Fact]
    public async Task A_child_that_does_not_read_its_input_hangs_nothing()
    {
        var result = await new Command("true") { Input = new byte[3_000_000] }.RunAsync(Cancellation);

        Assert.True(result.Succeeded);
    }

    [Fact]
    public async Task Without_input_the_child_reads_an_end_of_file()
    {
        var result = await new Command("cat").RunAsync(Cancellation);

        Assert.True(result.Succeeded);
        Assert.True(result.Output.IsEmpty);
    }

    [Fact]
    public async Task The_child_leads_a_session_of_its_own()
    {
        var result = await Shell("ps -o sid= -o pgid= -o tty= -p $$; echo $$").RunAsync(Cancellation);

        var lines = result.OutputText.Split('\n');
        var fields = lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal([lines[1], lines[1], "?"], fields);
    }

    [Fact]
    public async Task At_the_deadline_the_whole_group_ends_grandchildren_too()
    {
        using var directory = new TemporaryDirectory();
        var pidFile = directory["pid"];

        var result = await (Shell($"sleep 1000 & echo $! > '{pidFile}'; wait") with { Deadline = TimeSpan.FromMilliseconds(300) }).RunAsync(Cancellation);

        Assert.IsType<CommandEnd.TimedOut>(result.End);
        Assert.True(await GoneAsync(int.Parse(await File.ReadAllTextAsync(pidFile, Cancellation), CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_child_that_ignores_the_polite_signal_is_killed_after_its_grace()
    {
        var command = Shell("trap '' TERM; while :; do sleep 1; done") with { Deadline = TimeSpan.FromMilliseconds(100), Grace = TimeSpan.FromMilliseconds(100) };

        Assert.IsType<CommandEnd.TimedOut>((await command.RunAsync(Cancellation)).End);
    }

    [Fact]
    public async Task Cancelling_ends_the_child_and_throws()
    {
        using var cancelling = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var pid = 0;

        var run = Shell("echo $$; sleep 1000").RunAsync(line =>
        {
            pid = int.Parse(line, CultureInfo.InvariantCulture);
            cancelling.Cancel();
        }, cancelling.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.True(await GoneAsync(pid));
    }

    [Fact]
    public async Task A_grandchild_that_keeps_the_pipes_open_does_not_hold_us()
    {
        var result = await Shell("sleep 1000 & echo $!").RunAsync(Cancellation);

        Assert.True(result.Succeeded);
        var left = int.Parse(result.OutputText, CultureInfo.InvariantCulture);
        using var process = System.Diagnostics.Process.GetProcessById(left);
        process.Kill();
    }

    [Fact]
    public async Task More_output_than_the_limit_is_cut_and_said_so()
    {
        var result = await (Shell("head -c 1000000 /dev/zero") with { OutputLimit = 1000 }).RunAsync(Cancellation);

        Assert.True(result.Truncated);
        Assert.Equal(1000, result.Output.Length);
        Assert.True(result.Succeeded);
    }

    [Fact]
    public async Task Lines_come_one_by_one_even_the_last_without_an_end()
    {
        var lines = new List<string>();

        await Shell("printf 'a\\n\\nb å'").RunAsync(lines.Add, Cancellation);

        Assert.Equal(["a", "", "b å"], lines);
    }

    [Fact]
    public async Task The_environment_is_changed_as_asked()
    {
        var command = Shell("echo \"$FLEET_A-${HOME-unset}\"") with { Environment = new Dictionary<string, string?> { ["FLEET_A"] = "1 ü", ["HOME"] = null } };

        Assert.Equal("1 ü-unset\n", (await command.RunAsync(Cancellation)).OutputText);
    }

    [Fact]
    public async Task It_runs_where_it_is_told()
    {
        using var directory = new TemporaryDirectory();

        var result = await (Shell("pwd") with { WorkingDirectory = directory.Path }).RunAsync(Cancellation);

        Assert.Equal(directory.Path, result.OutputText.TrimEnd());
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_a_result_that_names_it()
    {
        var result = await new Command("no-such-program-here").RunAsync(Cancellation);

        Assert.IsType<CommandEnd.NotStarted>(result.End);
        Assert.Contains("no-such-program-here", result.ErrorText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_that_is_not_there_is_not_taken_for_a_missing_program()
    {
        var result = await (Shell("true") with { WorkingDirectory = "/no/such/place" }).RunAsync(Cancellation);

        Assert.Contains("/no/such/place", result.ErrorText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signal_from_elsewhere_is_told()
    {
        Assert.Equal(new CommandEnd.Signalled(9), (await Shell("kill -9 $$").RunAsync(Cancellation)).End);
    }

    [Fact]
    public async Task Children_get_a_broken_pipe_signal_as_usual()
    {
        // The runtime ignores SIGPIPE; a child that inherited that would never end here.
        var result = await Shell("yes | head -n 1").RunAsync(Cancellation);

        Assert.Equal("y\n", result.OutputText);
    }

    [Fact]
    public async Task No_descriptor_of_ours_leaks_into_a_child()
    {
        // Pipes this process itself inherited are there always; those of fifteen siblings and an open file must not come on top.
        // (Other descriptors are not counted: the runtime itself has files of /proc open for an instant.)
        using var directory = new TemporaryDirectory();
        using var file = new FileStream(directory["open"], FileMode.Create);
        var script = $"ls -l /proc/self/fd | grep -c -e pipe: -e {directory.Path}";
        var alone = (await Shell(script).RunAsync(Cancellation)).OutputText;

        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Shell(script).RunAsync(Cancellation)));

        Assert.All(results, r => Assert.Equal(alone, r.OutputText));
        Assert.DoesNotContain(directory.Path, (await Shell("ls -l /proc/self/fd").RunAsync(Cancellation)).OutputText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_lived_process_answers_again_and_again()
    {
        using var process = LongLivedProcess.Start(new Command("cat"));
        using var reader = new StreamReader(process.Output, leaveOpen: true);

        for (var i = 0; i < 3; i++)
        {
            process.Input.Write(Encoding.UTF8.GetBytes($"line {i}\n"));
            process.Input.Flush();
            Assert.Equal($"line {i}", reader.ReadLine());
        }
    }

    [Fact]
    public async Task A_detached_process_writes_its_log_and_its_end_is_told()
    {
        using var directory = new TemporaryDirectory();
        var log = directory["logs/daemon.log"];

        var process = DetachedProcess.Start(Shell("echo hello; echo there >&2; exit 3"), log);

        Assert.Equal(new CommandEnd.Exited(3), await process.Ended.WaitAsync(TimeSpan.FromSeconds(60), Cancellation));
        Assert.Equal("hello\nthere\n", await File.ReadAllTextAsync(log, Cancellation));
    }

    [Fact]
    public void A_command_reads_as_typed()
    {
        Assert.Equal("git commit -m 'it'\\''s here' ''", new Command("git", "commit", "-m", "it's here", "").ToString());
    }

    private static async Task<bool> GoneAsync(int pid)
    {
        for (var i = 0; i < 200; i++)
        {
            // A zombie that init has not reaped yet is gone as well.
            if (!File.Exists($"/proc/{pid}/stat") || (await File.ReadAllTextAsync($"/proc/{pid}/stat", Cancellation)).Contains(") Z ", StringComparison.Ordinal))
                return true;
            await Task.Delay(20, Cancellation);
        }

        return false;
    }
}
