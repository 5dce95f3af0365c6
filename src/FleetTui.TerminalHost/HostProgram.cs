using System.Runtime.InteropServices;
using FleetTui.TerminalHost.Client;
using FleetTui.TerminalHost.Panes;
using FleetTui.TerminalHost.Readiness;
using FleetTui.TerminalHost.Server;
using FleetTui.TerminalHost.Upgrading;

namespace FleetTui.TerminalHost;

/// <summary>
/// The main loop of <c>fleet host</c>. It outlives consoles, the daemon and the login session: SIGHUP, SIGINT and SIGQUIT are ignored; only SIGTERM or a client's
/// Shutdown end it, and with it the programs in its panes. A client may have it become another program, which goes on with all of it.
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
            await ServeAsync(socketPath, hostLock, null, clock, cancellation);
            return 0;
        }
    }

    /// <summary>Goes on with what this process was before it became this program (see <see cref="HostUpgrade"/>).</summary>
    /// <param name="handOver">The descriptor of the hand-over, opened in the program before.</param>
    public static async Task<int> RestoreAsync(string socketPath, int handOver, TimeProvider clock, CancellationToken cancellation)
    {
        using var file = HandOverFile.Open(handOver);
        using var hostLock = HostLock.Adopt(HandOverCodec.ReadHost(file).LockFile);
        file.Position = 0;
        await ServeAsync(socketPath, hostLock, file, clock, cancellation);
        return 0;
    }

    /// <summary>Why this program cannot go on with a hand-over of those versions (FORM.SCREENS, or FORM alone when screens do not matter); null when it can.</summary>
    public static string? ObjectionToRestoring(string versions) => HandOverFormat.Objection(versions);

    private static async Task ServeAsync(string socketPath, HostLock hostLock, Stream? before, TimeProvider clock, CancellationToken cancellation)
    {
        _ = ProgramBuild.Current;
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

        // They wait since the program before gave up; this thread takes them.
        if (before is not null) UpgradeLibc.HoldSignals(false);

        using var pump = new EventPump(Math.Clamp(Environment.ProcessorCount, 2, MostThreads));
        using var deadlines = new DeadlineQueue(pump, clock, Tell);
        var services = new HostServices(clock, pump, deadlines, new IdleTrim(deadlines), Tell);
        using var server = before is null ? Begin(services, socketPath) : GoOn(services, socketPath, before);
        before?.Dispose();
        await ServeUntilEndAsync(server, services, hostLock, socketPath, end.Task);
        try
        {
            await server.StopPanesAsync(Grace).WaitAsync(2 * Grace, clock, CancellationToken.None);
        }
        catch (TimeoutException)
        {
            await Console.Error.WriteLineAsync("fleet host: some programs do not even end when killed; they get a hang-up and are left.");
        }
    }

    private static HostServer Begin(HostServices services, string socketPath) =>
        new(services, socketPath, HostServer.Listen(socketPath), new PaneTable(services), HostOrigin.New(services.Clock), new SessionBook());

    private static HostServer GoOn(HostServices services, string socketPath, Stream handOver)
    {
        var before = HandOverCodec.ReadHost(handOver);
        var panes = new PaneTable(services);
        while (HandOverCodec.ReadPane(handOver) is { } pane) panes.Restore(pane);
        var origin = HostOrigin.After(before, services.Clock.GetElapsedTime(before.FrozenAt));
        return new HostServer(services, socketPath, HostServer.Adopt(before.Listener), panes, origin, new SessionBook(before.Sessions));
    }

    /// <summary>Until the end is asked for. A hand-over that succeeds does not return.</summary>
    private static async Task ServeUntilEndAsync(HostServer server, HostServices services, HostLock hostLock, string socketPath, Task end)
    {
        while (!end.IsCompleted && !server.ShutdownRequested.IsCompleted)
        {
            await Task.WhenAny(end, server.ShutdownRequested, server.Upgrades.WaitToReadAsync().AsTask());
            if (!server.Upgrades.TryPeek(out var upgrade)) continue;
            var reason = await HostUpgrade.RunAsync(upgrade.Request, services, server, hostLock, socketPath, () => !end.IsCompleted && !server.ShutdownRequested.IsCompleted);
            _ = server.Upgrades.TryRead(out _);
            await Console.Error.WriteLineAsync($"fleet host: not upgraded: {reason}");
            upgrade.Refuse(reason);
        }
    }

    private static PosixSignalRegistration Ignore(PosixSignal signal) =>
        PosixSignalRegistration.Create(signal, context => context.Cancel = true);

    private static void Tell(Exception bug) => Console.Error.WriteLine($"fleet host: {(bug is TerminalHostException told ? told.Message : bug)}");
}
