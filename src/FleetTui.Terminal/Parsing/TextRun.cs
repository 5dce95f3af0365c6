using System.Numerics;
using System.Runtime.Intrinsics;

namespace FleetTui.Terminal.Parsing;

/// <summary>How far bytes go on as printable ASCII.</summary>
internal static class TextRun
{
    /// <summary>The count of bytes 0x20–0x7E that <paramref name="bytes"/> starts with.</summary>
    public static int Length(ReadOnlySpan<byte> bytes)
    {
        // Words between two colours end within a vector: no call for those.
        if (bytes.Length >= Vector128<byte>.Count)
        {
            var block = Vector128.Create(bytes).AsSByte();
            var other = (Vector128.LessThan(block, Vector128.Create((sbyte)0x20)) | Vector128.Equals(block, Vector128.Create((sbyte)0x7f))).ExtractMostSignificantBits();
            if (other != 0)
                return BitOperations.TrailingZeroCount(other);
            var rest = bytes[Vector128<byte>.Count..].IndexOfAnyExceptInRange((byte)0x20, (byte)0x7e);
            return rest < 0 ? bytes.Length : Vector128<byte>.Count + rest;
        }

        var i = 0;
        while (i < bytes.Length && bytes[i] - 0x20u < 0x5f)
            i++;
        return i;
    }
}
