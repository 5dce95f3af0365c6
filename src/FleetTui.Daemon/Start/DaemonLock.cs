using System.Net.Sockets;
using FleetTui.Api;
using FleetTui.Processes;

namespace FleetTui.Daemon.Start;

/// <summary>One daemon per repository, by an OS lock. The kernel frees it when the holder dies.</summary>
internal static class DaemonLock
{
    /// <summary>
    /// A child that a killed daemon had forked and that has not yet become another program holds the lock for that moment. So a lock behind which nobody answers is tried again for so long.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Null when another daemon runs.</summary>
    public static async Task<FileLock?> AcquireAsync(FleetPaths paths, TimeProvider clock, CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        while (true)
        {
            if (FileLock.TryAcquire(paths.DaemonLock) is { } held)
            {
                return held;
            }

            if (Answers(paths.DaemonSocket) || clock.GetElapsedTime(began) > Patience)
            {
                return null;
            }

            await Task.Delay(Pause, clock, cancellation);
        }
    }

    private static bool Answers(string socketPath)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(socketPath));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
