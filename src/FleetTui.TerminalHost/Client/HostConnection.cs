using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Security.Cryptography;
using FleetTui.TerminalHost.Protocol;
using FleetTui.TerminalHost.Readiness;
using FleetTui.TerminalHost.Server;

namespace FleetTui.TerminalHost.Client;

/// <summary>
/// The client's end of the socket: sends requests, matches answers to them, and hands updates to whom they belong. One thread of its own reads, since a key's echo
/// should not wait for a pool; senders write from where they are, one at a time. When the host becomes another program the connection comes back by itself
/// (<c>HostConnection.Resuming.cs</c>); it is lost only with the host.
/// </summary>
internal sealed partial class HostConnection : IAsyncDisposable
{
    private const int StackBytes = 256 * 1024;
    private readonly string _path;
    private readonly Lock _sending = new();
    private readonly WireWriter _wire = new();
    private readonly ConcurrentDictionary<uint, PendingAnswer> _answers = new();
    private readonly ConcurrentDictionary<uint, (MessageKind Kind, IUpdateReader Reader)> _updates = new();
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Thread _reader;
    private readonly ulong _session;
    private readonly CancellationTokenSource _leaving = new();
    private Socket _socket;
    private LinkState _state = LinkState.Up;
    private uint _lastId;

    private HostConnection(string path, ulong session, Socket socket, HostIdentity host)
    {
        _path = path;
        _session = session;
        _socket = socket;
        Host = host;
        _reader = new Thread(Run, StackBytes) { Name = "host reader", IsBackground = true };
    }

    private enum LinkState
    {
        Up,

        /// <summary>The host is silent for a moment: requests wait.</summary>
        Away,
        Lost,
    }

    public Task Closed => _closed.Task;

    /// <summary>Who answers now.</summary>
    public HostIdentity Host { get; private set; }

    /// <exception cref="IOException">No host answers there.</exception>
    /// <exception cref="TerminalHostException">It speaks another protocol.</exception>
    public static async Task<HostConnection> OpenAsync(string path, CancellationToken cancellation)
    {
        var session = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)) | 1;
        var (socket, host, _) = await GreetAsync(path, session, cancellation);
        var connection = new HostConnection(path, session, socket, host);
        connection._reader.Start();
        return connection;
    }

    /// <summary>Sends a request whose answer is read by <paramref name="read"/>.</summary>
    public Task<T> AskAsync<T>(MessageKind kind, Action<WireWriter> write, AnswerReader<T> read, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var answer = new PendingAnswer<T>(kind, read);
        var id = Send(answer, write, null);
        // Nothing to be done when the answer comes: no thread is woken for a key's.
        return cancellation.CanBeCanceled ? WaitAsync(id, answer, cancellation) : answer.Task;
    }

    private async Task<T> WaitAsync<T>(uint id, PendingAnswer<T> answer, CancellationToken cancellation)
    {
        await using var stop = cancellation.Register(() =>
        {
            if (_answers.TryRemove(id, out _)) answer.Cancel(cancellation);
        });
        return await answer.Task;
    }

    /// <summary>As <see cref="AskAsync{T}"/>, for a request that has updates: they go to <paramref name="reader"/> until <see cref="ForgetAsync"/>.</summary>
    public async Task<uint> FollowAsync(MessageKind kind, IUpdateReader reader, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var answer = new PendingAnswer<bool>(kind, static (ref _) => true);
        var id = Send(answer, reader.WriteRequest, reader);
        try
        {
            await answer.Task;
            return id;
        }
        catch
        {
            _updates.TryRemove(id, out _);
            throw;
        }
    }

    /// <summary>Ends what <see cref="FollowAsync"/> began; <paramref name="kind"/> tells the host.</summary>
    public async Task ForgetAsync(MessageKind kind, uint id)
    {
        _updates.TryRemove(id, out _);
        if (_closed.Task.IsCompleted) return;
        try
        {
            await AskAsync(kind, wire => wire.UInt32(id), static (ref _) => true, CancellationToken.None);
        }
        catch (IOException)
        {
            // With the connection the updates ended, too.
        }
    }

    public async ValueTask DisposeAsync()
    {
        Lose();
        await _closed.Task;
    }

    /// <summary>Sends a request, or keeps it until the host is back; its id.</summary>
    private uint Send(PendingAnswer answer, Action<WireWriter> write, IUpdateReader? reader)
    {
        lock (_sending)
        {
            if (_state == LinkState.Lost) throw Gone();
            var id = _lastId + 1;
            var start = _wire.Clear().Begin(answer.Kind, id);
            write(_wire);
            _wire.End(start);
            if (_wire.Length > HostLimits.MessageBytes) throw new TerminalHostException("That is more than the terminal host takes at once.");
            if (_state == LinkState.Away) Wait(_wire.Length);
            _lastId = id;
            answer.Message = _wire.Written.ToArray();
            if (reader is not null) _updates[id] = (answer.Kind, reader);
            _answers[id] = answer;
            if (_state == LinkState.Up && !TrySend(_wire.Written)) Interrupt();
            return id;
        }
    }

    private bool TrySend(ReadOnlySpan<byte> bytes)
    {
        try
        {
            while (!bytes.IsEmpty) bytes = bytes[_socket.Send(bytes)..];
            return true;
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            return false;
        }
    }

    private void Run()
    {
        try
        {
            while (ReadUntilItEnds() && TryResume())
            {
            }
        }
        finally
        {
            Lose();
            _closed.TrySetResult();
            foreach (var id in _answers.Keys)
            {
                if (_answers.TryRemove(id, out var answer)) answer.Fail(Gone());
            }

            foreach (var (_, reader) in _updates.Values) reader.Lost(Gone());
        }
    }

    /// <summary>False when it cannot go on: a host that breaks the protocol is as good as gone.</summary>
    private bool ReadUntilItEnds()
    {
        PromptThread.Begin(TimeSpan.FromMilliseconds(0.5));
        var incoming = new IncomingBytes();
        try
        {
            while (incoming.Receive(_socket) > 0)
            {
                while (incoming.TryTakeMessage(out var body)) Take(body);
            }

            return true;
        }
        catch (FormatException)
        {
            return false;
        }
        catch (Exception broken) when (broken is SocketException or ObjectDisposedException)
        {
            return true;
        }
    }

    private void Take(ReadOnlySpan<byte> body)
    {
        var wire = new WireReader(body);
        var kind = (MessageKind)wire.Byte();
        var id = wire.UInt32();
        switch (kind)
        {
            case MessageKind.Done:
                if (_answers.TryRemove(id, out var done)) done.Complete(ref wire);
                break;
            case MessageKind.Refused:
                var reason = wire.Text();
                if (_answers.TryRemove(id, out var refused)) refused.Fail(new TerminalHostException(reason));
                break;
            case MessageKind.Screen or MessageKind.Event:
                if (_updates.TryGetValue(id, out var update)) update.Reader.Read(ref wire);
                break;
            default:
                throw new FormatException($"{kind} is no answer");
        }
    }

    private static IOException Gone() => new("The connection to the terminal host is lost.");

    /// <summary>For good.</summary>
    private void Lose()
    {
        _leaving.Cancel();
        lock (_sending) _state = LinkState.Lost;
        HangUp(_socket);
    }

    private static void HangUp(Socket socket)
    {
        try
        {
            socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception already) when (already is SocketException or ObjectDisposedException)
        {
            // The other side was first.
        }

        socket.Dispose();
    }
}
