using System.Buffers.Binary;
using System.Net.Sockets;
using FleetTui.TerminalHost.Protocol;

namespace FleetTui.TerminalHost.Server;

/// <summary>Cuts what a peer sends into messages, whatever the pieces it comes in. Not thread-safe.</summary>
internal sealed class IncomingBytes
{
    private const int Usual = 16 * 1024;
    private const int HeaderBytes = 4;
    private byte[] _bytes = new byte[Usual];
    private int _start;
    private int _end;

    /// <summary>Reads once: bytes read, 0 when none are there now, -1 when the peer is gone.</summary>
    public int Receive(Socket socket)
    {
        MakeRoom();
        var count = socket.Receive(_bytes.AsSpan(_end), SocketFlags.None, out var error);
        if (error == SocketError.WouldBlock) return 0;
        if (error != SocketError.Success || count == 0) return -1;
        _end += count;
        return count;
    }

    /// <summary>Takes so many bytes once they are there.</summary>
    public bool TryTake(int count, out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        if (_end - _start < count) return false;
        bytes = _bytes.AsSpan(_start, count);
        _start += count;
        return true;
    }

    /// <summary>Takes the next whole message's body; valid until the next <see cref="Receive"/>.</summary>
    /// <exception cref="FormatException">The peer announces a message that is too long or too short to be one.</exception>
    public bool TryTakeMessage(out ReadOnlySpan<byte> body)
    {
        body = default;
        if (_end - _start < HeaderBytes) return false;
        var length = BodyLength();
        if (_end - _start - HeaderBytes < length) return false;
        body = _bytes.AsSpan(_start + HeaderBytes, length);
        _start += HeaderBytes + length;
        return true;
    }

    private int BodyLength()
    {
        var length = BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(_start));
        return length is >= 5 and <= HostLimits.MessageBytes ? (int)length : throw new FormatException($"a message of {length} bytes");
    }

    private void MakeRoom()
    {
        var held = _end - _start;
        var needed = held >= HeaderBytes ? Math.Max(Usual, BodyLength() + HeaderBytes) : Usual;
        if (_start == 0 && _bytes.Length >= needed && held < _bytes.Length) return;
        var target = needed > _bytes.Length || (needed == Usual && _bytes.Length > Usual && held < Usual) ? new byte[needed] : _bytes;
        _bytes.AsSpan(_start, held).CopyTo(target);
        _bytes = target;
        _start = 0;
        _end = held;
    }
}
