using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using FleetTui.Terminal.Screens;

namespace FleetTui.Terminal.Rows;

/// <summary>ASCII bytes to cells of one style, eight at a time.</summary>
internal static class CellWidening
{
    private const int Block = 8;

    /// <param name="source">Bytes 0x20–0x7E.</param>
    /// <param name="target">As long.</param>
    /// <param name="style">The style of all of them.</param>
    public static void Run(ReadOnlySpan<byte> source, Span<ScreenCell> target, uint style)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(target.Length, source.Length);
        var high = (ulong)style << 32;
        ref var from = ref MemoryMarshal.GetReference(source);
        ref var to = ref Unsafe.As<ScreenCell, ulong>(ref MemoryMarshal.GetReference(target));
        var count = source.Length;
        if (count < Block)
        {
            for (var i = 0; i < count; i++)
                Unsafe.Add(ref to, i) = Unsafe.Add(ref from, i) | high;
            return;
        }

        var styles = Vector128.Create(high);
        for (var i = 0; i <= count - Block; i += Block)
            Widen(ref Unsafe.Add(ref from, i), ref Unsafe.Add(ref to, i), styles);
        // The rest as a block that ends where the run does: it writes some cells a second time.
        if (count % Block != 0)
            Widen(ref Unsafe.Add(ref from, count - Block), ref Unsafe.Add(ref to, count - Block), styles);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Widen(ref byte from, ref ulong to, Vector128<ulong> styles)
    {
        var (low, high) = Vector128.Widen(Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref from)).AsByte()));
        var (a, b) = Vector128.Widen(low);
        var (c, d) = Vector128.Widen(high);
        (a | styles).StoreUnsafe(ref to);
        (b | styles).StoreUnsafe(ref to, 2);
        (c | styles).StoreUnsafe(ref to, 4);
        (d | styles).StoreUnsafe(ref to, 6);
    }
}
