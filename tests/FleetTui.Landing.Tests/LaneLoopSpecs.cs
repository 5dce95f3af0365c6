using FleetTui.Processes;

namespace FleetTui.Landing.Tests;

/// <summary>The lane in the background.</summary>
public sealed class LaneLoopSpecs
{
    private static readonly TimeSpan HangGuard = TimeSpan.FromSeconds(120);

    private static async Task<T> NextAsync<T>(Lane lane, Func<T, bool>? which = null, List<LaneEvent.Held>? held = null) where T : LaneEvent
    {
        using var guard = CancellationTokenSource.CreateLinkedTokenSource(LandingWorld.Cancellation);
        guard.CancelAfter(HangGuard);
        await foreach (var happened in lane.Events.ReadAllAsync(guard.Token))
        {
            if (happened is LaneEvent.Held late)
                held?.Add(late);
            if (happened is T wanted && which?.Invoke(wanted) != false)
                return wanted;
        }

        throw new InvalidOperationException("The lane ended.");
    }

    private static async Task WithRunningAsync(Lane lane, Func<Task> test)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(LandingWorld.Cancellation);
        var running = lane.RunAsync(stop.Token);
        try
        {
            await test();
        }
        finally
        {
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(HangGuard, CancellationToken.None));
        }
    }

    [Fact]
    public async Task Commits_made_before_and_after_the_start_land_by_themselves()
    {
        using var world = new LandingWorld(2);
        world.Commit(1, "a.txt");
        var lane = await world.LaneAsync();
        await WithRunningAsync(lane, async () =>
        {
            Assert.Equal("s1", (await NextAsync<LaneEvent.Landed>(lane)).Slot);
            world.Commit(2, "b.txt");
            Assert.Equal("s2", (await NextAsync<LaneEvent.Landed>(lane)).Slot);
            world.Commit(1, "c.txt");
            var third = await NextAsync<LaneEvent.Landed>(lane);
            Assert.Equal("s1 c.txt", Assert.Single(third.Commits).Subject);
            await lane.LandAsync([], LandingWorld.Cancellation);
        });

        world.AssertLandedOnce("s1 a.txt", "s2 b.txt", "s1 c.txt");
        Assert.Equal(3, lane.Snapshot.Landed);
        Assert.Equal(["s1 c.txt", "s2 b.txt", "s1 a.txt"], lane.Snapshot.Recent.Select(c => c.Subject));
    }

    [Fact]
    public async Task A_held_slot_is_tried_again_when_it_has_been_put_right()
    {
        using var world = new LandingWorld(1, new Dictionary<string, string> { ["shared.txt"] = "old\n" });
        world.Sandbox.Commit(world.Sandbox.Slot(1), "shared.txt", "mine\n", "mine");
        world.Sandbox.OutsiderLands("shared.txt", "theirs\n");
        var lane = await world.LaneAsync();
        await WithRunningAsync(lane, async () =>
        {
            Assert.Equal(["shared.txt"], (await NextAsync<LaneEvent.Held>(lane)).Paths);
            var slot = world.Sandbox.Slot(1);
            world.Sandbox.Git(slot, "fetch", "-q", "origin");
            world.Sandbox.TryGit(slot, "rebase", "origin/main");
            world.Sandbox.Write(slot, "shared.txt", "both\n");
            world.Sandbox.Git(slot, "add", "shared.txt");
            world.Sandbox.Git(slot, "-c", "core.editor=true", "rebase", "--continue");
            await NextAsync<LaneEvent.Landed>(lane);
        });

        Assert.Equal("both\n", world.Sandbox.OnMain("shared.txt"));
    }

    [Fact]
    public async Task A_slot_held_for_one_reason_is_told_once_however_often_main_moves()
    {
        using var world = new LandingWorld(2, new Dictionary<string, string> { ["shared.txt"] = "old\n" });
        world.Sandbox.Commit(world.Sandbox.Slot(1), "shared.txt", "mine\n", "mine");
        world.Sandbox.OutsiderLands("shared.txt", "theirs\n");
        var lane = await world.LaneAsync();
        var held = new List<LaneEvent.Held>();
        await WithRunningAsync(lane, async () =>
        {
            await NextAsync<LaneEvent.Held>(lane, held: held);
            foreach (var file in new[] { "a.txt", "b.txt" })
            {
                world.Commit(2, file);
                await NextAsync<LaneEvent.Landed>(lane, held: held);
                await lane.LandAsync([], LandingWorld.Cancellation);
            }
        });
        while (lane.Events.TryRead(out var late))
            held.AddRange(new[] { late }.OfType<LaneEvent.Held>());

        Assert.Contains("git fetch origin && git rebase origin/main", Assert.Single(held).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worktree_that_could_not_move_moves_when_the_way_is_free()
    {
        using var world = new LandingWorld(1, new Dictionary<string, string> { ["x.txt"] = "old\n" });
        world.Commit(1, "a.txt");
        world.Sandbox.OutsiderLands("x.txt", "new\n");
        world.Sandbox.Write(world.Sandbox.Slot(1), "x.txt", "edited\n");
        var lane = await world.LaneAsync();
        await WithRunningAsync(lane, async () =>
        {
            await NextAsync<LaneEvent.SyncDeferred>(lane);
            world.Sandbox.Git(world.Sandbox.Slot(1), "checkout", "-q", "--", "x.txt");
            await NextAsync<LaneEvent.Synced>(lane);
        });

        Assert.Equal(world.Sandbox.Main, world.Sandbox.Git(world.Sandbox.Slot(1), "rev-parse", "HEAD"));
    }

    [Fact]
    public async Task An_explicit_landing_does_not_wait_for_quiet()
    {
        using var world = new LandingWorld(1);
        world.Commit(1, "a.txt");
        var lane = await world.LaneAsync(LandingWorld.Settings with { Debounce = TimeSpan.FromHours(1) });
        await WithRunningAsync(lane, async () =>
        {
            var report = await lane.LandAsync([], LandingWorld.Cancellation).WaitAsync(HangGuard, LandingWorld.Cancellation);
            Assert.Equal(SlotOutcome.Landed, report.Slots[0].Outcome);
        });

        world.AssertLandedOnce("s1 a.txt");
    }

    [Fact]
    public async Task A_slot_that_changes_hands_is_read_from_its_new_role()
    {
        using var world = new LandingWorld(1);
        var lane = await world.LaneAsync();
        await WithRunningAsync(lane, async () =>
        {
            lane.UpdateSlots([world.Slots[0] with { Role = "other" }]);
            world.Commit(1, "a.txt");
            Assert.Equal("other", (await NextAsync<LaneEvent.Landed>(lane)).Commits[0].Role);
        });
    }

    [Fact]
    public async Task Two_lanes_never_land_at_once()
    {
        using var world = new LandingWorld(1);
        world.Commit(1, "a.txt");
        var lane = await world.LaneAsync();
        Task<LandingReport> landing;
        using (FileLock.TryAcquire(Path.Combine(world.Sandbox.Hub, ".git", "fleet", "lane.lock")))
        {
            landing = lane.LandAsync([], LandingWorld.Cancellation);
            Assert.NotSame(landing, await Task.WhenAny(landing, Task.Delay(500, LandingWorld.Cancellation)));
            Assert.Equal(["Begin"], world.Sandbox.Subjects());
        }

        await landing.WaitAsync(HangGuard, LandingWorld.Cancellation);
        world.AssertLandedOnce("s1 a.txt");
    }
}
