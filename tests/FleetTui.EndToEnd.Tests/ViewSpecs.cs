using FleetTui.EndToEnd.Tests.Harness;

namespace FleetTui.EndToEnd.Tests;

/// <summary>The views in a real terminal.</summary>
public sealed class ViewSpecs
{
    /// <summary>Each view's key after the prefix, what it shows once it has read, and all its keys; a question is answered with n.</summary>
    private static readonly (string Key, string Shows, string Keys)[] Views =
    [
        ("w", "12 slots", "> < r r o o Down Up PgDn PgUp G g R n x n L n A C-c"),
        ("Q", "NEXT, in this order", "j k L n N n PgDn PgUp G g"),
        ("V", "in the commits", "n p ] [ x + r j k Space PgUp G g Right Left > <"),
        ("y", "by whose they are", "n p Tab j k Space PgUp G g A n / C-c c r"),
        ("S", "migrations of", "[ ] { } t n j k PgDn PgUp G g r"),
        ("e", "kind: all", "f F t T / C-c c j k PgUp PgDn g G"),
    ];

    [Theory]
    [InlineData(80, 24, "")]
    [InlineData(120, 40, "1")]
    [InlineData(200, 50, "")]
    public async Task Every_view_opens_in_the_demo_and_takes_each_of_its_keys(int columns, int rows, string noColor)
    {
        await using var world = new UserWorld();
        world.Environment["NO_COLOR"] = noColor;
        await using var terminal = await world.OpenAsync(world["home"], columns, rows, "demo");
        await terminal.ShowsAsync(screen => screen.Contains("vscode", StringComparison.Ordinal) && screen.Contains("codex2", StringComparison.Ordinal), "the slots");
        foreach (var (key, shows, keys) in Views)
        {
            await terminal.PressAsync("C-b", key);
            await terminal.ShowsAsync(shows);
            foreach (var one in keys.Split(' '))
            {
                await terminal.PressAsync(one);
            }

            if (key == "Q")
            {
                await terminal.PressAsync("H");
                await terminal.ShowsAsync("H resume");
                await terminal.PressAsync("H");
                await terminal.ShowsAsync("H hold");
            }

            await terminal.PressAsync("s");
            if (columns >= 100)
            {
                await terminal.ShowsAsync("s full");
                await terminal.PressAsync("s");
            }
            else
            {
                // Where nothing fits beside it the view stays as it is; what is said of it may give way to the demo's own notices at once.
                await terminal.PressAsync("r");
            }

            await terminal.ShowsAsync(screen => screen.Contains("s side", StringComparison.Ordinal) && screen.Contains("q close", StringComparison.Ordinal), $"the view of {key} over the whole screen");
            await terminal.PressAsync("q");
            await terminal.ShowsAsync(screen => !screen.Contains("q close", StringComparison.Ordinal), $"the view of {key} closed");
        }

        await terminal.PressAsync("C-b", "d");
        Assert.Equal(0, await terminal.EndsAsync());
    }

    [Fact]
    public async Task The_lane_is_held_with_a_click_and_the_difference_shows_a_path_of_another_role()
    {
        await using var fleet = await RunningFleet.UpAsync();
        await using var terminal = await fleet.OpenAsync(120, 40);
        await terminal.ReadyAsync();
        await terminal.PressAsync("C-b", "Q");
        var screen = await terminal.ShowsAsync("H hold");
        var lines = screen.Split('\n');
        var row = Array.FindIndex(lines, line => line.Contains("H hold", StringComparison.Ordinal));
        await terminal.ClickAsync(lines[row].IndexOf("hold", StringComparison.Ordinal), row);
        await terminal.ShowsAsync("H resume");
        await terminal.PressAsync("q");

        fleet.Repository.Git.Commit(fleet.Repository.Worktree("a"), "b/theirs.txt", "mine\n", "Reach over");
        File.WriteAllText(Path.Combine(fleet.Repository.Worktree("a"), "a", "begin.txt"), "begin again\n");
        await terminal.PressAsync("C-b", "V");
        await terminal.ShowsAsync("Reach over");
        await terminal.PressAsync("x");
        await terminal.ShowsAsync("outside its domain: b/theirs.txt is b's (role role-b)");
        await terminal.PressAsync("n");
        await terminal.ShowsAsync("+begin again");

        var stat = await fleet.DoneAsync("diff", "a", "--stat");
        Assert.Contains("committed added b/theirs.txt  +1 -0  NOT ITS DOMAIN: b/theirs.txt is b's (role role-b)", stat.Output, StringComparison.Ordinal);
        var coverage = (await fleet.DoneAsync("role", "coverage", "--json", "--try", "b/**")).Json;
        Assert.Equal("role-b", coverage.GetProperty("tried").GetProperty("overlaps")[0].GetProperty("other").GetString());
        Assert.Equal(96, (await fleet.DoneAsync("migration", "day", "2026-01-02", "--json")).Json.GetProperty("slots")[0].GetProperty("capacity").GetArrayLength());
        Assert.Equal(2, (await fleet.FleetAsync("migration", "day", "soon")).Code);
    }
}
