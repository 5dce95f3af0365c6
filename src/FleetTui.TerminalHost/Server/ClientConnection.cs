using System.Net.Sockets;
using FleetTui.TerminalHost.Protocol;
using FleetTui.TerminalHost.Readiness;
using FleetTui.TerminalHost.Screens;

namespace FleetTui.TerminalHost.Server;

/// <summary>
/// One client: its requests in, answers, screens and events out. What it sends is read by one thread at a time; what it is sent comes from many,
/// under a gate of its own that is the last one taken. A client that breaks the protocol is dropped; one that does not read is not waited for.
/// </summary>
internal sealed class ClientConnection : IReadyHandler, IScreenSink
{
    private const int ReadsPerTurn = 8;

    /// <summary>The longest that an answer nobody waits for is held back.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(20);
    private readonly HostServices _host;
    private readonly HostServer _server;
    private readonly Socket _socket;
    private readonly Registration _registration;
    private readonly Deadline _publish;
    private readonly Deadline _release;
    private readonly IncomingBytes _incoming = new();
    private readonly ClientRequests _requests;
    private readonly Lock _gate = new();
    private readonly OutgoingBytes _outgoing;
    private volatile bool _blocked;
    private bool _greeted;
    private bool _gone;
    private bool _closed;
    private ulong _session;
    private uint _lastHandled;

    public ClientConnection(HostServices host, HostServer server, Socket socket)
    {
        _host = host;
        _server = server;
        _socket = socket;
        _outgoing = new OutgoingBytes(socket);
        _publish = new Deadline(host.Deadlines, now => _requests!.PublishAll(now));
        _release = new Deadline(host.Deadlines, _ => Send(default(ReadOnlySpan<byte>)));
        _requests = new ClientRequests(server, this);
        _registration = host.Pump.Add((int)socket.Handle, this, urgent: true);
    }

    public bool CanTake => !_blocked;

    /// <summary>True for a client that only asks what all versions answer.</summary>
    public bool ControlsOnly { get; private set; }

    /// <summary>The client says its number; answers which of its requests an earlier program of this host handled last.</summary>
    public uint Begin(ulong session)
    {
        _session = session;
        return _lastHandled = _server.Resume(session);
    }

    /// <summary>A request is done, whether its answer comes now or later. A client's requests come with rising ids.</summary>
    public void Handled(uint id) => _lastHandled = Math.Max(_lastHandled, id);

    /// <summary>Notes how far this client came, for the host's next program.</summary>
    public void Keep(SessionBook sessions)
    {
        if (_session != 0) sessions.Keep(_session, _lastHandled);
    }

    public void Run() => _registration.Want(EpollLibc.In);

    public void PublishAt(long when) => _publish.Arm(when);

    public void Send(WireWriter message) => Send(message.Written);

    /// <summary>
    /// Goes out with what is sent next, or a moment later: a client that is woken for the word that its key was taken is in the way of the echo that it waits for.
    /// </summary>
    public void SendSoon(WireWriter message)
    {
        lock (_gate)
        {
            if (_closed) return;
            _outgoing.Hold(message.Written);
        }

        _release.Arm(_host.Deadlines.Now + _host.Deadlines.Ticks(Soon));
    }

    public uint Ready(uint events)
    {
        if ((_blocked && !GoOnSending()) || !ReadRequests())
        {
            Close();
            return 0;
        }

        lock (_gate)
        {
            if (_closed) return 0;
            return (_blocked ? EpollLibc.Out : 0) | (_outgoing.Count > HostLimits.PendingOutputBytes ? 0 : EpollLibc.In);
        }
    }

    public void Broken(Exception bug)
    {
        _host.Tell(bug);
        Close();
    }

    /// <summary>Drops the client; its panes live on.</summary>
    public void Close()
    {
        lock (_gate)
        {
            if (_closed) return;
            _closed = true;
            _blocked = true;
        }

        _host.Pump.Remove(_registration);
        _publish.Cancel();
        _release.Cancel();
        _requests.End();
        _socket.Dispose();
        _server.Gone(this);
    }

    private bool ReadRequests()
    {
        try
        {
            for (var read = 0; read < ReadsPerTurn; read++)
            {
                lock (_gate)
                {
                    if (_closed) return true;
                    if (_outgoing.Count > HostLimits.PendingOutputBytes) return true;
                }

                var count = _incoming.Receive(_socket);
                if (count <= 0) return count == 0;
                if (!_greeted && !Greet(out var goOn)) return goOn;
                while (_incoming.TryTakeMessage(out var body)) _requests.Handle(body);
            }

            return true;
        }
        catch (FormatException)
        {
            return false;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>True once the client has said which protocol it speaks and that is ours. A client of another one is told ours and left.</summary>
    private bool Greet(out bool goOn)
    {
        goOn = true;
        if (!_incoming.TryTake(Handshake.Length, out var hello)) return false;
        goOn = false;
        if (!Handshake.TryRead(hello, out var version)) return false;
        Send(Handshake.Bytes());
        ControlsOnly = version == Handshake.Control;
        _greeted = ControlsOnly || Handshake.Suits(version);
        goOn = _greeted;
        return _greeted;
    }

    private void Send(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            if (_closed || (bytes.IsEmpty && _outgoing.Count == 0)) return;
            if (!_outgoing.Send(bytes)) _gone = true;
            if (!_gone && _outgoing.Count == 0) return;
            _blocked = true;
            _registration.Want(EpollLibc.Out);
        }
    }

    /// <summary>The client reads again: what waited goes out, then events, then the newest of every screen. False when it is gone.</summary>
    private bool GoOnSending()
    {
        lock (_gate)
        {
            if (_closed || _gone || !_outgoing.Continue()) return false;
            if (_outgoing.Count > 0) return true;
            _blocked = false;
        }

        _requests.TellEvents();
        _requests.PublishAll(_host.Deadlines.Now);
        return true;
    }
}
