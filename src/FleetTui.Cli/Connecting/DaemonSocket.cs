using System.Net.Sockets;
using FleetTui.Api;

namespace FleetTui.Cli.Connecting;

/// <summary>Looks whether somebody listens on the daemon's socket, without a word of HTTP: that takes the runtime 50 ms to get ready for.</summary>
internal static class DaemonSocket
{
    /// <summary>False also for the socket that a killed daemon left behind.</summary>
    public static bool Listens(FleetPaths paths) => ListensAt(paths.DaemonSocket);

    public static bool ListensAt(string path)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(path));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
