using System.Runtime.InteropServices;
using FleetTui.TerminalHost.Client;
using FleetTui.TerminalHost.Readiness;
using FleetTui.TerminalHost.Server;

namespace FleetTui.TerminalHost;

/// <summary>
/// The main loop of <c>fleet host</c>. It outlives consoles, the daemon and the login session: SIGHUP, SIGINT and SIGQUIT are ignored; only SIGTERM or a client's
/// Shutdown end it, and with it the programs in its panes.
/// </summary>
public static class HostProgram
{
    private const int MostThreads = 8;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    /// <summary>Serves until told to end. Returns 0 at an orderly end, 1 when another host has this socket, 2 when the socket's place is not safe; the reason is on stderr.</summary>
    /// <param name="socketPath">Where to listen; its directory must be ours alone (it is made when missing). A lock file lies beside it.</param>
    public static async Task<int> RunAsync(string socketPath, TimeProvider clock, CancellationToken cancellation)
    {
        HostLock? hostLock;
        try
        {
            SocketPlace.Prepare(Path.GetDirectoryName(Path.GetFullPath(socketPath))!);
            hostLock = HostLock.TryTake(socketPath + ".lock");
        }
        catch (Exception refusal) when (refusal is TerminalHostException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"fleet host: {refusal.Message}");
            return 2;
        }

        if (hostLock is null)
        {
            await Console.Error.WriteLineAsync($"fleet host: another host runs on {socketPath}.");
            return 1;
        }

        using (hostLock)
        {
            await ServeAsync(socketPath, clock, cancellation);
            return 0;
        }
    }

    private static async Task ServeAsync(string socketPath, TimeProvider clock, CancellationToken cancellation)
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            end.TrySetResult();
        });
        using var onHangUp = Ignore(PosixSignal.SIGHUP);
        using var onInterrupt = Ignore(PosixSignal.SIGINT);
        using var onQuit = Ignore(PosixSignal.SIGQUIT);
        using var onCancel = cancellation.Register(() => end.TrySetResult());

        using var pump = new EventPump(Math.Clamp(Environment.ProcessorCount, 2, MostThreads));
        using var deadlines = new DeadlineQueue(pump, clock, Tell);
        using var server = new HostServer(new HostServices(clock, pump, deadlines, new IdleTrim(deadlines), Tell), socketPath);
        await Task.WhenAny(end.Task, server.ShutdownRequested);
        try
        {
            await server.StopPanesAsync(Grace).WaitAsync(2 * Grace, clock, CancellationToken.None);
        }
        catch (TimeoutException)
        {
            await Console.Error.WriteLineAsync("fleet host: some programs do not even end when killed; they get a hang-up and are left.");
        }
    }

    private static PosixSignalRegistration Ignore(PosixSignal signal) =>
        PosixSignalRegistration.Create(signal, context => context.Cancel = true);

    private static void Tell(Exception bug) => Console.Error.WriteLine($"fleet host: {bug}");
}
