using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace FleetTui.TerminalHost.Protocol;

/// <summary>Builds messages in one buffer that is kept and reused. Integers are little-endian; a text is its byte count (u32) and UTF-8.</summary>
internal sealed class WireWriter : IBufferWriter<byte>
{
    private const int HeaderBytes = 4;
    private byte[] _buffer = new byte[1024];
    private int _length;

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    public int Length => _length;

    public WireWriter Clear()
    {
        _length = 0;
        return this;
    }

    /// <summary>Starts a message; give the result to <see cref="End"/>.</summary>
    public int Begin(MessageKind kind, uint id)
    {
        var start = _length;
        UInt32(0);
        Byte((byte)kind);
        UInt32(id);
        return start;
    }

    public WireWriter End(int start)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_buffer.AsSpan(start), (uint)(_length - start - HeaderBytes));
        return this;
    }

    public void Truncate(int length) => _length = length;

    public void Byte(byte value) => Take(1)[0] = value;

    public void Bool(bool value) => Byte(value ? (byte)1 : (byte)0);

    public void UInt16(int value) => BinaryPrimitives.WriteUInt16LittleEndian(Take(2), (ushort)value);

    public void UInt32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Take(4), value);

    public void Int32(int value) => BinaryPrimitives.WriteInt32LittleEndian(Take(4), value);

    public void Int64(long value) => BinaryPrimitives.WriteInt64LittleEndian(Take(8), value);

    public void PatchUInt16(int at, int value) => BinaryPrimitives.WriteUInt16LittleEndian(_buffer.AsSpan(at), (ushort)value);

    public void PatchInt32(int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(_buffer.AsSpan(at), value);

    public void Text(string text)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        Int32(bytes);
        Encoding.UTF8.GetBytes(text, Take(bytes));
    }

    public void OptionalText(string? text)
    {
        Bool(text is not null);
        if (text is not null) Text(text);
    }

    public void OptionalInt32(int? value)
    {
        Bool(value is not null);
        if (value is { } given) Int32(given);
    }

    /// <summary>UTC, in ticks of 100 ns.</summary>
    public void Time(DateTimeOffset time) => Int64(time.UtcTicks);

    public void OptionalTime(DateTimeOffset? time)
    {
        Bool(time is not null);
        if (time is { } given) Time(given);
    }

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        Int32(bytes.Length);
        bytes.CopyTo(Take(bytes.Length));
    }

    void IBufferWriter<byte>.Advance(int count) => _length += count;

    Memory<byte> IBufferWriter<byte>.GetMemory(int sizeHint)
    {
        Reserve(Math.Max(1, sizeHint));
        return _buffer.AsMemory(_length);
    }

    Span<byte> IBufferWriter<byte>.GetSpan(int sizeHint)
    {
        Reserve(Math.Max(1, sizeHint));
        return _buffer.AsSpan(_length);
    }

    private Span<byte> Take(int count)
    {
        Reserve(count);
        var span = _buffer.AsSpan(_length, count);
        _length += count;
        return span;
    }

    private void Reserve(int count)
    {
        if (_buffer.Length - _length < count) Array.Resize(ref _buffer, (int)Math.Max(_buffer.Length * 2L, _length + (long)count));
    }
}
