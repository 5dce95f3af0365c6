using System.Numerics;
using System.Runtime.InteropServices;

namespace FleetTui.Terminal.Snapshots;

/// <summary>CRC-32C (RFC 3720, appendix B.4) of a snapshot: a damaged one is refused as a whole rather than believed in part.</summary>
internal static class Checksum
{
    public const int Size = sizeof(uint);

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
            crc = BitOperations.Crc32C(crc, word);
        foreach (var b in bytes[(words.Length * sizeof(ulong))..])
            crc = BitOperations.Crc32C(crc, b);
        return ~crc;
    }
}
