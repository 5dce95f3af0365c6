using FleetTui.Git.Discovery;
using FleetTui.Git.Running;
using FleetTui.Landing.Watching;
using FleetTui.Testing;

namespace FleetTui.Landing.Tests;

public sealed class IdleSpecs
{
    [Theory]
    [InlineData("/r/.git/refs/heads/slot/01", false, true)]
    [InlineData("/r/.git/refs/heads/slot/01.lock", false, false)]
    [InlineData("/r/.git/worktrees/slot01/HEAD", false, true)]
    [InlineData("/r/.git/worktrees/slot01/rebase-merge", false, true)]
    [InlineData("/r/.git/worktrees/slot01/index", false, false)]
    [InlineData("/r/.git/worktrees/slot01/index", true, true)]
    [InlineData("/r/.git/worktrees/slot01/fleet.index", true, false)]
    [InlineData("/r/.git/worktrees/slot01/COMMIT_EDITMSG", true, false)]
    [InlineData("/r/.git/packed-refs", false, true)]
    [InlineData("/r/.git/FETCH_HEAD", false, false)]
    public void Only_what_can_mean_a_commit_is_looked_at(string path, bool indexMatters, bool matters) =>
        Assert.Equal(matters, RefWatch.Matters(path, indexMatters));

    [Fact]
    public async Task A_lane_with_nothing_to_do_runs_no_git_whatever_an_agent_looks_at()
    {
        using var world = new LandingWorld(1);
        var log = Path.Combine(world.Sandbox.Path, "calls");
        var wrapper = Path.Combine(world.Sandbox.Path, "counting-git");
        await File.WriteAllTextAsync(wrapper, $"#!/bin/sh\necho \"$@\" >> '{log}'\nexec git \"$@\"\n", LandingWorld.Cancellation);
        File.SetUnixFileMode(wrapper, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var found = (DiscoveryResult.Found)await RepositoryDiscovery.FindAsync(world.Sandbox.Hub, new GitSettings { Executable = wrapper, Environment = GitSandbox.Environment }, LandingWorld.Cancellation);
        using var lane = Lane.Create(new LaneSetup(found.Repository, LandingWorld.Settings, world.Slots, [], world.JournalDirectory, Path.Combine(world.Sandbox.Path, "lane.lock")));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(LandingWorld.Cancellation);
        var running = lane.RunAsync(stop.Token);
        world.Commit(1, "a.txt");
        using var guard = CancellationTokenSource.CreateLinkedTokenSource(LandingWorld.Cancellation);
        guard.CancelAfter(TimeSpan.FromSeconds(120));
        await foreach (var happened in lane.Events.ReadAllAsync(guard.Token))
        {
            if (happened is LaneEvent.Landed)
                break;
        }

        // Our own writes wake the lane once more; then it sleeps.
        var calls = -1;
        for (var now = 0; calls != now; now = (await File.ReadAllLinesAsync(log, LandingWorld.Cancellation)).Length)
        {
            calls = now;
            await Task.Delay(2000, LandingWorld.Cancellation);
        }

        world.Sandbox.Write(world.Sandbox.Slot(1), "s1/draft.txt", "not committed\n");
        world.Sandbox.Git(world.Sandbox.Slot(1), "status");
        world.Sandbox.Git(world.Sandbox.Slot(1), "add", "-A");
        await Task.Delay(1000, LandingWorld.Cancellation);

        Assert.Equal(calls, (await File.ReadAllLinesAsync(log, LandingWorld.Cancellation)).Length);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }
}
