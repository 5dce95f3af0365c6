using FleetTui.Terminal.Cells;

namespace FleetTui.Console.Outer.Output;

/// <summary>A number for what a row of a screen looks like: two rows that look alike have the same one (FNV-1a, 64 bits).</summary>
public static class FrameDigest
{
    private const ulong Start = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <param name="seen">What the terminal is told of a style.</param>
    /// <param name="link">The URI of a link's number in these cells; empty for none.</param>
    public static ulong OfRow(ReadOnlySpan<Cell> row, Func<CellStyle, CellStyle> seen, Func<ushort, string> link)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(link);
        var digest = Start;
        foreach (ref readonly var cell in row)
        {
            digest = Add(digest, cell.Width);
            if (cell.Width == 0)
            {
                continue;
            }

            var style = seen(cell.Style);
            digest = Add(digest, cell.Text);
            digest = Add(digest, style.Foreground.Packed);
            digest = Add(digest, style.Background.Packed);
            digest = Add(digest, style.UnderlineColor.Packed);
            digest = Add(digest, ((uint)style.Attributes << 8) | (uint)style.Underline);
            digest = Add(digest, link(cell.Style.Link));
        }

        return digest;
    }

    private static ulong Add(ulong digest, string text)
    {
        foreach (var c in text)
        {
            digest = Add(digest, c);
        }

        return Add(digest, 0xffff);
    }

    private static ulong Add(ulong digest, uint value) => (digest ^ value) * Prime;
}
