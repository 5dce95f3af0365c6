using System.Runtime.InteropServices;
using FleetTui.Terminal.Screens;

namespace FleetTui.Terminal.Rows;

/// <summary>Cells side by side that hold no character.</summary>
internal static class BlankRun
{
    /// <summary>How many cells of glyph 0 there are at the start; their styles are or-ed in.</summary>
    public static int Length(ReadOnlySpan<ScreenCell> cells, ref uint styles)
    {
        var raw = MemoryMarshal.Cast<ScreenCell, ulong>(cells);
        var x = raw.IndexOfAnyExcept(0ul);
        if (x < 0)
            return cells.Length;
        for (; x < cells.Length && cells[x].Glyph == 0; x++)
            styles |= cells[x].Style;
        return x;
    }
}
