using System.Net.Sockets;
using FleetTui.TerminalHost.Panes;
using FleetTui.TerminalHost.Protocol;
using FleetTui.TerminalHost.Readiness;

namespace FleetTui.TerminalHost.Server;

/// <summary>Listens on the host's socket and holds its clients and panes.</summary>
internal sealed class HostServer : IReadyHandler, IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int SocketLevel = 1;
    private const int PeerCredentials = 17;
    private readonly HostServices _host;
    private readonly string _path;
    private readonly Socket _listener;
    private readonly Registration _registration;
    private readonly Lock _gate = new();
    private readonly HashSet<ClientConnection> _clients = [];
    private readonly TaskCompletionSource _shutdown = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Takes over the socket's path: the caller holds the lock that says no other host uses it.</summary>
    public HostServer(HostServices host, string path)
    {
        _host = host;
        _path = path;
        Panes = new PaneTable(host);
        File.Delete(path);
        _listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) { Blocking = false };
        _listener.Bind(new UnixDomainSocketEndPoint(path));
        File.SetUnixFileMode(path, OwnerOnly);
        _listener.Listen(64);
        _registration = host.Pump.Add((int)_listener.Handle, this);
        _registration.Want(EpollLibc.In);
    }

    public PaneTable Panes { get; }

    /// <summary>Completes when a client asks the host to end.</summary>
    public Task ShutdownRequested => _shutdown.Task;

    public void RequestShutdown() => _shutdown.TrySetResult();

    public uint Ready(uint events)
    {
        while (true)
        {
            Socket socket;
            try
            {
                socket = _listener.Accept();
            }
            catch (SocketException none) when (none.SocketErrorCode is SocketError.WouldBlock or SocketError.ConnectionAborted)
            {
                return EpollLibc.In;
            }
            catch (SocketException trouble)
            {
                // Out of descriptors, for one: told once, and the listener is left until a client goes.
                _host.Tell(trouble);
                return 0;
            }
            catch (ObjectDisposedException)
            {
                return 0;
            }

            Welcome(socket);
        }
    }

    public void Broken(Exception bug) => _host.Tell(bug);

    internal void Gone(ClientConnection client)
    {
        lock (_gate) _clients.Remove(client);
        _registration.Want(EpollLibc.In);
    }

    /// <summary>Hangs up on every program, kills those that stay after <paramref name="grace"/>, and completes when all are gone.</summary>
    public Task StopPanesAsync(TimeSpan grace)
    {
        var ends = new List<Task>();
        foreach (var pane in Panes.All())
        {
            var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            pane.Stop(grace, end.SetResult);
            ends.Add(end.Task);
        }

        return Task.WhenAll(ends);
    }

    public void Dispose()
    {
        _host.Pump.Remove(_registration);
        _listener.Dispose();
        File.Delete(_path);
        ClientConnection[] clients;
        lock (_gate) clients = [.. _clients];
        foreach (var client in clients) client.Close();
    }

    private void Welcome(Socket socket)
    {
        socket.Blocking = false;
        var client = new ClientConnection(_host, this, socket);
        lock (_gate)
        {
            if (_clients.Count >= HostLimits.Clients || !IsOurs(socket))
            {
                socket.Dispose();
                return;
            }

            _clients.Add(client);
        }

        client.Run();
    }

    /// <summary>SO_PEERCRED (unix(7)): the client runs as our user, or as root.</summary>
    private static bool IsOurs(Socket socket)
    {
        Span<byte> credentials = stackalloc byte[12];
        if (socket.GetRawSocketOption(SocketLevel, PeerCredentials, credentials) != 12) return false;
        var user = BitConverter.ToUInt32(credentials[4..]);
        return user == SocketPlace.UserId() || user == 0;
    }
}
