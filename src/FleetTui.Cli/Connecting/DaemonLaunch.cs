using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.Processes;

namespace FleetTui.Cli.Connecting;

/// <summary>Starts the daemon in a session of its own and waits until it answers.</summary>
internal static class DaemonLaunch
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(15);

    /// <exception cref="FleetApiException">It did not come up; the message is the daemon's own.</exception>
    public static async Task<IFleetApi> StartAsync(FleetPlace place, Func<Task<IFleetApi?>> connect, CliContext context, CancellationToken cancellation)
    {
        var log = Path.Combine(place.Paths.LogDirectory, "daemon.log");
        var told = File.Exists(log) ? new FileInfo(log).Length : 0;
        DemandWritable(place, log);
        var daemon = Start(place, log);
        var began = context.Time.GetTimestamp();
        for (var wait = ShortestWait; ; wait = wait * 1.5 < LongestWait ? wait * 1.5 : LongestWait)
        {
            // Asked before looking whether it ended: another daemon may have won the start, and then ours ends at once.
            var ended = daemon.Ended.IsCompleted;
            if (await connect() is { } fleet)
            {
                return fleet;
            }

            if (ended)
            {
                throw Failed(await daemon.Ended, log, told);
            }

            if (context.Time.GetElapsedTime(began) > Patience)
            {
                throw new FleetApiException(ExitCode.Unreachable, $"the daemon did not answer within {Patience.TotalSeconds:0} s; see {log}");
            }

            await Task.WhenAny(daemon.Ended, Task.Delay(wait, context.Time, cancellation));
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Told here with what to do: a start that fails because of it would blame the program.</summary>
    private static void DemandWritable(FleetPlace place, string log)
    {
        try
        {
            Directory.CreateDirectory(place.Paths.StateDirectory, Private);
            Directory.CreateDirectory(place.Paths.LogDirectory, Private);
            using var file = new FileStream(log, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new FleetApiException(
                ExitCode.Input,
                $"the fleet keeps its state in {place.Paths.StateDirectory}, which cannot be written: make {place.Paths.CommonDirectory} writable for you ({failure.Message.TrimEnd('.')})",
                failure);
        }
    }

    private static DetachedProcess Start(FleetPlace place, string log)
    {
        var command = new Command(Executable.Path, [.. Executable.Arguments, "daemon", "-C", place.Repository.Root]) { WorkingDirectory = place.Repository.Root };
        try
        {
            return DetachedProcess.Start(command, log);
        }
        catch (Exception failure) when (failure is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw new FleetApiException(ExitCode.Unreachable, $"the daemon cannot be started: {failure.Message}", failure);
        }
    }

    private static FleetApiException Failed(CommandEnd end, string log, long told)
    {
        var code = end is CommandEnd.Exited { Code: ExitCode.No or ExitCode.Input or ExitCode.Unreachable } exited ? exited.Code : ExitCode.Unreachable;
        var message = LastWords(log, told);
        return new FleetApiException(code, message.Length > 0 ? message : $"the daemon ended at once; see {log}");
    }

    /// <summary>What it wrote since it was started, without its own name before each line.</summary>
    private static string LastWords(string log, long from)
    {
        try
        {
            using var file = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            file.Seek(Math.Min(from, file.Length), SeekOrigin.Begin);
            using var reader = new StreamReader(file);
            var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return string.Join('\n', lines.Select(WithoutName));
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static string WithoutName(string line)
    {
        foreach (var name in (string[])["fleet daemon: ", "fleet: "])
        {
            if (line.StartsWith(name, StringComparison.Ordinal))
            {
                return line[name.Length..];
            }
        }

        return line;
    }
}
