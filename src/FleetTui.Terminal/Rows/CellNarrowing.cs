using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using FleetTui.Terminal.Screens;

namespace FleetTui.Terminal.Rows;

/// <summary>Cells to bytes, eight at a time, as long as they are narrow and ASCII.</summary>
internal static class CellNarrowing
{
    private const int Block = 8;

    /// <summary>Bits of a glyph that no ASCII character has.</summary>
    private const ulong OtherGlyphs = 0x00000000_ffffff80;

    /// <summary>Writes the cells' characters; stops at the first eight that hold something else, and returns how many cells it took.</summary>
    /// <param name="cells">Cells as they are in a row.</param>
    /// <param name="target">At least as long.</param>
    /// <param name="styles">The style numbers of the cells taken are or-ed in.</param>
    public static int Run(ReadOnlySpan<ScreenCell> cells, Span<byte> target, ref uint styles)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(target.Length, cells.Length);
        ref var from = ref Unsafe.As<ScreenCell, ulong>(ref MemoryMarshal.GetReference(cells));
        ref var to = ref MemoryMarshal.GetReference(target);
        return Avx512F.IsSupported ? Wide(ref from, ref to, cells.Length, ref styles) : Narrow(ref from, ref to, cells.Length, ref styles);
    }

    private static int Wide(ref ulong from, ref byte to, int count, ref uint styles)
    {
        var seen = Vector512<ulong>.Zero;
        var i = 0;
        for (; i <= count - Block; i += Block)
        {
            var cells = Vector512.LoadUnsafe(ref from, (nuint)i);
            var bytes = Avx512F.ConvertToVector128Byte(cells);
            if ((cells & Vector512.Create(OtherGlyphs)) != Vector512<ulong>.Zero || IsOther(bytes))
                break;
            seen |= cells;
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, i), bytes.AsUInt64().ToScalar());
        }

        var half = seen.GetLower() | seen.GetUpper();
        styles |= (uint)((half[0] | half[1] | half[2] | half[3]) >> 32);
        return i;
    }

    private static int Narrow(ref ulong from, ref byte to, int count, ref uint styles)
    {
        var seen = Vector128<ulong>.Zero;
        var i = 0;
        for (; i <= count - Block; i += Block)
        {
            var a = Vector128.LoadUnsafe(ref from, (nuint)i);
            var b = Vector128.LoadUnsafe(ref from, (nuint)i + 2);
            var c = Vector128.LoadUnsafe(ref from, (nuint)i + 4);
            var d = Vector128.LoadUnsafe(ref from, (nuint)i + 6);
            var all = a | b | c | d;
            var half = Vector128.Narrow(Vector128.Narrow(a, b), Vector128.Narrow(c, d));
            var bytes = Vector128.Narrow(half, half);
            if ((all & Vector128.Create(OtherGlyphs)) != Vector128<ulong>.Zero || IsOther(bytes))
                break;
            seen |= all;
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, i), bytes.AsUInt64().ToScalar());
        }

        styles |= (uint)((seen[0] | seen[1]) >> 32);
        return i;
    }

    /// <summary>One of the low eight bytes is no printable character.</summary>
    private static bool IsOther(Vector128<byte> bytes) =>
        (Vector128.LessThan(bytes.AsSByte(), Vector128.Create((sbyte)0x20)).ExtractMostSignificantBits() & 0xff) != 0;
}
