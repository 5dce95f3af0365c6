using System.Net.Sockets;

namespace FleetTui.TerminalHost.Server;

/// <summary>Bytes that a client has not taken yet. Not thread-safe.</summary>
internal sealed class OutgoingBytes(Socket socket)
{
    private const int Kept = 64 * 1024;
    private byte[] _bytes = [];
    private int _start;
    private int _end;
    private bool _refused;

    public int Count => _end - _start;

    /// <summary>The socket took less than it was given, and has not been asked to go on.</summary>
    public bool IsRefused => _refused;

    /// <summary>Sends what the socket takes, what was held first, and keeps the rest; false when the client is gone.</summary>
    public bool Send(ReadOnlySpan<byte> bytes)
    {
        if (Count == 0)
        {
            if (!TrySend(bytes, out var sent)) return false;
            if (sent < bytes.Length) Append(bytes[sent..]);
            return true;
        }

        Append(bytes);
        return _refused || Continue();
    }

    /// <summary>Keeps bytes that go out with the next ones.</summary>
    public void Hold(ReadOnlySpan<byte> bytes) => Append(bytes);

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
        _refused = false;
        while (sent < bytes.Length)
        {
            var count = socket.Send(bytes[sent..], SocketFlags.None, out var error);
            _refused = error == SocketError.WouldBlock;
            if (_refused) return true;
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
