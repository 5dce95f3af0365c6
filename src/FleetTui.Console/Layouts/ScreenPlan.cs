using FleetTui.Console.Compositing;

namespace FleetTui.Console.Layouts;

/// <summary>Where one slot is live: a header line, and the cells its terminal is seen through.</summary>
public sealed record TilePlace(int Slot, Rect Header, Rect Content);

/// <summary>A line between tiles, one cell thick.</summary>
public readonly record struct PlanLine(int X, int Y, int Length, bool Vertical);

/// <summary>The whole screen, cut into places.</summary>
/// <param name="Kind">The layout in force; never <see cref="LayoutKind.Automatic"/>.</param>
/// <param name="Status">The last row.</param>
/// <param name="Rail">The list of slots, without its frame, or null.</param>
/// <param name="Chips">The rows of chips, or null.</param>
/// <param name="Page">0-based page of the grid or columns.</param>
/// <param name="PerPage">Tiles on a full page.</param>
/// <param name="TooSmall">Below 40×10: nothing but one line fits.</param>
public sealed record ScreenPlan(
    LayoutKind Kind,
    bool Zoomed,
    IReadOnlyList<TilePlace> Tiles,
    IReadOnlyList<PlanLine> Lines,
    Rect Status,
    Rect? Rail,
    Rect? Chips,
    int Page,
    int Pages,
    int PerPage,
    bool TooSmall)
{
    public TilePlace? TileOf(int slot) => Tiles.FirstOrDefault(tile => tile.Slot == slot);

    public TilePlace? TileAt(int x, int y) => Tiles.FirstOrDefault(tile => tile.Header.Contains(x, y) || tile.Content.Contains(x, y));
}
