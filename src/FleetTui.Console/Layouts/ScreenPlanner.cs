using FleetTui.Console.Compositing;

namespace FleetTui.Console.Layouts;

/// <summary>Lays out the screen: a pure function of the window, the slots and the user's choice.</summary>
public static class ScreenPlanner
{
    public const int LeastTileColumns = 40;
    public const int LeastTileRows = 10;
    public const int LeastRailColumns = 12;
    public const int MostRailColumns = 1000;
    private const int NarrowRailColumns = 18;
    private const int LeastCardColumns = 24;
    private const int LeastCardRows = 5;
    private const int ChipsAcross = 6;
    private const int WidestZoom = 200;

    public static ScreenPlan Plan(LayoutRequest request)
    {
        var status = new Rect(0, Math.Max(0, request.Rows - 1), request.Columns, 1);
        if (request.Columns < LeastTileColumns || request.Rows < LeastTileRows || request.Ids.Count == 0)
        {
            return new ScreenPlan(LayoutKind.Chips, [], [], status) { TooSmall = request.Columns < LeastTileColumns || request.Rows < LeastTileRows };
        }

        var kind = Settle(request);
        if (request.Zoomed)
        {
            return Single(request, kind, chipRows: 0) with { Zoomed = true };
        }

        return kind switch
        {
            LayoutKind.Own => OwnPlanner.Plan(request, status),
            // The line between two tiles may take a column of one: 80 columns hold two.
            LayoutKind.Grid => Pages(request, kind, LeastTileColumns - 1, LeastTileRows),
            LayoutKind.Cards => Pages(request, kind, LeastCardColumns, LeastCardRows),
            LayoutKind.Columns => Pages(request, kind, SlotSize.LeastColumns, request.Rows - 1),
            LayoutKind.Rail => Rail(request, status),
            _ => Single(request, LayoutKind.Chips, ChipRows(request)),
        };
    }

    /// <summary>The layouts that make sense in this window, in the order <c>prefix Space</c> takes.</summary>
    public static IReadOnlyList<LayoutKind> Choices(int columns, int rows, bool own)
    {
        var choices = new List<LayoutKind>();
        if (columns >= (2 * LeastTileColumns) && rows > 2 * LeastTileRows)
        {
            choices.Add(LayoutKind.Grid);
        }

        if (FitsRail(columns, rows))
        {
            choices.Add(LayoutKind.Rail);
        }

        if (columns >= (2 * SlotSize.LeastColumns) + 1)
        {
            choices.Add(LayoutKind.Columns);
        }

        choices.Add(LayoutKind.Cards);
        choices.Add(LayoutKind.Chips);
        if (own)
        {
            choices.Add(LayoutKind.Own);
        }

        return choices;
    }

    /// <param name="wanted">The width that the user gave the wide rail; 0 for none.</param>
    public static int RailColumns(int columns, RailWidth rail, int wanted = 0) => rail switch
    {
        RailWidth.Hidden => 0,
        RailWidth.Narrow => NarrowRailColumns,
        _ when wanted > 0 => Math.Clamp(wanted, LeastRailColumns, Math.Max(LeastRailColumns, columns - SlotSize.LeastColumns - 1)),
        _ => columns < 160 ? 26 : columns < 300 ? 30 : 36,
    };

    internal static int ChipRows(LayoutRequest request) =>
        request.Columns < SlotSize.LeastColumns || request.Rows < 24 || request.Ids.Count < 2 ? 0 : Math.Min(3, (request.Ids.Count + ChipsAcross - 1) / ChipsAcross);

    /// <summary>One slot alone; its page and the others are as they were.</summary>
    internal static ScreenPlan Single(LayoutRequest request, LayoutKind kind, int chipRows)
    {
        var width = Math.Min(request.Columns, WidestZoom);
        var left = (request.Columns - width) / 2;
        var space = new Rect(left, chipRows, width, request.Rows - chipRows - 1);
        var tile = new TilePlace(request.Focus, space with { Height = 1 }, new Rect(left, chipRows + 1, width, space.Height - 1));
        return new ScreenPlan(kind, [tile], [new PlanLine(0, chipRows, request.Columns, Vertical: false)], new Rect(0, request.Rows - 1, request.Columns, 1))
        {
            Chips = chipRows > 0 ? new Rect(0, 0, request.Columns, chipRows) : null,
            Tree = new LayoutPlace(request.Ids[request.Focus]),
            Space = space,
            PageSlots = [request.Order],
        };
    }

    /// <summary>The frame around a rail and the places beside it.</summary>
    internal static (Rect Space, Rect? List, List<PlanLine> Lines) RailFrame(LayoutRequest request)
    {
        var rail = RailColumns(request.Columns, request.Rail, request.RailColumns);
        var bottom = request.Rows - 2;
        var lines = new List<PlanLine> { new(0, bottom, request.Columns, Vertical: false), new(0, 0, request.Columns, Vertical: false) };
        if (rail == 0)
        {
            return (new Rect(0, 0, request.Columns, bottom), null, lines);
        }

        lines.Add(new PlanLine(0, 0, bottom + 1, Vertical: true));
        lines.Add(new PlanLine(rail - 1, 0, bottom + 1, Vertical: true));
        lines.Add(new PlanLine(request.Columns - 1, 0, bottom + 1, Vertical: true));
        return (new Rect(rail, 0, request.Columns - rail - 1, bottom), new Rect(1, 1, rail - 2, bottom - 1), lines);
    }

    /// <summary>The border between a list and the places beside it.</summary>
    internal static PlanBorder RailBorder(Rect list) => PlanBorder.OfRail(new Rect(list.Right, list.Y - 1, 1, list.Height + 2));

    internal static bool FitsRail(int columns, int rows) => columns >= 26 + SlotSize.LeastColumns + 1 && rows >= 24;

    private static LayoutKind Settle(LayoutRequest request)
    {
        var own = request.Own is { Pages.Count: > 0 };
        if (request.Kind != LayoutKind.Automatic && Choices(request.Columns, request.Rows, own).Contains(request.Kind))
        {
            return request.Kind;
        }

        var rail = FitsRail(request.Columns, request.Rows);
        if (rail && RailShape(request, RailColumns(request.Columns, RailWidth.Automatic)).Tiles >= request.Ids.Count)
        {
            return LayoutKind.Rail;
        }

        var grid = GridShape.For(request.Ids.Count, request.Columns, request.Rows - 1, LeastTileColumns, LeastTileRows);
        return grid.Tiles >= request.Ids.Count && request.Columns >= SlotSize.LeastColumns && request.Rows >= 24 && request.Ids.Count > 1
            ? LayoutKind.Grid
            : rail ? LayoutKind.Rail : LayoutKind.Chips;
    }

    private static ScreenPlan Pages(LayoutRequest request, LayoutKind kind, int leastWidth, int leastHeight)
    {
        var space = new Rect(0, 0, request.Columns, request.Rows - 1);
        var shape = GridShape.For(request.Ids.Count, space.Width, space.Height, leastWidth, leastHeight);
        var pages = request.Order.Chunk(shape.Tiles).ToList<IReadOnlyList<int>>();
        var page = pages.FindIndex(slots => slots.Contains(request.Focus));
        return Tiled(request, kind, shape, pages[page], space, framed: false, [], kind == LayoutKind.Cards) with { Page = page, PageSlots = pages };
    }

    private static GridShape RailShape(LayoutRequest request, int rail) =>
        GridShape.For(request.Ids.Count, request.Columns - rail - 1, request.Rows - 2, SlotSize.LeastColumns, SlotSize.LeastRows + 1);

    private static ScreenPlan Rail(LayoutRequest request, Rect status)
    {
        var (space, list, lines) = RailFrame(request);
        var shape = RailShape(request, RailColumns(request.Columns, request.Rail, request.RailColumns));
        var shown = (shape.Tiles >= request.Ids.Count ? request.Order : request.Shown).Take(shape.Tiles).ToList();
        var plan = Tiled(request, LayoutKind.Rail, shape, shown, space, list is not null, lines, cards: false) with { Status = status, Rail = list, PageSlots = [request.Order] };
        return list is { } area ? plan with { Borders = [RailBorder(area), .. plan.Borders] } : plan;
    }

    private static ScreenPlan Tiled(LayoutRequest request, LayoutKind kind, GridShape shape, IReadOnlyList<int> slots, Rect space, bool framed, List<PlanLine> lines, bool cards)
    {
        var tree = shape.Tree([.. slots.Select(slot => request.Ids[slot])]);
        var plan = TreePlanner.Plan(tree, space, framed);
        var tiles = plan.Places.Take(slots.Count).Select((place, index) => OwnPlanner.Tile(slots[index], place.Area) with { Card = cards }).ToList();
        return new ScreenPlan(kind, tiles, [.. lines, .. plan.Lines], new Rect(0, request.Rows - 1, request.Columns, 1)) { Borders = plan.Borders, Tree = tree, Space = space };
    }
}
