using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using FleetTui.Terminal.Screens;

namespace FleetTui.Terminal.Rows;

/// <summary>Cells side by side that have one style.</summary>
internal static class StyleRun
{
    /// <summary>How many cells at the start have the first one's style; at least 1.</summary>
    public static int Length(ReadOnlySpan<ScreenCell> cells)
    {
        var raw = MemoryMarshal.Cast<ScreenCell, ulong>(cells);
        var style = raw[0] >> 32;
        var x = 1;
        var styles = Vector128.Create(style << 32);
        var mask = Vector128.Create(0xffffffff_00000000ul);
        for (; x + 4 <= raw.Length; x += 4)
        {
            var low = (Vector128.Create(raw[x..]) ^ styles) & mask;
            var high = (Vector128.Create(raw[(x + 2)..]) ^ styles) & mask;
            if ((low | high) != Vector128<ulong>.Zero)
                break;
        }

        while (x < raw.Length && raw[x] >> 32 == style)
            x++;
        return x;
    }
}
