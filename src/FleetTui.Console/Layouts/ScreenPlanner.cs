using FleetTui.Console.Compositing;

namespace FleetTui.Console.Layouts;

/// <summary>Lays out the screen: a pure function of the window, the number of slots and the user's choice.</summary>
public static class ScreenPlanner
{
    public const int LeastTileColumns = 40;
    public const int LeastTileRows = 10;
    private const int ChipsAcross = 6;
    private const int WidestZoom = 200;

    public static ScreenPlan Plan(LayoutRequest request)
    {
        var status = new Rect(0, Math.Max(0, request.Rows - 1), request.Columns, 1);
        if (request.Columns < LeastTileColumns || request.Rows < LeastTileRows)
        {
            return new ScreenPlan(LayoutKind.Chips, false, [], [], status, null, null, 0, 1, 1, TooSmall: true);
        }

        if (request.Slots == 0)
        {
            return new ScreenPlan(LayoutKind.Chips, false, [], [], status, null, null, 0, 1, 1, TooSmall: false);
        }

        var kind = Settle(request);
        if (request.Zoomed)
        {
            return Single(request, kind, status, chipRows: 0, zoomed: true);
        }

        return kind switch
        {
            // The line between two tiles may take a column of one: 80 columns hold two.
            LayoutKind.Grid => Pages(request, kind, status, LeastTileColumns - 1, LeastTileRows),
            LayoutKind.Columns => Pages(request, kind, status, SlotSize.LeastColumns, request.Rows - 1),
            LayoutKind.Rail => Rail(request, status),
            _ => Single(request, LayoutKind.Chips, status, ChipRows(request), zoomed: false),
        };
    }

    /// <summary>The layouts that make sense in this window, in the order <c>prefix Space</c> takes.</summary>
    public static IReadOnlyList<LayoutKind> Choices(int columns, int rows)
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

        choices.Add(LayoutKind.Chips);
        return choices;
    }

    public static int RailColumns(int columns, RailWidth rail) => rail switch
    {
        RailWidth.Hidden => 0,
        RailWidth.Narrow => 18,
        _ => columns < 160 ? 26 : columns < 300 ? 30 : 36,
    };

    private static bool FitsRail(int columns, int rows) => columns >= 26 + SlotSize.LeastColumns + 1 && rows >= 24;

    private static LayoutKind Settle(LayoutRequest request)
    {
        if (request.Kind != LayoutKind.Automatic && Choices(request.Columns, request.Rows).Contains(request.Kind))
        {
            return request.Kind;
        }

        var rail = FitsRail(request.Columns, request.Rows);
        if (rail && RailShape(request, RailColumns(request.Columns, RailWidth.Automatic)).Tiles >= request.Slots)
        {
            return LayoutKind.Rail;
        }

        var grid = GridShape.For(request.Slots, request.Columns, request.Rows - 1, LeastTileColumns, LeastTileRows);
        return grid.Tiles >= request.Slots && request.Columns >= SlotSize.LeastColumns && request.Rows >= 24 && request.Slots > 1
            ? LayoutKind.Grid
            : rail ? LayoutKind.Rail : LayoutKind.Chips;
    }

    private static int ChipRows(LayoutRequest request) =>
        request.Columns < SlotSize.LeastColumns || request.Rows < 24 || request.Slots < 2 ? 0 : Math.Min(3, (request.Slots + ChipsAcross - 1) / ChipsAcross);

    private static ScreenPlan Single(LayoutRequest request, LayoutKind kind, Rect status, int chipRows, bool zoomed)
    {
        var width = Math.Min(request.Columns, WidestZoom);
        var left = (request.Columns - width) / 2;
        var header = new Rect(left, chipRows, width, 1);
        var content = new Rect(left, chipRows + 1, width, request.Rows - chipRows - 2);
        var lines = new List<PlanLine> { new(0, chipRows, request.Columns, Vertical: false) };
        return new ScreenPlan(
            kind,
            zoomed,
            [new TilePlace(request.Focus, header, content)],
            lines,
            status,
            null,
            chipRows > 0 ? new Rect(0, 0, request.Columns, chipRows) : null,
            0,
            1,
            1,
            false);
    }

    private static ScreenPlan Pages(LayoutRequest request, LayoutKind kind, Rect status, int leastWidth, int leastHeight)
    {
        var space = new Rect(0, 0, request.Columns, request.Rows - 1);
        var shape = GridShape.For(request.Slots, space.Width, space.Height, leastWidth, leastHeight);
        var pages = (request.Slots + shape.Tiles - 1) / shape.Tiles;
        var page = Math.Clamp(request.Focus, 0, request.Slots - 1) / shape.Tiles;
        var slots = Enumerable.Range(page * shape.Tiles, Math.Min(shape.Tiles, request.Slots - (page * shape.Tiles))).ToList();
        var lines = new List<PlanLine>();
        var tiles = Tiles(space, shape, slots, lines);
        return new ScreenPlan(kind, false, tiles, lines, status, null, null, page, pages, shape.Tiles, false);
    }

    private static GridShape RailShape(LayoutRequest request, int rail) =>
        GridShape.For(request.Slots, request.Columns - rail - 1, request.Rows - 2, SlotSize.LeastColumns, SlotSize.LeastRows + 1);

    private static ScreenPlan Rail(LayoutRequest request, Rect status)
    {
        var rail = RailColumns(request.Columns, request.Rail);
        var bottom = request.Rows - 2;
        var shape = RailShape(request, rail);
        var space = rail == 0 ? new Rect(0, 0, request.Columns, bottom) : new Rect(rail, 0, request.Columns - rail - 1, bottom);
        var shown = request.Shown.Where(slot => slot < request.Slots).Take(shape.Tiles).ToList();
        var lines = new List<PlanLine>
        {
            new(0, bottom, request.Columns, Vertical: false),
            new(0, 0, request.Columns, Vertical: false),
        };
        if (rail > 0)
        {
            lines.Add(new PlanLine(0, 0, bottom + 1, Vertical: true));
            lines.Add(new PlanLine(rail - 1, 0, bottom + 1, Vertical: true));
            lines.Add(new PlanLine(request.Columns - 1, 0, bottom + 1, Vertical: true));
        }

        var tiles = Tiles(space, shape, shown, lines);
        var list = rail == 0 ? (Rect?)null : new Rect(1, 1, rail - 2, bottom - 1);
        return new ScreenPlan(LayoutKind.Rail, false, tiles, lines, status, list, null, 0, 1, tiles.Count, false);
    }

    /// <summary>Cuts a space into tiles, each a header line over its content, one column between neighbours; cells left over go to the first ones.</summary>
    private static List<TilePlace> Tiles(Rect space, GridShape shape, List<int> slots, List<PlanLine> lines)
    {
        var tiles = new List<TilePlace>(slots.Count);
        var widths = Share(space.Width - (shape.Across - 1), shape.Across);
        var heights = Share(space.Height, shape.Down);
        var y = space.Y;
        for (var down = 0; down < shape.Down; down++)
        {
            lines.Add(new PlanLine(Math.Max(0, space.X - 1), y, space.Width + (space.X > 0 ? 2 : 0), Vertical: false));
            var x = space.X;
            for (var across = 0; across < shape.Across; across++)
            {
                var index = (down * shape.Across) + across;
                if (across > 0)
                {
                    lines.Add(new PlanLine(x - 1, y, heights[down] + (down < shape.Down - 1 || space.X > 0 ? 1 : 0), Vertical: true));
                }

                if (index < slots.Count)
                {
                    tiles.Add(new TilePlace(slots[index], new Rect(x, y, widths[across], 1), new Rect(x, y + 1, widths[across], heights[down] - 1)));
                }

                x += widths[across] + 1;
            }

            y += heights[down];
        }

        return tiles;
    }

    private static int[] Share(int cells, int parts) =>
        [.. Enumerable.Range(0, parts).Select(part => (cells / parts) + (part < cells % parts ? 1 : 0))];
}
