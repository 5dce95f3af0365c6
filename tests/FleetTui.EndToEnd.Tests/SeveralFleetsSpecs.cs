using FleetTui.EndToEnd.Tests.Harness;

namespace FleetTui.EndToEnd.Tests;

/// <summary>One user, two repositories, a fleet in each, and one console that goes between them. Only the second fleet has a role-c.</summary>
public sealed class SeveralFleetsSpecs
{
    [Fact]
    public async Task One_console_goes_to_the_other_fleet_types_there_and_comes_back()
    {
        using var other = new FleetRepository(3);
        await File.WriteAllTextAsync(Path.Combine(other.Root, "fleet.toml"), "name = \"second\"\n");
        await using var fleet = await RunningFleet.UpAsync(2);
        await fleet.World.DoneAsync(other.Root, "trust");
        await fleet.World.DoneAsync(other.Root, "up");
        await using var terminal = await fleet.OpenAsync(120, 40);
        await terminal.ReadyAsync();

        await terminal.PressAsync("C-b", "s");
        await terminal.ShowsAsync("fleets that run");
        await terminal.ShowsAsync(screen => screen.Contains("* e2e", StringComparison.Ordinal) && screen.Contains(other.Root, StringComparison.Ordinal), "both fleets");
        await terminal.PressAsync("Down", "Enter");
        await terminal.ReadyAsync("role-c");
        await terminal.TypeAsync("echo $PWD > seen-$((1+1))");
        await terminal.PressAsync("Enter");
        await Eventually.TrueAsync(() => File.Exists(Path.Combine(other.Worktree("a"), "seen-2")), () => "what was typed to reach the other fleet's slot");

        await terminal.PressAsync("C-b", "L");
        await terminal.ShowsAsync(screen => screen.Contains("role-b", StringComparison.Ordinal) && !screen.Contains("role-c", StringComparison.Ordinal), "the first fleet again");
        await terminal.ReadyAsync();
        await terminal.PressAsync("C-b", ")");
        await terminal.ReadyAsync("role-c");
        await terminal.PressAsync("C-b", "d");
        Assert.Equal(0, await terminal.EndsAsync());
        Assert.Equal(0, (await fleet.FleetAsync("status")).Code);
    }
}
