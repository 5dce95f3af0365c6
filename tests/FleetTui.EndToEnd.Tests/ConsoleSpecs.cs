using FleetTui.EndToEnd.Tests.Harness;

namespace FleetTui.EndToEnd.Tests;

/// <summary>The console in a real terminal.</summary>
public sealed class ConsoleSpecs
{
    [Theory]
    [InlineData(80, 24)]
    [InlineData(200, 50)]
    public async Task What_is_typed_reaches_the_focused_slot_and_its_answer_the_screen(int columns, int rows)
    {
        await using var fleet = await RunningFleet.UpAsync();
        await using var terminal = await fleet.OpenAsync(columns, rows);
        await terminal.ReadyAsync();

        await terminal.TypeAsync("echo sum=$((40+2))");
        await terminal.PressAsync("Enter");

        await terminal.ShowsAsync("sum=42");
        await fleet.PaneShowsAsync("a", "sum=42");
    }

    [Fact]
    public async Task A_zoomed_slot_has_the_whole_window_and_gives_it_back()
    {
        await using var fleet = await RunningFleet.UpAsync();
        await using var terminal = await fleet.OpenAsync(200, 50);
        await terminal.ShowsAsync("role-b");

        await terminal.PressAsync("C-b", "z");
        await terminal.ShowsAsync(screen => !screen.Contains("role-b", StringComparison.Ordinal), "one slot alone");
        await terminal.TypeAsync("until stty size | grep -q ' 200$'; do sleep 0.1; done; echo wide-$((40+2))");
        await terminal.PressAsync("Enter");
        await terminal.ShowsAsync("wide-42");

        await terminal.PressAsync("C-b", "z");
        await terminal.ShowsAsync("role-b");
    }

    [Fact]
    public async Task Who_detaches_and_comes_back_finds_everything_as_it_was()
    {
        await using var fleet = await RunningFleet.UpAsync();
        await using (var first = await fleet.OpenAsync())
        {
            await first.ReadyAsync();
            await first.TypeAsync("kept=yes; echo before-$kept");
            await first.PressAsync("Enter");
            await first.ShowsAsync("before-yes");
            await first.PressAsync("C-b", "d");
            Assert.Equal(0, await first.EndsAsync());
        }

        var pid = await fleet.PidAsync("a");
        await using var second = await fleet.OpenAsync();
        await second.ShowsAsync("before-yes");
        await second.TypeAsync("echo after-$kept");
        await second.PressAsync("Enter");

        await second.ShowsAsync("after-yes");
        Assert.Equal(pid, await fleet.PidAsync("a"));
    }

    [Fact]
    public async Task Prefix_A_gives_the_focused_slot_another_role()
    {
        await using var fleet = await RunningFleet.UpAsync();
        await using var terminal = await fleet.OpenAsync(120, 40);
        await terminal.ReadyAsync();

        await terminal.PressAsync("C-b", "A");
        await terminal.ShowsAsync("▸ role-a");
        await terminal.PressAsync("Down", "Down", "Down");
        await terminal.ShowsAsync("▸ spare");
        await terminal.PressAsync("Enter");

        await Eventually.TrueAsync(
            async () =>
            {
                var roles = (await fleet.DoneAsync("role", "list", "--json")).Json;
                var spare = roles.EnumerateArray().Single(role => role.GetProperty("name").GetString() == "spare");
                return spare.GetProperty("holder").GetString() == "a";
            },
            () => "slot a to hold the role spare");
        var file = await File.ReadAllTextAsync(fleet.Repository.RolesFile, TestContext.Current.CancellationToken);
        Assert.Contains("# Kept comment", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lane_view_tells_what_landed()
    {
        await using var fleet = await RunningFleet.UpAsync();
        fleet.Repository.Git.Commit(fleet.Repository.Worktree("a"), "a/new.txt", "new\n", "Write something new");
        await using var terminal = await fleet.OpenAsync(120, 40);
        await terminal.ReadyAsync();

        await terminal.PressAsync("C-b", "Q");
        await terminal.ShowsAsync("Write something new");
        Assert.Equal("new\n", fleet.Repository.Git.OnMain("a/new.txt"));
    }

    [Fact]
    public async Task A_window_that_becomes_tiny_and_large_again_survives()
    {
        await using var fleet = await RunningFleet.UpAsync();
        await using var terminal = await fleet.OpenAsync(120, 40);
        await terminal.ReadyAsync();

        await terminal.ResizeAsync(15, 3);
        await terminal.ResizeAsync(30, 8);
        await terminal.ShowsAsync("small");
        await terminal.ResizeAsync(120, 40);
        await terminal.ReadyAsync();
        await terminal.PressAsync("C-b", "d");

        Assert.Equal(0, await terminal.EndsAsync());
    }
}
