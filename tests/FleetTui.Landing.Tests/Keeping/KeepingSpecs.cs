using FleetTui.Configuration;
using FleetTui.Landing.Keeping;

namespace FleetTui.Landing.Tests.Keeping;

/// <summary>Nothing that a slot ever had to land is lost, whatever becomes of its branch and its worktree.</summary>
public sealed class KeepingSpecs : IDisposable
{
    private readonly LandingWorld world = new(2);
    private readonly CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(LandingWorld.Cancellation);
    private Lane lane = null!;
    private Task running = Task.CompletedTask;

    private string Slot => world.Sandbox.Slot(1);

    [Fact]
    public async Task Commits_reset_away_are_kept_and_come_back_as_a_branch()
    {
        await StartAsync();
        var lost = await CommitAsync("a.txt");
        world.Sandbox.Git(Slot, "reset", "-q", "--hard", "HEAD^");
        var told = await KeptAsync();
        Assert.Equal(("s1", lost[..10], "rewritten", 1), (told.Slot, told.Id, told.Why, told.Commits));
        world.Sandbox.Git(world.Sandbox.Hub, "reflog", "expire", "--expire=now", "--all");
        world.Sandbox.Git(world.Sandbox.Hub, "gc", "-q", "--prune=now");

        var recovery = await RecoveryAsync();
        var state = Assert.Single(await recovery.ListAsync("s1", "refs/remotes/origin/main", LandingWorld.Cancellation));
        Assert.Equal(("s1 a.txt", false), (Assert.Single(state.Commits).Subject, state.Commits[0].Landed));
        Assert.Empty(await recovery.ListAsync("s2", null, LandingWorld.Cancellation));
        Assert.Null(await recovery.ToBranchAsync(state, LandingWorld.Cancellation));
        Assert.Null(await recovery.ToBranchAsync(state, LandingWorld.Cancellation));
        Assert.Equal(lost, world.Sandbox.Git(world.Sandbox.Hub, "rev-parse", $"fleet/recovered/s1-{lost[..10]}"));
    }

    [Fact]
    public async Task They_come_back_onto_the_slot_only_when_it_is_clean_and_they_fit()
    {
        await StartAsync();
        var lost = await CommitAsync("a.txt");
        world.Sandbox.Git(Slot, "reset", "-q", "--hard", "HEAD^");
        await KeptAsync();
        var recovery = await RecoveryAsync();
        var state = (await recovery.ListAsync(null, "refs/remotes/origin/main", LandingWorld.Cancellation))[0];

        world.Sandbox.Write(Slot, "s1/other.txt", "being written\n");
        Assert.StartsWith("s1 is in the middle of something (1 uncommitted paths)", await OntoAsync(recovery, state), StringComparison.Ordinal);
        File.Delete(Path.Combine(Slot, "s1/other.txt"));
        Assert.Null(await OntoAsync(recovery, state));
        Assert.Equal(lost, world.Sandbox.Git(Slot, "rev-parse", "HEAD"));

        world.Sandbox.Git(Slot, "reset", "-q", "--hard", "HEAD^");
        var other = world.Commit(1, "a.txt", "something else\n");
        Assert.StartsWith("It does not fit on what s1 has now", await OntoAsync(recovery, state), StringComparison.Ordinal);
        Assert.Equal((other, ""), (world.Sandbox.Git(Slot, "rev-parse", "HEAD"), world.Sandbox.Git(Slot, "status", "--porcelain")));

        world.Sandbox.Git(Slot, "reset", "-q", "--hard", "HEAD^");
        world.Commit(1, "b.txt");
        Assert.Null(await OntoAsync(recovery, state));
        Assert.Equal("s1 a.txt\ns1 b.txt", world.Sandbox.Git(Slot, "log", "-2", "--format=%s"));
    }

    [Fact]
    public async Task A_rebase_or_another_message_loses_nothing_and_keeps_nothing()
    {
        await StartAsync();
        await CommitAsync("a.txt");
        world.Sandbox.OutsiderLands("x.txt", "x\n");
        world.Sandbox.Git(world.Sandbox.Hub, "fetch", "-q");
        world.Sandbox.Git(Slot, "rebase", "-q", "origin/main");
        world.Sandbox.Git(Slot, "commit", "-q", "--amend", "-m", "better said");
        await UntilAsync(queue => queue.Any(entry => entry.Slot == "s1" && entry.Subjects.Contains("better said")));
        Assert.Empty(await (await RecoveryAsync()).ListAsync(null, null, LandingWorld.Cancellation));
    }

    [Fact]
    public async Task An_amended_away_change_and_what_happened_while_no_lane_ran_are_kept_too()
    {
        await StartAsync();
        var before = await CommitAsync("a.txt");
        await StopAsync();
        world.Sandbox.Write(Slot, "s1/a.txt", "amended\n");
        world.Sandbox.Git(Slot, "commit", "-q", "-a", "--amend", "--no-edit");
        await StartAsync();
        Assert.Equal(before[..10], (await KeptAsync()).Id);
    }

    [Fact]
    public async Task A_worktree_and_a_branch_that_are_deleted_with_unlanded_commits_are_kept()
    {
        await StartAsync();
        var lost = await CommitAsync("a.txt");
        world.Sandbox.Git(world.Sandbox.Hub, "worktree", "remove", "--force", Slot);
        world.Sandbox.Git(world.Sandbox.Hub, "branch", "-q", "-D", "slot/01");
        var told = await KeptAsync();
        Assert.Equal((lost[..10], "gone"), (told.Id, told.Why));
    }

    [Fact]
    public async Task What_was_kept_is_let_go_when_all_of_it_has_landed()
    {
        await StartAsync();
        var lost = await CommitAsync("a.txt");
        world.Sandbox.Git(Slot, "reset", "-q", "--hard", "HEAD^");
        await KeptAsync();
        world.Sandbox.OutsiderLands("x.txt", "x\n");
        world.Sandbox.Git(Slot, "cherry-pick", lost);
        await lane.LandAsync([], LandingWorld.Cancellation);
        await UntilAsync(queue => queue.Count == 0 && world.Sandbox.Git(world.Sandbox.Hub, "for-each-ref", "refs/fleet/kept", "refs/fleet/seen").Length == 0);
        world.AssertLandedOnce("s1 a.txt");
    }

    public void Dispose()
    {
        end.Cancel();
        Assert.True(running.ContinueWith(static _ => { }, TaskScheduler.Default).Wait(TimeSpan.FromMinutes(1)));
        end.Dispose();
        world.Dispose();
    }

    private CancellationTokenSource? run;

    /// <summary>A lane that looks and lands only when told to.</summary>
    private async Task StartAsync()
    {
        lane = await world.LaneAsync(LandingWorld.Settings with { Mode = LandingMode.Off });
        run = CancellationTokenSource.CreateLinkedTokenSource(end.Token);
        running = lane.RunAsync(run.Token);
    }

    private async Task StopAsync()
    {
        await run!.CancelAsync();
        await running.ContinueWith(static _ => { }, TaskScheduler.Default);
    }

    private async Task<string> CommitAsync(string name)
    {
        var commit = world.Commit(1, name);
        await UntilAsync(queue => queue.Any(entry => entry.Slot == "s1" && entry.Commits > 0));
        return commit;
    }

    private async Task<LaneEvent.Kept> KeptAsync()
    {
        await foreach (var happened in lane.Events.ReadAllAsync(LandingWorld.Cancellation))
            if (happened is LaneEvent.Kept kept)
                return kept;
        throw new InvalidOperationException("The lane ended.");
    }

    private async Task UntilAsync(Func<IReadOnlyList<QueueEntry>, bool> wanted)
    {
        while (!wanted(lane.Snapshot.Queue))
            await Task.Delay(20, LandingWorld.Cancellation);
    }

    private async Task<Recovery> RecoveryAsync() => new(await world.OpenAsync(), world.JournalDirectory);

    private Task<string?> OntoAsync(Recovery recovery, RecoverableState state) => recovery.OntoAsync(state, world.Slots[0], "refs/remotes/origin/main", LandingWorld.Cancellation);
}
