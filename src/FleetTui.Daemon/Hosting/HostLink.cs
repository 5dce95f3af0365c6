using FleetTui.Processes;
using FleetTui.TerminalHost;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Daemon.Hosting;

/// <summary>
/// Keeps the daemon connected to the terminal host: adopts the one that runs, starts one when none does, and again when it goes. The host outlives the daemon.
/// </summary>
/// <param name="program">The command that is <c>fleet</c> itself.</param>
internal sealed class HostLink(
    string socketPath,
    IReadOnlyList<string> program,
    IReadOnlyDictionary<string, string> environment,
    string logFile,
    IHostListener listener,
    TimeProvider clock,
    Action<string> tell)
{
    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private Task<TerminalHostClient>? beginning;
    private readonly TaskCompletionSource tried = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The host that answers now, or null.</summary>
    public ITerminalHost? Current { get; private set; }

    /// <summary>Why there is none; null when all is well or nothing is known yet.</summary>
    public string? Problem { get; private set; }

    /// <summary>Completes when the first attempt has succeeded or failed.</summary>
    public Task Tried => tried.Task;

    /// <summary>Looks for the host, or starts it, at once: it comes up while the daemon gets ready to be told of it by <see cref="RunAsync"/>.</summary>
    public void Begin(CancellationToken cancellation) => beginning = Task.Run(() => FindAsync(cancellation), cancellation);

    /// <summary>Runs until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var pause = FirstPause;
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await using var host = await (Interlocked.Exchange(ref beginning, null) ?? FindAsync(cancellation));
                var began = clock.GetTimestamp();
                await FollowAsync(host, cancellation);
                pause = clock.GetElapsedTime(began) > LongestPause ? FirstPause : pause;
                Problem = "The terminal host ended; it is started again.";
                tell("the terminal host ended");
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error) when (error is IOException or TerminalHostException or InvalidOperationException)
            {
                Problem = $"The terminal host cannot be used: {error.Message} Its log is {logFile}.";
                tell(Problem);
            }
            finally
            {
                Lose();
                tried.TrySetResult();
            }

            await Task.Delay(pause, clock, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private async Task FollowAsync(TerminalHostClient host, CancellationToken cancellation)
    {
        var panes = await host.ListAsync(cancellation);
        Current = host;
        Problem = null;
        listener.HostFound(host, panes);
        tried.TrySetResult();
        await foreach (var happened in host.EventsAsync(cancellation))
        {
            listener.Happened(happened);
        }
    }

    private void Lose()
    {
        if (Current is not null)
        {
            Current = null;
            listener.HostLost();
        }
    }

    private async Task<TerminalHostClient> FindAsync(CancellationToken cancellation)
    {
        if (await TryConnectAsync(cancellation) is { } running)
        {
            return running;
        }

        var start = new Command(program[0], [.. program.Skip(1), "host", "--socket", socketPath]) { WorkingDirectory = "/" };
        var started = DetachedProcess.Start(start, logFile);
        tell($"started the terminal host, pid {started.Pid}");
        using var deadline = new CancellationTokenSource(StartDeadline, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        for (var wait = 5; ; wait = Math.Min(wait + 1, 100))
        {
            if (await TryConnectAsync(cancellation) is { } host)
            {
                return host;
            }

            if (started.Ended.IsCompleted)
            {
                throw new IOException($"it ended at once ({await started.Ended}).");
            }

            if (deadline.IsCancellationRequested)
            {
                throw new IOException($"it does not answer at {socketPath} {StartDeadline.TotalSeconds:0} s after its start.");
            }

            // Its socket appearing is not yet its listening, so there is nothing to be notified of: a few short waits, at its start only.
            await Task.WhenAny(Task.Delay(TimeSpan.FromMilliseconds(wait), clock, both.Token), started.Ended);
        }
    }

    private async Task<TerminalHostClient?> TryConnectAsync(CancellationToken cancellation)
    {
        try
        {
            return await TerminalHostClient.ConnectAsync(socketPath, cancellation);
        }
        catch (IOException)
        {
            return null;
        }
        catch (TerminalHostException mismatch)
        {
            await BringHereAsync(mismatch, cancellation);
            return await TerminalHostClient.ConnectAsync(socketPath, cancellation);
        }
    }

    /// <summary>A host of an older build that speaks another protocol is of no use to this daemon: it is brought to this program. One that refuses goes on as it was.</summary>
    private async Task BringHereAsync(TerminalHostException mismatch, CancellationToken cancellation)
    {
        var found = await HostControl.IdentifyAsync(socketPath, cancellation);
        if (!ProgramBuild.Current.IsNewerThan(found.Build))
        {
            throw mismatch;
        }

        tell(mismatch.Message);
        var now = await HostControl.UpgradeAsync(socketPath, program, environment, loseScreens: false, cancellation);
        tell($"the terminal host runs {now.Build} now");
    }
}
