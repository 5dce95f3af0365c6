using System.Buffers.Binary;
using System.Text;

namespace FleetTui.TerminalHost.Protocol;

/// <summary>Reads what <see cref="WireWriter"/> writes, from a peer that may be broken: anything short or over its bound is a <see cref="FormatException"/>.</summary>
internal ref struct WireReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public readonly ReadOnlySpan<byte> Rest => _rest;

    public byte Byte() => Take(1)[0];

    public bool Bool() => Byte() switch
    {
        0 => false,
        1 => true,
        var other => throw new FormatException($"{other} is no truth value"),
    };

    public int UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    public string Text(int maxBytes = HostLimits.BlockBytes) => Encoding.UTF8.GetString(Bytes(maxBytes));

    public string? OptionalText() => Bool() ? Text() : null;

    public int? OptionalInt32() => Bool() ? Int32() : null;

    public DateTimeOffset Time()
    {
        var ticks = Int64();
        if (ticks < 0 || ticks > DateTimeOffset.MaxValue.UtcTicks) throw new FormatException("a time out of range");
        return new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    public DateTimeOffset? OptionalTime() => Bool() ? Time() : null;

    public ReadOnlySpan<byte> Bytes(int max = HostLimits.BlockBytes) => Take(Count(max));

    /// <summary>A count (u32) of at most <paramref name="max"/>.</summary>
    public int Count(int max)
    {
        var count = UInt32();
        return count <= (uint)max ? (int)count : throw new FormatException($"{count} is more than {max}");
    }

    /// <summary>A value of an enumeration with values 0 to <paramref name="last"/>.</summary>
    public byte Choice(int last)
    {
        var value = Byte();
        return value <= last ? value : throw new FormatException($"{value} is more than {last}");
    }

    public void Skip(int count) => Take(count);

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length) throw new FormatException("a message ends too early");
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
