using FleetTui.EndToEnd.Tests.Harness;

namespace FleetTui.EndToEnd.Tests;

public sealed class DemoSpecs
{
    [Fact]
    public async Task The_headless_demo_lands_what_its_agents_commit_and_loses_nothing()
    {
        await using var world = new UserWorld();

        var run = await world.FleetAsync(world["home"], "demo", "--headless", "--seconds", "12", "--json");

        Assert.True(run.Code == 0, run.Output + run.Error);
        var report = run.Json;
        Assert.Equal(
            ["slots", "commits", "landed", "rejectedPushes", "conflicts", "migrationsBlocked", "lost", "seconds"],
            report.EnumerateObject().Select(property => property.Name));
        Assert.Equal(12, report.GetProperty("slots").GetInt32());
        Assert.Equal(0, report.GetProperty("lost").GetInt32());
        Assert.Equal(0, report.GetProperty("rejectedPushes").GetInt32());
        Assert.InRange(report.GetProperty("landed").GetInt32(), 12, report.GetProperty("commits").GetInt32());
        Assert.Empty(Directory.GetFileSystemEntries(world["home"]));
        Assert.DoesNotContain(Directory.GetDirectories(world["tmp"]), directory => Path.GetFileName(directory).StartsWith("fleet-demo-", StringComparison.Ordinal));
        Assert.Empty(world.Processes("fleet"));
    }

    [Theory]
    [InlineData(80, 24)]
    [InlineData(200, 50)]
    public async Task The_demo_opens_on_twelve_working_slots_and_takes_everything_with_it_when_left(int columns, int rows)
    {
        await using var world = new UserWorld();
        await using var terminal = await world.OpenAsync(world["home"], columns, rows, "demo");

        await terminal.ShowsAsync(screen => screen.Contains("vscode", StringComparison.Ordinal) && screen.Contains("codex2", StringComparison.Ordinal), "the slots");
        await terminal.PressAsync("C-b", "d");

        Assert.Equal(0, await terminal.EndsAsync());
        await terminal.ShowsAsync(" 0 lost");
        Assert.DoesNotContain(Directory.GetDirectories(world["tmp"]), directory => Path.GetFileName(directory).StartsWith("fleet-demo-", StringComparison.Ordinal));
    }
}
