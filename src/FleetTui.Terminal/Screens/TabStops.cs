namespace FleetTui.Terminal.Screens;

/// <summary>Horizontal tab stops, every 8 columns at first (HTS, TBC, DECST8C).</summary>
internal sealed class TabStops
{
    private const int MaxColumns = 1000;
    private readonly bool[] stops = new bool[MaxColumns];

    public TabStops() => Reset();

    /// <summary>One flag per column, for snapshots.</summary>
    public Span<bool> All => stops;

    public bool this[int x]
    {
        get => stops[x];
        set => stops[x] = value;
    }

    public void Reset()
    {
        for (var x = 0; x < stops.Length; x++)
            stops[x] = x % 8 == 0 && x > 0;
    }

    public void Clear() => Array.Clear(stops);

    /// <summary>The next stop after <paramref name="x"/>, at most <paramref name="last"/>.</summary>
    public int Next(int x, int last)
    {
        do
            x++;
        while (x < last && !stops[x]);
        return Math.Min(x, last);
    }

    public int Previous(int x, int first)
    {
        do
            x--;
        while (x > first && !stops[x]);
        return Math.Max(x, first);
    }
}
