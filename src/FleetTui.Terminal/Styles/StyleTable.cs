using FleetTui.Terminal.Cells;

namespace FleetTui.Terminal.Styles;

/// <summary>
/// Interns styles: cells carry a small number. Id 0 is the default style. Ids die only in <see cref="Compact"/>,
/// which the owner calls when <see cref="IsFull"/>.
/// </summary>
internal sealed class StyleTable
{
    private const int FirstLimit = 4096;
    private CellStyle[] styles = new CellStyle[16];
    private StyleBytes[] packed = [StyleBytes.Of(default), .. new StyleBytes[15]];
    private int[] slots = new int[64];
    private int limit = FirstLimit;

    public int Count { get; private set; } = 1;

    public bool IsFull => Count >= limit;

    public CellStyle this[uint id] => styles[id];

    public ref readonly CellStyle Ref(uint id) => ref styles[id];

    /// <summary>The style as rows are packed with it.</summary>
    public ref readonly StyleBytes Packed(uint id) => ref packed[id];

    public uint Intern(in CellStyle style)
    {
        if (style.Attributes == 0 && (style.Foreground.Packed | style.Background.Packed | style.UnderlineColor.Packed | (uint)style.Underline | style.Link) == 0)
            return 0;
        var mask = slots.Length - 1;
        for (var i = (int)Hash(style) & mask; ; i = (i + 1) & mask)
        {
            var id = slots[i];
            if (id == 0)
                return Add(style, i);
            if (Same(styles[id], style))
                return (uint)id;
        }
    }

    /// <summary>Forgets every style but those in <paramref name="live"/>.</summary>
    /// <param name="live">By id.</param>
    /// <param name="map">Gets old id → new id.</param>
    /// <param name="links">Old link → new link, when those were renumbered too.</param>
    public void Compact(ReadOnlySpan<bool> live, Span<uint> map, ushort[]? links)
    {
        // In place: a style never gets a number larger than it had.
        var count = Count;
        map[0] = 0;
        Array.Clear(slots);
        Count = 1;
        for (var id = 1; id < count; id++)
        {
            if (!live[id])
                continue;
            var style = styles[id];
            map[id] = Intern(links is null ? style : style with { Link = links[style.Link] });
        }

        limit = Math.Max(FirstLimit, Count * 2);
    }

    private static bool Same(in CellStyle a, in CellStyle b) =>
        a.Foreground.Packed == b.Foreground.Packed && a.Background.Packed == b.Background.Packed && a.UnderlineColor.Packed == b.UnderlineColor.Packed
        && a.Attributes == b.Attributes && a.Underline == b.Underline && a.Link == b.Link;

    /// <summary>Multiplying only carries upwards, so each step folds the high half back before the next.</summary>
    private static uint Hash(in CellStyle s)
    {
        var colors = ((ulong)s.Foreground.Packed << 32) | s.Background.Packed;
        var rest = s.UnderlineColor.Packed ^ ((ulong)s.Link << 40) ^ ((ulong)s.Underline << 32) ^ ((ulong)s.Attributes << 24);
        var h = (colors ^ (colors >> 29)) * 0x9E3779B97F4A7C15ul;
        h = (h ^ (h >> 32) ^ rest ^ (rest >> 37)) * 0xC2B2AE3D27D4EB4Ful;
        return (uint)(h ^ (h >> 32));
    }

    private uint Add(in CellStyle style, int slot)
    {
        if (Count == styles.Length)
        {
            Array.Resize(ref styles, styles.Length * 2);
            Array.Resize(ref packed, styles.Length);
        }

        var id = Count++;
        styles[id] = style;
        packed[id] = StyleBytes.Of(style);
        slots[slot] = id;
        if (Count * 2 > slots.Length)
            Rehash();
        return (uint)id;
    }

    private void Rehash()
    {
        slots = new int[slots.Length * 2];
        var mask = slots.Length - 1;
        for (var id = 1; id < Count; id++)
        {
            var i = (int)Hash(styles[id]) & mask;
            while (slots[i] != 0)
                i = (i + 1) & mask;
            slots[i] = id;
        }
    }
}
