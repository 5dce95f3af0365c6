namespace FleetTui.Terminal.Colors;

/// <summary>The 256 colours and the dynamic ones (OSC 4, 10–19, 104, 110–119), as programs set and ask for them. 0xRRGGBB.</summary>
internal sealed class ColorPalette(uint foreground, uint background)
{
    public const int Size = 256;

    /// <summary>OSC 5: the colours of bold, underline, blink, reverse and italic; OSC 4 numbers them from 256 on.</summary>
    public const int Special = 5;

    /// <summary>What OSC 4 can name.</summary>
    public const int Numbered = Size + Special;

    /// <summary>OSC 10 foreground, 11 background, 12 cursor, 13–19 pointer, Tektronix, highlight.</summary>
    public const int Dynamic = 10;

    private const uint Unset = uint.MaxValue;
    private readonly uint[] indexed = Fresh(Numbered);
    private readonly uint[] dynamic = Fresh(Dynamic);

    /// <summary>All that programs changed; 0xFFFFFFFF where nothing was.</summary>
    public ReadOnlySpan<uint> Indexed => indexed;

    public ReadOnlySpan<uint> DynamicColors => dynamic;

    public uint this[int index]
    {
        get => indexed[index] != Unset ? indexed[index] : index < Size ? Standard(index) : GetDynamic(0);
        set => indexed[index] = value;
    }

    public uint GetDynamic(int which) => dynamic[which] != Unset ? dynamic[which] : which switch
    {
        1 or 4 or 6 or 7 => background,
        _ => foreground,
    };

    public void SetDynamic(int which, uint color) => dynamic[which] = color;

    public void ResetIndexed(int index) => indexed[index] = Unset;

    public void ResetDynamic(int which) => dynamic[which] = Unset;

    public void Reset()
    {
        Array.Fill(indexed, Unset);
        Array.Fill(dynamic, Unset);
    }

    public void Restore(ReadOnlySpan<uint> indexedColors, ReadOnlySpan<uint> dynamicColors)
    {
        indexedColors.CopyTo(indexed);
        dynamicColors.CopyTo(dynamic);
    }

    /// <summary>xterm's colours: 16 named, a 6×6×6 cube, 24 greys.</summary>
    internal static uint Standard(int index)
    {
        if (index < 16)
            return Named[index];
        if (index >= 232)
            return (uint)(8 + ((index - 232) * 10)) * 0x010101;
        var cube = index - 16;
        return (Level(cube / 36) << 16) | (Level(cube / 6 % 6) << 8) | Level(cube % 6);
    }

    private static ReadOnlySpan<uint> Named =>
    [
        0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
        0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
    ];

    private static uint Level(int step) => step == 0 ? 0 : (uint)(55 + (step * 40));

    private static uint[] Fresh(int count)
    {
        var colors = new uint[count];
        Array.Fill(colors, Unset);
        return colors;
    }
}
