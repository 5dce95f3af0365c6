using System.Net.Sockets;
using System.Threading.Channels;
using FleetTui.TerminalHost.Client;
using FleetTui.TerminalHost.Panes;
using FleetTui.TerminalHost.Protocol;
using FleetTui.TerminalHost.Readiness;
using FleetTui.TerminalHost.Upgrading;

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
    private readonly Channel<PendingUpgrade> _upgrades = Channel.CreateBounded<PendingUpgrade>(1);
    private readonly HostOrigin _origin;
    private readonly SessionBook _sessions;

    /// <summary>Begins to serve: the caller holds the lock that says no other host uses the path, and all panes of the program before are in the table.</summary>
    public HostServer(HostServices host, string path, Socket listener, PaneTable panes, HostOrigin origin, SessionBook sessions)
    {
        _host = host;
        _path = path;
        _listener = listener;
        _origin = origin;
        _sessions = sessions;
        Panes = panes;
        _registration = host.Pump.Add((int)_listener.Handle, this);
        _registration.Want(EpollLibc.In);
    }

    public PaneTable Panes { get; }

    /// <summary>The listening socket's descriptor.</summary>
    public int Listener => (int)_listener.Handle;

    /// <summary>What clients ask the host to become, one at a time.</summary>
    public ChannelReader<PendingUpgrade> Upgrades => _upgrades.Reader;

    public HostIdentity Identity
    {
        get
        {
            var infos = Panes.Infos();
            return _origin.Identity(infos.Count, infos.Count(info => info.Life == PaneLife.Running));
        }
    }

    /// <summary>Listens on a path of which the caller holds the lock.</summary>
    public static Socket Listen(string path)
    {
        File.Delete(path);
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) { Blocking = false };
        listener.Bind(new UnixDomainSocketEndPoint(path));
        File.SetUnixFileMode(path, OwnerOnly);
        listener.Listen(64);
        return listener;
    }

    /// <summary>Takes over the listening socket of the program before.</summary>
    public static Socket Adopt(int descriptor)
    {
        UpgradeLibc.KeepOnExec(descriptor, false);
        return new Socket(new SafeSocketHandle(descriptor, ownsHandle: true)) { Blocking = false };
    }

    /// <summary>False when one is under way.</summary>
    public bool TryUpgrade(PendingUpgrade upgrade) => _upgrades.Writer.TryWrite(upgrade);

    /// <summary>For the next program, which is of the next generation. Nothing may be served meanwhile.</summary>
    public HostHandOver HandOver(long frozenAt, int lockFile)
    {
        ClientConnection[] clients;
        lock (_gate) clients = [.. _clients];
        foreach (var client in clients) client.Keep(_sessions);
        return new HostHandOver(_origin.Instance, _origin.Generation + 1, _origin.StartedAt, frozenAt, Listener, lockFile, _sessions.All());
    }

    /// <summary>The last request of a client that an earlier program handled; 0 for a new client.</summary>
    public uint Resume(ulong session) => _sessions.Take(session);

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
