using System.Buffers.Text;
using System.Text;

namespace FleetTui.Console.Outer.Output;

/// <summary>A growing buffer of bytes for the terminal, reused frame after frame.</summary>
public sealed class ByteWriter
{
    private byte[] _bytes = new byte[16 * 1024];

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    public int Length { get; private set; }

    public void Clear() => Length = 0;

    /// <summary>Takes back what was added after <paramref name="length"/>.</summary>
    public void Truncate(int length) => Length = length;

    /// <summary>Takes out a stretch; what follows moves up.</summary>
    public void Remove(int start, int length)
    {
        _bytes.AsSpan(start + length, Length - start - length).CopyTo(_bytes.AsSpan(start));
        Length -= length;
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
    }

    public void Add(byte value)
    {
        Room(1)[0] = value;
        Length++;
    }

    public void Add(int number)
    {
        Utf8Formatter.TryFormat(number, Room(11), out var written);
        Length += written;
    }

    public void Add(string text)
    {
        if (text.Length == 1 && text[0] < 0x80)
        {
            Add((byte)text[0]);
            return;
        }

        Length += Encoding.UTF8.GetBytes(text, Room(text.Length * 3));
    }

    private Span<byte> Room(int bytes)
    {
        if (_bytes.Length - Length < bytes)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + bytes));
        }

        return _bytes.AsSpan(Length);
    }
}
