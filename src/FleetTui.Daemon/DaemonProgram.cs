using System.Runtime.InteropServices;
using FleetTui.Daemon.Start;
using FleetTui.Git.Running;
using FleetTui.Storage;
using FleetTui.TerminalHost;

namespace FleetTui.Daemon;

/// <summary>The main loop of <c>fleet daemon</c>.</summary>
public static class DaemonProgram
{
    /// <summary>
    /// Serves one repository until told to end (SIGTERM, SIGINT, <c>POST /api/shutdown</c>); agents and their host go on. Returns 0 at an orderly end or when a daemon runs
    /// there already, 2 when it cannot start (the reason is on standard error), 4 after a bug.
    /// </summary>
    public static async Task<int> RunAsync(DaemonOptions options, CancellationToken cancellation)
    {
        // Before anybody may replace the files.
        _ = ProgramBuild.Current;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var onTerminate = On(PosixSignal.SIGTERM, stop);
        using var onInterrupt = On(PosixSignal.SIGINT, stop);

        // Its terminal may go; it does not.
        using var onHangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => context.Cancel = true);

        switch (await DaemonStart.PrepareAsync(options, stop.Token))
        {
            case StartResult.Refused refused:
                await Console.Error.WriteLineAsync($"fleet daemon: {refused.Reason}");
                return 2;
            case StartResult.AlreadyRuns running:
                await Console.Error.WriteLineAsync($"fleet daemon: {running.Message}");
                return 0;
            case StartResult.Ready ready:
                await using (ready.Ground)
                {
                    return await ServeAsync(ready.Ground, options, Tell, stop);
                }

            default:
                throw new InvalidOperationException();
        }

        void Tell(string line) => Console.Error.WriteLine($"{options.Clock.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ} {line}");
    }

    private static async Task<int> ServeAsync(DaemonGround ground, DaemonOptions options, Action<string> tell, CancellationTokenSource stop)
    {
        try
        {
            return await FleetProcess.RunAsync(ground, options, tell, stop);
        }
        catch (Exception error) when (error is IOException or StorageException or GitException)
        {
            await Console.Error.WriteLineAsync($"fleet daemon: {error.Message}");
            return 2;
        }
        catch (Exception bug)
        {
            tell($"the daemon ends because of an error of its own: {bug}");
            return 4;
        }
    }

    private static PosixSignalRegistration On(PosixSignal signal, CancellationTokenSource stop) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        stop.Cancel();
    });
}
