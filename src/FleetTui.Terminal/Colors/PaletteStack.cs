namespace FleetTui.Terminal.Colors;

/// <summary>XTPUSHCOLORS and XTPOPCOLORS: whole palettes put aside, in order or by number (bounded; what does not fit is not kept).</summary>
internal sealed class PaletteStack
{
    public const int MaxDepth = 10;
    private readonly uint[]?[] places = new uint[]?[MaxDepth];

    /// <summary>How many are on the stack: the next is pushed to this place.</summary>
    public int Used { get; private set; }

    /// <summary>The highest place that was ever written to, from 1.</summary>
    public int Stored { get; private set; }

    public ReadOnlySpan<uint[]?> Places => places;

    /// <param name="palette">What to keep.</param>
    /// <param name="place">1 to 10 keeps it there; 0 pushes it.</param>
    public void Push(ColorPalette palette, int place)
    {
        var index = place == 0 ? Used : place - 1;
        if ((uint)index >= MaxDepth)
            return;
        places[index] = [.. palette.Indexed, .. palette.DynamicColors];
        Stored = Math.Max(Stored, index + 1);
        if (place == 0)
            Used++;
    }

    /// <param name="palette">What is set.</param>
    /// <param name="place">1 to 10 takes it from there; 0 pops it.</param>
    public void Pop(ColorPalette palette, int place)
    {
        var index = place == 0 ? Used - 1 : place - 1;
        if ((uint)index >= MaxDepth || places[index] is not { } kept)
            return;
        palette.Restore(kept.AsSpan(0, ColorPalette.Numbered), kept.AsSpan(ColorPalette.Numbered));
        if (place == 0)
            Used--;
    }

    public void Restore(int used, int stored, uint[]?[] kept)
    {
        Used = Math.Clamp(used, 0, MaxDepth);
        Stored = Math.Clamp(stored, 0, MaxDepth);
        kept.CopyTo(places, 0);
    }

    public void Clear()
    {
        Array.Clear(places);
        Used = Stored = 0;
    }
}
