using System.Collections.Concurrent;
using System.Net.Sockets;
using FleetTui.TerminalHost.Protocol;
using FleetTui.TerminalHost.Readiness;
using FleetTui.TerminalHost.Server;

namespace FleetTui.TerminalHost.Client;

/// <summary>
/// The client's end of the socket: sends requests, matches answers to them, and hands updates to whom they belong. One thread of its own reads, since a key's echo
/// should not wait for a pool; senders write from where they are, one at a time.
/// </summary>
internal sealed class HostConnection : IAsyncDisposable
{
    private const int StackBytes = 256 * 1024;
    private readonly Socket _socket;
    private readonly Lock _sending = new();
    private readonly WireWriter _wire = new();
    private readonly ConcurrentDictionary<uint, PendingAnswer> _answers = new();
    private readonly ConcurrentDictionary<uint, IUpdateReader> _updates = new();
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Thread _reader;
    private uint _lastId;

    private HostConnection(Socket socket)
    {
        _socket = socket;
        _reader = new Thread(Read, StackBytes) { Name = "host reader", IsBackground = true };
    }

    public Task Closed => _closed.Task;

    /// <exception cref="IOException">No host answers there.</exception>
    /// <exception cref="TerminalHostException">It speaks another protocol.</exception>
    public static async Task<HostConnection> OpenAsync(string path, CancellationToken cancellation)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await BlockingSocket.ConnectAsync(socket, new UnixDomainSocketEndPoint(path), cancellation);
            await BlockingSocket.SendAsync(socket, Handshake.Bytes(), cancellation);
            var hello = new byte[Handshake.Length];
            for (var got = 0; got < hello.Length;)
            {
                var count = await BlockingSocket.ReceiveAsync(socket, hello.AsMemory(got), cancellation);
                if (count == 0) throw new IOException($"What listens on {path} hung up.");
                got += count;
            }

            if (!Handshake.TryRead(hello, out var version)) throw new TerminalHostException($"What listens on {path} is not a terminal host.");
            if (version != Handshake.Version) throw new TerminalHostException(Handshake.Mismatch(version));
            var connection = new HostConnection(socket);
            connection._reader.Start();
            return connection;
        }
        catch (SocketException none)
        {
            socket.Dispose();
            throw new IOException($"No terminal host answers on {path}: {none.Message}.", none);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Sends a request whose answer is read by <paramref name="read"/>.</summary>
    public Task<T> AskAsync<T>(MessageKind kind, Action<WireWriter> write, AnswerReader<T> read, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var id = Interlocked.Increment(ref _lastId);
        var answer = new PendingAnswer<T>(read);
        Send(kind, id, write, answer);
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
    public async Task<uint> FollowAsync(MessageKind kind, Action<WireWriter> write, IUpdateReader reader, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var id = Interlocked.Increment(ref _lastId);
        _updates[id] = reader;
        var answer = new PendingAnswer<bool>(static (ref _) => true);
        try
        {
            Send(kind, id, write, answer);
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
        Close();
        await _closed.Task;
    }

    private void Send(MessageKind kind, uint id, Action<WireWriter> write, PendingAnswer answer)
    {
        lock (_sending)
        {
            var start = _wire.Clear().Begin(kind, id);
            write(_wire);
            _wire.End(start);
            if (_wire.Length > HostLimits.MessageBytes) throw new TerminalHostException("That is more than the terminal host takes at once.");
            _answers[id] = answer;
            try
            {
                for (var sent = 0; sent < _wire.Length;) sent += _socket.Send(_wire.Written[sent..]);
            }
            catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
            {
                _answers.TryRemove(id, out _);
                throw Gone();
            }
        }

        if (_closed.Task.IsCompleted && _answers.TryRemove(id, out _)) throw Gone();
    }

    private void Read()
    {
        PromptThread.Begin(TimeSpan.FromMilliseconds(0.5));
        var incoming = new IncomingBytes();
        try
        {
            while (incoming.Receive(_socket) > 0)
            {
                while (incoming.TryTakeMessage(out var body)) Take(body);
            }
        }
        catch (Exception broken) when (broken is FormatException or SocketException or ObjectDisposedException)
        {
            // A host that breaks the protocol is as good as gone.
        }
        finally
        {
            Close();
            _closed.TrySetResult();
            foreach (var id in _answers.Keys)
            {
                if (_answers.TryRemove(id, out var answer)) answer.Fail(Gone());
            }

            foreach (var reader in _updates.Values) reader.Lost(Gone());
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
                if (_updates.TryGetValue(id, out var reader)) reader.Read(ref wire);
                break;
            default:
                throw new FormatException($"{kind} is no answer");
        }
    }

    private static IOException Gone() => new("The connection to the terminal host is lost.");

    private void Close()
    {
        try
        {
            _socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception already) when (already is SocketException or ObjectDisposedException)
        {
            // The other side was first.
        }

        _socket.Dispose();
    }
}
