using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using FleetTui.Terminal.Screens;

namespace FleetTui.Terminal.Rows;

/// <summary>Cells side by side that hold no character. Searched by hand: the library's search would be compiled at every start.</summary>
internal static class BlankRun
{
    /// <summary>How many cells of glyph 0 there are at the start; their styles are or-ed in.</summary>
    public static int Length(ReadOnlySpan<ScreenCell> cells, ref uint styles)
    {
        var x = Untouched(cells);
        for (; x < cells.Length && cells[x].Glyph == 0; x++)
            styles |= cells[x].Style;
        return x;
    }

    /// <summary>How many cells at the start are all zero.</summary>
    public static int Untouched(ReadOnlySpan<ScreenCell> cells)
    {
        var raw = MemoryMarshal.Cast<ScreenCell, ulong>(cells);
        ref var from = ref MemoryMarshal.GetReference(raw);
        var x = 0;
        if (raw.Length == 0 || raw[0] != 0)
            return 0;
        for (; x <= raw.Length - 4; x += 4)
        {
            if ((Vector128.LoadUnsafe(ref from, (nuint)x) | Vector128.LoadUnsafe(ref from, (nuint)x + 2)) != Vector128<ulong>.Zero)
                break;
        }

        while (x < raw.Length && raw[x] == 0)
            x++;
        return x;
    }
}
