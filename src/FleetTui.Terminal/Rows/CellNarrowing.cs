using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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
        return Narrow(ref Unsafe.As<ScreenCell, ulong>(ref MemoryMarshal.GetReference(cells)), ref MemoryMarshal.GetReference(target), cells.Length, ref styles);
    }

    /// <summary>As <see cref="Run"/>, with the rest of less than eight as a block that ends where the cells do: all cells are taken when all are ASCII.</summary>
    public static int All(ReadOnlySpan<ScreenCell> cells, Span<byte> target, ref uint styles)
    {
        var count = Run(cells, target, ref styles);
        if (cells.Length < Block || count < cells.Length - (cells.Length % Block) || count == cells.Length)
            return count;
        var last = cells.Length - Block;
        return Run(cells[last..], target[last..], ref styles) == Block ? cells.Length : count;
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
