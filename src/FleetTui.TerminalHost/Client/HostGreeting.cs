using System.Buffers.Binary;
using System.Net.Sockets;
using FleetTui.TerminalHost.Protocol;

namespace FleetTui.TerminalHost.Client;

/// <summary>Opens a connection to a host: both say their protocol's version.</summary>
internal static class HostGreeting
{
    /// <summary>The connection, and the version that the host speaks.</summary>
    /// <param name="version">What we say of ourselves.</param>
    /// <param name="more">Sent right after it.</param>
    /// <exception cref="IOException">No host answers there.</exception>
    /// <exception cref="TerminalHostException">It is no host.</exception>
    public static async Task<(Socket Socket, ushort Version)> OpenAsync(string path, ushort version, ReadOnlyMemory<byte> more, CancellationToken cancellation)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await BlockingSocket.ConnectAsync(socket, new UnixDomainSocketEndPoint(path), cancellation);
            await BlockingSocket.SendAsync(socket, [.. Handshake.Bytes(version), .. more.Span], cancellation);
            var hello = await ExactlyAsync(socket, Handshake.Length, path, cancellation);
            return Handshake.TryRead(hello, out var its) ? (socket, its) : throw new TerminalHostException($"What listens on {path} is not a terminal host.");
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

    /// <summary>The body of the next message.</summary>
    /// <exception cref="IOException">The host hung up.</exception>
    public static async Task<byte[]> MessageAsync(Socket socket, string path, CancellationToken cancellation)
    {
        try
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(await ExactlyAsync(socket, 4, path, cancellation));
            if (length is < 5 or > HostLimits.MessageBytes) throw new TerminalHostException($"What listens on {path} is not a terminal host.");
            return await ExactlyAsync(socket, (int)length, path, cancellation);
        }
        catch (SocketException gone)
        {
            throw new IOException($"What listens on {path} hung up.", gone);
        }
    }

    private static async Task<byte[]> ExactlyAsync(Socket socket, int count, string path, CancellationToken cancellation)
    {
        var bytes = new byte[count];
        for (var got = 0; got < count;)
        {
            var more = await BlockingSocket.ReceiveAsync(socket, bytes.AsMemory(got), cancellation);
            if (more == 0) throw new IOException($"What listens on {path} hung up.");
            got += more;
        }

        return bytes;
    }
}
