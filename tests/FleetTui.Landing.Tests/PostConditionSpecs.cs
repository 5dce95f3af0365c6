using FleetTui.Git;
using FleetTui.Landing.Slots;
using FleetTui.Landing.Trains;

namespace FleetTui.Landing.Tests;

/// <summary>A train that was not built right is seen before it is pushed, however it went wrong.</summary>
public sealed class PostConditionSpecs
{
    private static async Task<(Repository Repository, Train Train)> BuildAsync(LandingWorld world)
    {
        world.Commit(1, "a.txt", "mine\n");
        world.Commit(2, "b.txt");
        world.Sandbox.OutsiderLands("x.txt", "x\n");
        world.Sandbox.Git(world.Sandbox.Hub, "fetch", "-q", "origin");
        var repository = await world.OpenAsync();
        var positions = await SlotPositions.ReadAsync(repository, world.Slots, LandingWorld.Cancellation);
        var work = await UnlandedWork.ReadAsync(repository, positions, world.Sandbox.Main, static _ => false, LandingWorld.Cancellation);
        return (repository, await TrainBuilder.BuildAsync(repository, 1, world.Sandbox.Main, "git rebase origin/main", UnlandedWork.Ordered(work), TimeProvider.System, LandingWorld.Cancellation));
    }

    /// <summary>Makes another last commit for the train, with the author of the right one unless told otherwise.</summary>
    private static Train WithLast(LandingWorld world, Train train, Action<string> change, string? author = null)
    {
        var place = Path.Combine(world.Sandbox.Path, "forged");
        world.Sandbox.Git(world.Sandbox.Hub, "worktree", "add", "-q", "--detach", place, train.Tip);
        change(place);
        world.Sandbox.Git(place, "add", "-A");
        world.Sandbox.Git(place, "commit", "-q", "--amend", "--no-edit", "--allow-empty", author is null ? "--quiet" : $"--author={author}");
        var tip = world.Sandbox.Git(place, "rev-parse", "HEAD");
        train.Cars[^1].Commits[^1].Id = tip;
        return train with { Tip = tip };
    }

    [Fact]
    public async Task A_right_train_passes()
    {
        using var world = new LandingWorld(2);
        var (repository, train) = await BuildAsync(world);

        Assert.Null(await PostConditions.ViolatedAsync(repository, train, LandingWorld.Cancellation));
    }

    [Theory]
    [InlineData("s1/a.txt", "reverted\n", "s1/a.txt")]
    [InlineData("s2/b.txt", null, "s2/b.txt")]
    [InlineData("x.txt", "somebody else's work, reverted\n", "x.txt")]
    public async Task A_lost_reverted_or_foreign_change_is_seen(string path, string? content, string named)
    {
        using var world = new LandingWorld(2);
        var (repository, train) = await BuildAsync(world);
        var forged = WithLast(world, train, place =>
        {
            if (content is null)
                File.Delete(Path.Combine(place, path));
            else
                world.Sandbox.Write(place, path, content);
        });

        Assert.Contains(named, await PostConditions.ViolatedAsync(repository, forged, LandingWorld.Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_author_is_seen()
    {
        using var world = new LandingWorld(2);
        var (repository, train) = await BuildAsync(world);
        var forged = WithLast(world, train, static _ => { }, "Somebody Else <x@y.invalid>");

        Assert.Contains("author", await PostConditions.ViolatedAsync(repository, forged, LandingWorld.Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_commit_is_seen()
    {
        using var world = new LandingWorld(2);
        var (repository, train) = await BuildAsync(world);

        Assert.Contains("1 commits instead of 2", await PostConditions.ViolatedAsync(repository, train with { Tip = train.Cars[0].Commits[0].Id! }, LandingWorld.Cancellation), StringComparison.Ordinal);
    }
}
