using FleetTui.Console.Tests.Fakes;
using FleetTui.Console.Tests.Screens;

namespace FleetTui.Console.Tests.Boards;

/// <summary>Every view as it is seen: over the whole screen, at the side, with a full fleet and with an empty one.</summary>
public sealed class BoardScreenSpecs
{
    private static readonly (string Name, string Key)[] All = [("fleet", "C-b w"), ("lane", "C-b Q"), ("log", "C-b e"), ("diff", "C-b V"), ("roles", "C-b y"), ("migrations", "C-b S")];

    public static TheoryData<string, string, int, int> Sizes
    {
        get
        {
            var all = new TheoryData<string, string, int, int>();
            foreach (var (name, key) in All)
            {
                all.Add(name, key, 80, 24);
                all.Add(name, key, 120, 40);
                all.Add(name, key, 200, 50);
            }

            return all;
        }
    }

    public static TheoryData<string, string> Boards
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var (name, key) in All)
            {
                all.Add(name, key);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task A_view_fills_the_window(string name, string key, int columns, int rows) =>
        Snapshot.Matches($"board-{name}-{columns}x{rows}", (await OpenAsync(key, columns, rows)).Screen());

    [Theory]
    [MemberData(nameof(Boards))]
    public async Task A_view_at_the_side_leaves_the_slots_their_place(string name, string key)
    {
        var fleet = await OpenAsync(key, 200, 50);
        var whole = fleet.Model.Plan.Tiles.Max(tile => tile.Content.Right);
        fleet.Press("s");
        Snapshot.Matches($"board-{name}-side-200x50", fleet.Screen());
        Assert.True(fleet.Model.Plan.Tiles.Max(tile => tile.Content.Right) < whole);
        Assert.Equal(200, fleet.Model.Plan.Status.Width);
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public async Task A_fleet_without_slots_has_the_same_views(string name, string key) =>
        Snapshot.Matches($"board-{name}-empty-80x24", (await OpenAsync(key, 80, 24, slots: 0)).Screen());

    [Theory]
    [MemberData(nameof(Boards))]
    public async Task Every_size_down_to_the_smallest_shows_a_frame_and_its_last_keys(string name, string key)
    {
        _ = name;
        foreach (var (columns, rows) in new[] { (40, 10), (52, 14), (99, 24), (100, 30), (133, 41), (400, 120) })
        {
            foreach (var side in new[] { false, true })
            {
                var fleet = await OpenAsync(key, columns, rows);
                fleet.Model.BoardAtSide = side;
                var screen = fleet.Screen();
                Assert.Contains("q close", screen, StringComparison.Ordinal);
                Assert.Equal(rows, screen.Split('\n').Length);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public async Task Ascii_has_no_other_characters(string name, string key)
    {
        _ = name;
        foreach (var side in new[] { false, true })
        {
            var fleet = await OpenAsync(key, 120, 40, options: SampleFleet.Options with { Ascii = true });
            fleet.Model.BoardAtSide = side;
            Assert.DoesNotContain(fleet.Screen(), character => character > '~' && !"世界👍\n".Contains(character, StringComparison.Ordinal) && !char.IsSurrogate(character));
        }
    }

    private static async Task<SampleFleet> OpenAsync(string key, int columns, int rows, int slots = 12, Console.ConsoleOptions? options = null)
    {
        var fleet = new SampleFleet(columns, rows, options, slots);
        await fleet.SettleAsync();
        fleet.Press(key);
        return await fleet.SettleAsync();
    }
}
