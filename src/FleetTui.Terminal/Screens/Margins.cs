namespace FleetTui.Terminal.Screens;

/// <summary>DECSTBM and DECSLRM, 0-based and inclusive.</summary>
internal struct Margins
{
    public int Top;
    public int Bottom;
    public int Left;
    public int Right;

    public static Margins Full(int columns, int rows) => new() { Bottom = rows - 1, Right = columns - 1 };
}
