namespace FleetTui.Roles.Globs;

/// <summary>A set of byte values; one bit each.</summary>
internal readonly record struct ByteSet(ulong A, ulong B, ulong C, ulong D)
{
    private const byte Slash = (byte)'/';

    /// <summary>Every byte but NUL, which no path holds.</summary>
    public static ByteSet Any { get; } = new(ulong.MaxValue - 1, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue);

    public static ByteSet NotSlash { get; } = Any.Without(Slash);

    public static ByteSet Of(byte value) => default(ByteSet).With(value);

    public bool Contains(byte value) => (((value >> 6) switch { 0 => A, 1 => B, 2 => C, _ => D }) >> (value & 63) & 1) != 0;

    public ByteSet With(byte value)
    {
        var bit = 1UL << (value & 63);
        return (value >> 6) switch
        {
            0 => this with { A = A | bit },
            1 => this with { B = B | bit },
            2 => this with { C = C | bit },
            _ => this with { D = D | bit },
        };
    }

    public ByteSet With(byte from, byte to)
    {
        var set = this;
        for (int value = from; value <= to; value++) set = set.With((byte)value);
        return set;
    }

    public ByteSet Without(byte value)
    {
        var bit = Of(value);
        return new(A & ~bit.A, B & ~bit.B, C & ~bit.C, D & ~bit.D);
    }

    public ByteSet Inverted() => new(~A & Any.A, ~B, ~C, ~D);
}
