using FleetTui.EndToEnd.Tests.Harness;

namespace FleetTui.EndToEnd.Tests;

public sealed class MigrationSpecs
{
    [Fact]
    public async Task Twelve_processes_at_once_never_get_one_version_twice_with_and_without_a_daemon()
    {
        await using var fleet = await RunningFleet.UpAsync(2);
        var asked = await TwelveAsync(fleet);
        await fleet.DoneAsync("down", "--all");
        var alone = await TwelveAsync(fleet);
        Assert.Equal(24, asked.Concat(alone).Distinct(StringComparer.Ordinal).Count());

        var dry = (await fleet.DoneAsync("migration", "next", "a", "--dry-run")).Output;
        Assert.Equal(dry, (await fleet.DoneAsync("migration", "next", "a", "--dry-run")).Output); // 24 versions of one slot run minutes ahead of the clock
    }

    [Fact]
    public async Task What_collides_is_mended_in_the_slot_and_lands()
    {
        await using var fleet = await RunningFleet.UpAsync(2);
        var git = fleet.Repository.Git;
        await fleet.DoneAsync("lane", "pause");
        var path = (await fleet.DoneAsync("migration", "next", "a", "--name", "first")).Output.Trim();
        git.Commit(fleet.Repository.Worktree("a"), path, "select 1;\n", "Add a migration");
        git.Commit(fleet.Repository.Worktree("b"), path.Replace("first", "second", StringComparison.Ordinal), "select 2;\n", "Take the same version");
        Assert.Equal(1, (await fleet.FleetAsync("migration", "check")).Code);

        var would = await fleet.DoneAsync("migration", "fix", "b", "--dry-run");
        Assert.StartsWith("would have renamed " + path.Replace("first", "second", StringComparison.Ordinal), would.Output, StringComparison.Ordinal);
        Assert.Equal("", git.Git(fleet.Repository.Worktree("b"), "status", "--porcelain").Trim());

        var done = await fleet.DoneAsync("migration", "fix", "b");
        Assert.Contains(", staged", done.Output, StringComparison.Ordinal);
        git.Git(fleet.Repository.Worktree("b"), "commit", "-qm", "Rename the migration");
        Assert.Equal(0, (await fleet.FleetAsync("migration", "check")).Code);
        await fleet.DoneAsync("lane", "resume");
        Assert.Equal(0, (await fleet.FleetAsync("land", "--all", "--wait")).Code);
    }

    private static async Task<IReadOnlyList<string>> TwelveAsync(RunningFleet fleet)
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => fleet.DoneAsync("migration", "next", "a")));
        return [.. runs.Select(run => run.Output.Trim())];
    }
}
