using FleetTui.Console.Compositing;
using FleetTui.Console.Layouts;
using FsCheck;
using FsCheck.Fluent;

namespace FleetTui.Console.Tests.Planning;

public sealed class ScreenPlannerSpecs
{
    [Theory]
    [InlineData(80, 24, LayoutKind.Automatic, 1, 80, 20)]
    [InlineData(120, 40, LayoutKind.Automatic, 1, 93, 37)]
    [InlineData(200, 50, LayoutKind.Automatic, 12, 49, 15)]
    [InlineData(200, 50, LayoutKind.Rail, 4, 84, 23)]
    [InlineData(400, 120, LayoutKind.Automatic, 12, 90, 38)]
    public void Each_size_gets_the_tiles_it_has_room_for(int columns, int rows, LayoutKind kind, int tiles, int width, int height)
    {
        var plan = Plan(columns, rows, 12, 0, kind, zoomed: false);
        Assert.Equal(tiles, plan.Tiles.Count);
        Assert.Equal((width, height), (plan.Tiles[^1].Content.Width, plan.Tiles[^1].Content.Height));
    }

    [Fact]
    public void Zoom_at_80x24_leaves_80x22() =>
        Assert.Equal(new Rect(0, 1, 80, 22), Plan(80, 24, 12, 3, LayoutKind.Automatic, zoomed: true).Tiles.Single().Content);

    [Fact]
    public void Zoom_on_a_very_wide_screen_is_200_columns_in_the_middle() =>
        Assert.Equal((100, 200), (Plan(400, 120, 12, 0, LayoutKind.Automatic, zoomed: true).Tiles.Single().Content.X, 200));

    [Fact]
    public void Whatever_the_window_tiles_stay_inside_and_apart_and_the_focus_is_shown()
    {
        var cases =
            from columns in Gen.Choose(1, 420)
            from rows in Gen.Choose(1, 130)
            from slots in Gen.Choose(1, 20)
            from focus in Gen.Choose(0, 19)
            from kind in Gen.Elements(Enum.GetValues<LayoutKind>())
            from rail in Gen.Elements(Enum.GetValues<RailWidth>())
            from zoomed in Gen.Elements(true, false)
            select (columns, rows, slots, focus: focus % slots, kind, rail, zoomed);
        Prop.ForAll(cases.ToArbitrary(), item =>
        {
            var shown = Enumerable.Range(item.focus, item.slots).Select(slot => slot % item.slots).ToList();
            var plan = ScreenPlanner.Plan(new LayoutRequest(item.columns, item.rows, Ids(item.slots), item.focus, item.kind, item.rail, item.zoomed, shown));
            if (plan.TooSmall)
            {
                return item.columns < 40 || item.rows < 10;
            }

            var screen = new Rect(0, 0, item.columns, item.rows);
            var places = plan.Tiles.SelectMany(tile => new[] { tile.Header, tile.Content }).Append(plan.Status);
            places = plan.Rail is { } list ? places.Append(list) : places;
            places = plan.Chips is { } chips ? places.Append(chips) : places;
            var all = places.ToList();
            var apart = all.SelectMany((one, index) => all.Skip(index + 1).Select(other => one.Intersect(other))).All(common => common.IsEmpty);
            return apart && all.All(place => !place.IsEmpty && place.Intersect(screen) == place) && plan.TileOf(item.focus) is not null;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_pty_keeps_at_least_80x20() =>
        Assert.Equal((80, 20), SlotSize.For(Plan(200, 50, 12, 0, LayoutKind.Grid, false).Tiles[0].Content));

    private static List<string> Ids(int slots) => [.. Enumerable.Range(1, slots).Select(number => $"s{number}")];

    private static ScreenPlan Plan(int columns, int rows, int slots, int focus, LayoutKind kind, bool zoomed) =>
        ScreenPlanner.Plan(new LayoutRequest(columns, rows, Ids(slots), focus, kind, RailWidth.Automatic, zoomed, [.. Enumerable.Range(0, slots)]));
}
