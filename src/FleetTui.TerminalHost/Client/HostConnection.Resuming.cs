using System.Net.Sockets;
using FleetTui.TerminalHost.Protocol;

namespace FleetTui.TerminalHost.Client;

/// <summary>
/// How a connection comes back when the host has become another program. The host's socket listens all the while, so there is one attempt: it is answered by the new program,
/// or the host is gone. Then every watch and subscription is made again, and the requests that the old program had not handled are sent again, in their order: none twice.
/// </summary>
internal sealed partial class HostConnection
{
    /// <summary>Bytes of requests that wait while the host is away; more is refused.</summary>
    internal const int MostWaiting = 1 << 20;

    /// <summary>A hand-over takes a fraction of a second; this is for a host that hangs in it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private int _waiting;

    private static async Task<(Socket Socket, HostIdentity Host, uint Handled)> GreetAsync(string path, ulong session, CancellationToken cancellation)
    {
        var wire = new WireWriter();
        var start = wire.Begin(MessageKind.Hello, 0);
        wire.Int64((long)session);
        wire.Text(ProgramBuild.Current.ToString());
        var (socket, version) = await HostGreeting.OpenAsync(path, Handshake.Version, wire.End(start).Written.ToArray(), cancellation);
        try
        {
            if (!Handshake.Suits(version)) throw new TerminalHostException(Handshake.Mismatch(version));
            var (host, handled) = Welcome(await HostGreeting.MessageAsync(socket, path, cancellation));
            return (socket, host, handled);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static (HostIdentity Host, uint Handled) Welcome(byte[] body)
    {
        var wire = new WireReader(body);
        if (wire.Byte() != (byte)MessageKind.Done) throw new TerminalHostException("The terminal host does not welcome this client.");
        wire.Skip(4);
        var handled = wire.UInt32();
        return (HostIdentity.Read(ref wire), handled);
    }

    private void Wait(int bytes)
    {
        if (_waiting + bytes > MostWaiting) throw new IOException("The terminal host is being upgraded and takes no more just now.");
        _waiting += bytes;
    }

    /// <summary>The other side does not take what is sent: the reading thread finds out why.</summary>
    private void Interrupt()
    {
        _state = LinkState.Away;
        _waiting = 0;
        HangUp(_socket);
    }

    /// <summary>False when the host is gone, or let this client go.</summary>
    private bool TryResume()
    {
        lock (_sending)
        {
            if (_state == LinkState.Lost) return false;
            if (_state == LinkState.Up) Interrupt();
        }

        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(_leaving.Token);
            patience.CancelAfter(Patience);
            var (socket, host, handled) = GreetAsync(_path, _session, patience.Token).GetAwaiter().GetResult();
            if (host.Instance == Host.Instance && host.Generation > Host.Generation && GoOn(socket, host, handled)) return true;
            socket.Dispose();
            return false;
        }
        catch (Exception gone) when (gone is IOException or SocketException or TerminalHostException or FormatException or OperationCanceledException)
        {
            return false;
        }
    }

    private bool GoOn(Socket socket, HostIdentity host, uint handled)
    {
        lock (_sending)
        {
            if (_state == LinkState.Lost) return false;
            Host = host;
            _socket = socket;
            var sent = FollowAgain() && AskAgain(handled);
            _state = sent ? LinkState.Up : _state;
            if (!sent) Interrupt();

            // When it went away again meanwhile the reading thread sees that at once, and comes back here.
            return true;
        }
    }

    private bool FollowAgain()
    {
        foreach (var (id, (kind, reader)) in _updates.OrderBy(update => update.Key))
        {
            var start = _wire.Clear().Begin(kind, id);
            reader.WriteRequest(_wire);
            if (!TrySend(_wire.End(start).Written)) return false;
        }

        return true;
    }

    private bool AskAgain(uint handled)
    {
        foreach (var (id, answer) in _answers.OrderBy(asked => asked.Key))
        {
            if (_updates.ContainsKey(id)) continue;
            if (id > handled || answer.CanRepeat)
            {
                if (!TrySend(answer.Message)) return false;
            }
            else if (_answers.TryRemove(id, out _))
            {
                if (answer.HasPlainAnswer) answer.CompleteUnanswered();
                else answer.Fail(Gone());
            }
        }

        return true;
    }
}
