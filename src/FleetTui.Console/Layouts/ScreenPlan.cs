using FleetTui.Console.Compositing;

namespace FleetTui.Console.Layouts;

/// <summary>Where one slot is seen: a header line, and the cells below it.</summary>
/// <param name="Card">Too small for a live terminal, or not wanted as one: a few words and the last lines.</param>
public sealed record TilePlace(int Slot, Rect Header, Rect Content, bool Card = false);

/// <summary>Where a slot could be.</summary>
public sealed record EmptyPlace(string Name, Rect Header, Rect Content);

/// <summary>A line between tiles, one cell thick.</summary>
public readonly record struct PlanLine(int X, int Y, int Length, bool Vertical);

/// <summary>The whole screen, cut into places.</summary>
/// <param name="Kind">The layout in force; never <see cref="LayoutKind.Automatic"/>.</param>
/// <param name="Status">The last row.</param>
public sealed record ScreenPlan(LayoutKind Kind, IReadOnlyList<TilePlace> Tiles, IReadOnlyList<PlanLine> Lines, Rect Status)
{
    public bool Zoomed { get; init; }

    /// <summary>Below 40×10: nothing but one line fits.</summary>
    public bool TooSmall { get; init; }

    /// <summary>The user's own page does not fit: the slot with the keyboard alone is shown, and the page comes back with the room.</summary>
    public bool Squeezed { get; init; }

    /// <summary>The list of slots, without its frame, or null.</summary>
    public Rect? Rail { get; init; }

    /// <summary>The rows of chips, or null.</summary>
    public Rect? Chips { get; init; }

    /// <summary>Places without a slot.</summary>
    public IReadOnlyList<EmptyPlace> Empty { get; init; } = [];

    /// <summary>What the mouse can drag.</summary>
    public IReadOnlyList<PlanBorder> Borders { get; init; } = [];

    /// <summary>The page as a tree, in <see cref="Space"/>; null where there are no slots.</summary>
    public LayoutNode? Tree { get; init; }

    public Rect Space { get; init; }

    /// <summary>0-based.</summary>
    public int Page { get; init; }

    /// <summary>The slots of each page, in reading order; one page where there are none.</summary>
    public IReadOnlyList<IReadOnlyList<int>> PageSlots { get; init; } = [[]];

    public int Pages => PageSlots.Count;

    /// <summary>What the user calls the pages, as far as they have names.</summary>
    public IReadOnlyList<string> PageNames { get; init; } = [];

    public string NameOf(int page) => page < PageNames.Count ? PageNames[page] : "";

    public TilePlace? TileOf(int slot) => Tiles.FirstOrDefault(tile => tile.Slot == slot);

    public TilePlace? TileAt(int x, int y) => Tiles.FirstOrDefault(tile => tile.Header.Contains(x, y) || tile.Content.Contains(x, y));

    public EmptyPlace? EmptyAt(int x, int y) => Empty.FirstOrDefault(place => place.Header.Contains(x, y) || place.Content.Contains(x, y));

    /// <summary>The border at a cell: first the columns between places, then the headers below others.</summary>
    public PlanBorder? BorderAt(int x, int y) => Borders.OrderBy(border => border.Rows).ThenByDescending(border => border.Path.Length).FirstOrDefault(border => border.Area.Contains(x, y));
}
