using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using FleetTui.Terminal.Screens;

namespace FleetTui.Terminal.Rows;

/// <summary>Cells to bytes, eight at a time, as long as they are narrow and ASCII.</summary>
internal static class CellNarrowing
{
    private const int Block = 8;

    /// <summary>Writes the cells' characters; stops at the first eight that hold something else, and returns how many cells it took.</summary>
    /// <param name="cells">Cells as they are in a row.</param>
    /// <param name="target">At least as long.</param>
    /// <param name="styles">The style numbers of the cells taken are or-ed in.</param>
    public static int Run(ReadOnlySpan<ScreenCell> cells, Span<byte> target, ref uint styles)
    {
        var raw = MemoryMarshal.Cast<ScreenCell, ulong>(cells);
        var seen = Vector128<ulong>.Zero;
        var glyphs = Vector128.Create(0x00000000_ffffff80ul);
        var i = 0;
        for (; i + Block <= raw.Length; i += Block)
        {
            var block = raw[i..];
            var a = Vector128.Create(block);
            var b = Vector128.Create(block[2..]);
            var c = Vector128.Create(block[4..]);
            var d = Vector128.Create(block[6..]);
            var all = a | b | c | d;
            var half = Vector128.Narrow(Vector128.Narrow(a, b), Vector128.Narrow(c, d));
            var bytes = Vector128.Narrow(half, half);
            if ((all & glyphs) != Vector128<ulong>.Zero || Vector128.LessThanAny(bytes, Vector128.Create((byte)0x20)))
                break;
            seen |= all;
            BitConverter.TryWriteBytes(target[i..], bytes.AsUInt64().ToScalar());
        }

        styles |= (uint)((seen[0] | seen[1]) >> 32);
        return i;
    }
}
