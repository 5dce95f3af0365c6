using System.Text;

namespace FleetTui.Terminal.Rows;

/// <summary>A growing byte array that is used again and again; varints are LEB128.</summary>
internal sealed class ByteBuffer
{
    private byte[] bytes = new byte[256];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public void Reset() => Length = 0;

    public void Byte(byte value)
    {
        if (Length == bytes.Length)
            Array.Resize(ref bytes, bytes.Length * 2);
        bytes[Length++] = value;
    }

    public void Varint(uint value)
    {
        while (value >= 0x80)
        {
            Byte((byte)(value | 0x80));
            value >>= 7;
        }

        Byte((byte)value);
    }

    public void Bytes(ReadOnlySpan<byte> value) => value.CopyTo(Take(value.Length));

    /// <summary>Room for at least <paramref name="count"/> bytes after what was written; <see cref="Advance"/> tells how many were used.</summary>
    public Span<byte> Reserve(int count)
    {
        if (bytes.Length - Length < count)
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + count));
        return bytes.AsSpan(Length);
    }

    public void Advance(int count) => Length += count;

    /// <summary>Length-prefixed UTF-8.</summary>
    public void Text(string value)
    {
        var count = Encoding.UTF8.GetByteCount(value);
        Varint((uint)count);
        Encoding.UTF8.GetBytes(value, Take(count));
    }

    /// <summary>Room for <paramref name="count"/> bytes that the caller fills.</summary>
    public Span<byte> Take(int count)
    {
        var room = Reserve(count)[..count];
        Length += count;
        return room;
    }

    /// <summary>Gives back the unused end of what was taken.</summary>
    public void Shrink(int length) => Length = length;

    public void Patch(int position, byte value) => bytes[position] = value;

    /// <summary>Writes the length of all that follows a room of <paramref name="room"/> bytes at <paramref name="start"/>, and closes the gap.</summary>
    public void CloseLength(int start, int room)
    {
        var body = start + room;
        var count = Length - body;
        Length = start;
        Varint((uint)count);
        bytes.AsSpan(body, count).CopyTo(bytes.AsSpan(Length));
        Length += count;
    }
}
