using System.Buffers;
using System.Text;

namespace FleetTui.Terminal.Parsing;

/// <summary>The first bytes of a UTF-8 code point whose rest has not come yet; each maximal malformed part is one U+FFFD (Unicode §3.9, practice of the W3C).</summary>
internal sealed class Utf8Tail
{
    private uint bytes;

    public bool IsEmpty => Count == 0;

    public int Count { get; private set; }

    /// <summary>Bytes and count, for snapshots.</summary>
    public (uint Bytes, int Count) State
    {
        get => (bytes, Count);
        set => (bytes, Count) = value;
    }

    public void Clear() => (bytes, Count) = (0, 0);

    public void Set(ReadOnlySpan<byte> partial)
    {
        Clear();
        foreach (var b in partial)
            bytes |= (uint)b << (8 * Count++);
    }

    public static OperationStatus Decode(ReadOnlySpan<byte> source, out uint codePoint, out int used)
    {
        // Three-byte characters are what boxes, arrows and CJK are made of.
        if (source.Length >= 3 && (source[0] & 0xf0) == 0xe0 && (source[1] & 0xc0) == 0x80 && (source[2] & 0xc0) == 0x80)
        {
            codePoint = (uint)((source[0] & 15) << 12 | (source[1] & 63) << 6 | (source[2] & 63));
            if (codePoint >= 0x800 && codePoint - 0xd800 >= 0x800)
            {
                used = 3;
                return OperationStatus.Done;
            }
        }

        var status = Rune.DecodeFromUtf8(source, out var rune, out used);
        codePoint = (uint)rune.Value;
        return status;
    }

    /// <summary>Adds bytes until a code point is whole or broken; <paramref name="used"/> counts only the new bytes.</summary>
    public OperationStatus Continue(ReadOnlySpan<byte> more, out uint codePoint, out int used)
    {
        Span<byte> joined = stackalloc byte[4];
        var held = Count;
        for (var i = 0; i < held; i++)
            joined[i] = (byte)(bytes >> (8 * i));
        var take = Math.Min(4 - held, more.Length);
        more[..take].CopyTo(joined[held..]);
        var status = Decode(joined[..(held + take)], out codePoint, out var consumed);
        if (status == OperationStatus.NeedMoreData)
        {
            Set(joined[..(held + take)]);
            used = take;
            return status;
        }

        Clear();
        used = Math.Max(consumed - held, 0);
        return status;
    }
}
