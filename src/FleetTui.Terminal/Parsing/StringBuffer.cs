namespace FleetTui.Terminal.Parsing;

/// <summary>The bytes of an OSC, DCS or APC string; bounded, and dropped as a whole when longer.</summary>
internal sealed class StringBuffer(int capacity)
{
    private const int Kept = 4096;
    private byte[] bytes = new byte[256];

    public int Length { get; private set; }

    /// <summary>More came than there is room for: the string means nothing.</summary>
    public bool Overflowed { get; set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public byte Last => Length > 0 ? bytes[Length - 1] : (byte)0;

    public void Reset()
    {
        Length = 0;
        Overflowed = false;
        if (bytes.Length > Kept)
            bytes = new byte[256];
    }

    public void Append(ReadOnlySpan<byte> more)
    {
        if (Overflowed || more.Length > capacity - Length)
        {
            // Nothing is kept of it: how much had come before would depend on how the bytes were cut.
            Overflowed = true;
            Length = 0;
            return;
        }

        if (more.Length > bytes.Length - Length)
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + more.Length));
        more.CopyTo(bytes.AsSpan(Length));
        Length += more.Length;
    }

    public void RemoveLast() => Length--;
}
