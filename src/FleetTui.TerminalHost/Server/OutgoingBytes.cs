using System.Net.Sockets;

namespace FleetTui.TerminalHost.Server;

/// <summary>Bytes that a client has not taken yet. Not thread-safe.</summary>
internal sealed class OutgoingBytes(Socket socket)
{
    private const int Kept = 64 * 1024;
    private byte[] _bytes = [];
    private int _start;
    private int _end;

    public int Count => _end - _start;

    /// <summary>Sends what the socket takes and keeps the rest; false when the client is gone.</summary>
    public bool Send(ReadOnlySpan<byte> bytes)
    {
        if (Count == 0)
        {
            if (!TrySend(bytes, out var sent)) return false;
            bytes = bytes[sent..];
        }

        if (!bytes.IsEmpty) Append(bytes);
        return true;
    }

    /// <summary>Goes on sending; false when the client is gone.</summary>
    public bool Continue()
    {
        if (!TrySend(_bytes.AsSpan(_start, Count), out var sent)) return false;
        _start += sent;
        if (Count > 0) return true;
        _start = _end = 0;
        if (_bytes.Length > Kept) _bytes = [];
        return true;
    }

    private bool TrySend(ReadOnlySpan<byte> bytes, out int sent)
    {
        sent = 0;
        while (sent < bytes.Length)
        {
            var count = socket.Send(bytes[sent..], SocketFlags.None, out var error);
            if (error == SocketError.WouldBlock) return true;
            if (error != SocketError.Success) return false;
            sent += count;
        }

        return true;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (_bytes.Length - _end < bytes.Length)
        {
            var target = _bytes.Length >= Count + bytes.Length ? _bytes : new byte[Math.Max(4096, (Count + bytes.Length) * 2)];
            var held = Count;
            _bytes.AsSpan(_start, held).CopyTo(target);
            _bytes = target;
            _start = 0;
            _end = held;
        }

        bytes.CopyTo(_bytes.AsSpan(_end));
        _end += bytes.Length;
    }
}
