using System.Net;
using System.Net.Sockets;

namespace FleetTui.TerminalHost.Client;

/// <summary>
/// Waits for a socket on a thread of the pool. One asynchronous operation of the runtime's registers a socket with its event loop for as long as it lives, which then wakes two
/// more threads for every message, also of one that a thread of its own reads.
/// </summary>
internal static class BlockingSocket
{
    public static Task ConnectAsync(Socket socket, EndPoint place, CancellationToken cancellation) => RunAsync(
        socket,
        () =>
        {
            socket.Connect(place);
            return true;
        },
        cancellation);

    public static Task SendAsync(Socket socket, byte[] bytes, CancellationToken cancellation) => RunAsync(
        socket,
        () =>
        {
            for (var sent = 0; sent < bytes.Length;) sent += socket.Send(bytes.AsSpan(sent), SocketFlags.None);
            return true;
        },
        cancellation);

    /// <summary>Bytes received; 0 when the peer hung up.</summary>
    public static Task<int> ReceiveAsync(Socket socket, Memory<byte> bytes, CancellationToken cancellation) =>
        RunAsync(socket, () => socket.Receive(bytes.Span, SocketFlags.None), cancellation);

    /// <summary>A wait that is cancelled leaves the socket closed.</summary>
    private static async Task<T> RunAsync<T>(Socket socket, Func<T> work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await using var stop = cancellation.Register(socket.Dispose);
        try
        {
            return await Task.Run(work, CancellationToken.None);
        }
        catch (Exception closed) when (cancellation.IsCancellationRequested && closed is SocketException or ObjectDisposedException)
        {
            throw new OperationCanceledException(cancellation);
        }
    }
}
