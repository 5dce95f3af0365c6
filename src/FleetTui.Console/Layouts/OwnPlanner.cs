using FleetTui.Console.Compositing;

namespace FleetTui.Console.Layouts;

/// <summary>Lays out the pages that the user cut, and after them the slots that are on none.</summary>
internal static class OwnPlanner
{
    private const int LeastLiveColumns = 20;
    private const int LeastLiveRows = 3;

    public static ScreenPlan Plan(LayoutRequest request, Rect status)
    {
        var own = request.Own!.Pruned(place => place.IsEmpty || request.Ids.Contains(place.Name));
        var (space, rail, chips, lines) = Frame(request, own.Frame);
        var trees = own.Pages.ToList();
        var placed = trees.SelectMany(tree => tree.Places()).Select(place => place.Name).ToHashSet(StringComparer.Ordinal);
        var rest = request.Order.Where(slot => !placed.Contains(request.Ids[slot])).Select(slot => request.Ids[slot]).ToList();
        if (rest.Count > 0)
        {
            var shape = GridShape.For(rest.Count, space.Width, space.Height, ScreenPlanner.LeastTileColumns - 1, ScreenPlanner.LeastTileRows);
            trees.AddRange(rest.Chunk(shape.Tiles).Select(shape.Tree));
        }

        var page = Math.Max(0, trees.FindIndex(tree => tree.Has(request.EmptyFocus ?? request.Ids[request.Focus])));
        var slots = trees.Select(tree => (IReadOnlyList<int>)[.. tree.Places().Where(place => place.IsSlot).Select(place => IndexOf(request, place.Name))]).ToList();
        if (!TreePlanner.Fits(trees[page], space))
        {
            return ScreenPlanner.Single(request, LayoutKind.Own, ScreenPlanner.ChipRows(request)) with { Squeezed = true, Tree = trees[page], Page = page, PageSlots = slots, PageNames = own.Names };
        }

        var plan = TreePlanner.Plan(trees[page], space, rail is not null);
        return new ScreenPlan(
            LayoutKind.Own,
            [.. plan.Places.Where(item => item.Place.IsSlot).Select(item => Sized(Tile(IndexOf(request, item.Place.Name), item.Area)))],
            [.. lines, .. plan.Lines],
            status)
        {
            Empty = [.. plan.Places.Where(item => item.Place.IsEmpty).Select(item => new EmptyPlace(item.Place.Name, Head(item.Area), Body(item.Area)))],
            Borders = rail is { } list ? [ScreenPlanner.RailBorder(list), .. plan.Borders] : plan.Borders,
            Tree = trees[page],
            Space = space,
            Rail = rail,
            Chips = chips,
            Page = page,
            PageSlots = slots,
            PageNames = own.Names,
        };
    }

    public static TilePlace Tile(int slot, Rect area) => new(slot, Head(area), Body(area));

    private static TilePlace Sized(TilePlace tile) => tile with { Card = tile.Content.Width < LeastLiveColumns || tile.Content.Height < LeastLiveRows };

    private static Rect Head(Rect area) => area with { Height = 1 };

    private static Rect Body(Rect area) => new(area.X, area.Y + 1, area.Width, area.Height - 1);

    private static int IndexOf(LayoutRequest request, string id)
    {
        var at = 0;
        while (request.Ids[at] != id)
        {
            at++;
        }

        return at;
    }

    private static (Rect Space, Rect? Rail, Rect? Chips, List<PlanLine> Lines) Frame(LayoutRequest request, PageFrame frame)
    {
        if (frame == PageFrame.Rail && ScreenPlanner.FitsRail(request.Columns, request.Rows))
        {
            var (space, list, lines) = ScreenPlanner.RailFrame(request);
            return (space, list, null, lines);
        }

        var rows = frame == PageFrame.Plain ? 0 : ScreenPlanner.ChipRows(request);
        var chips = rows > 0 ? new Rect(0, 0, request.Columns, rows) : (Rect?)null;
        return (new Rect(0, rows, request.Columns, request.Rows - rows - 1), null, chips, []);
    }
}
