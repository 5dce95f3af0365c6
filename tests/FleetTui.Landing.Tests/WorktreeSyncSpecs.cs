namespace FleetTui.Landing.Tests;

/// <summary>A landed slot's worktree moves on only when that changes nothing an agent may be touching.</summary>
public sealed class WorktreeSyncSpecs
{
    private static string Head(LandingWorld world, int slot = 1) => world.Sandbox.Git(world.Sandbox.Slot(slot), "rev-parse", "HEAD");

    private static LandingWorld LandedOnAMovedMain(out string head)
    {
        var world = new LandingWorld(1, new Dictionary<string, string> { ["kept.txt"] = "kept\n", ["x.txt"] = "old\n" });
        head = world.Commit(1, "a.txt");
        world.Sandbox.OutsiderLands("x.txt", "new\n");
        return world;
    }

    [Fact]
    public async Task Uncommitted_changes_of_other_files_stay_as_they_are()
    {
        using var world = LandedOnAMovedMain(out _);
        world.Sandbox.Write(world.Sandbox.Slot(1), "kept.txt", "being edited\n");
        world.Sandbox.Write(world.Sandbox.Slot(1), "untracked.txt", "notes\n");

        await world.LandAsync();

        Assert.Equal(world.Sandbox.Main, Head(world));
        Assert.Equal(" M kept.txt\n?? untracked.txt", world.Sandbox.Git(world.Sandbox.Slot(1), "status", "--porcelain"));
        Assert.Equal("being edited\n", await File.ReadAllTextAsync(Path.Combine(world.Sandbox.Slot(1), "kept.txt"), LandingWorld.Cancellation));
    }

    [Theory]
    [InlineData("x.txt", "edited as well\n")]
    public async Task A_file_being_edited_that_also_changed_on_main_keeps_the_worktree_where_it_is_until_it_is_clean(string path, string content)
    {
        using var world = LandedOnAMovedMain(out var head);
        world.Sandbox.Write(world.Sandbox.Slot(1), path, content);
        var lane = await world.LaneAsync();

        var report = await lane.LandAsync([], LandingWorld.Cancellation);

        Assert.Equal(SlotOutcome.Landed, report.Slots[0].Outcome);
        Assert.Equal(head, Head(world));
        Assert.Equal(content, await File.ReadAllTextAsync(Path.Combine(world.Sandbox.Slot(1), path), LandingWorld.Cancellation));
        Assert.Equal(QueueState.Syncing, Assert.Single(lane.Snapshot.Queue).State);

        world.Sandbox.Git(world.Sandbox.Slot(1), "checkout", "-q", "--", path);
        await lane.LandAsync([], LandingWorld.Cancellation);
        Assert.Equal(world.Sandbox.Main, Head(world));
        Assert.Empty(lane.Snapshot.Queue);
    }

    [Fact]
    public async Task An_untracked_file_in_the_way_is_not_overwritten()
    {
        using var world = new LandingWorld(1);
        var head = world.Commit(1, "a.txt");
        world.Sandbox.OutsiderLands("new.txt", "theirs\n");
        world.Sandbox.Write(world.Sandbox.Slot(1), "new.txt", "mine\n");

        var report = await world.LandAsync();

        Assert.Equal(SlotOutcome.Landed, report.Slots[0].Outcome);
        Assert.Equal(head, Head(world));
        Assert.Equal("mine\n", await File.ReadAllTextAsync(Path.Combine(world.Sandbox.Slot(1), "new.txt"), LandingWorld.Cancellation));
    }

    [Fact]
    public async Task What_an_agent_has_staged_stays_staged()
    {
        using var world = LandedOnAMovedMain(out var head);
        world.Sandbox.Write(world.Sandbox.Slot(1), "s1/staged.txt", "about to be committed\n");
        world.Sandbox.Git(world.Sandbox.Slot(1), "add", "s1/staged.txt");

        await world.LandAsync();

        Assert.Equal(head, Head(world));
        Assert.Equal("A  s1/staged.txt", world.Sandbox.Git(world.Sandbox.Slot(1), "status", "--porcelain"));
    }

    [Fact]
    public async Task A_git_at_work_in_the_slot_is_not_disturbed()
    {
        using var world = LandedOnAMovedMain(out var head);
        var theirs = Path.Combine(world.Sandbox.Hub, ".git", "worktrees", "slot01", "index.lock");
        await File.WriteAllTextAsync(theirs, "", LandingWorld.Cancellation);

        var report = await world.LandAsync();

        Assert.Equal(SlotOutcome.Landed, report.Slots[0].Outcome);
        Assert.Equal(head, Head(world));
        Assert.True(File.Exists(theirs));
    }

    [Fact]
    public async Task What_an_agent_commits_while_its_work_lands_is_kept_and_lands_next()
    {
        using var world = LandedOnAMovedMain(out _);
        world.Sandbox.HubHook("pre-push", $"unset GIT_DIR; cd '{world.Sandbox.Slot(1)}' && [ ! -e s1/late.txt ] && mkdir -p s1 && echo late > s1/late.txt && git add s1/late.txt && git commit -q -m late; exit 0");

        await world.LandAsync();
        Assert.Equal("late", world.Sandbox.Git(world.Sandbox.Slot(1), "log", "-1", "--format=%s"));
        Assert.DoesNotContain("late", world.Sandbox.Subjects());

        await world.LandAsync();
        world.AssertLandedOnce("s1 a.txt", "late");
        Assert.Equal(world.Sandbox.Main, Head(world));
    }

    [Fact]
    public async Task A_landed_commit_that_is_amended_is_held_rather_than_landed_twice()
    {
        using var world = LandedOnAMovedMain(out _);
        world.Sandbox.Write(world.Sandbox.Slot(1), "x.txt", "in the way\n");
        await world.LandAsync();
        world.Sandbox.Git(world.Sandbox.Slot(1), "checkout", "-q", "--", "x.txt");
        world.Sandbox.Write(world.Sandbox.Slot(1), "s1/a.txt", "amended\n");
        world.Sandbox.Git(world.Sandbox.Slot(1), "commit", "-q", "-a", "--amend", "-m", "amended");

        var report = await world.LandAsync();

        Assert.Equal(SlotOutcome.Held, report.Slots[0].Outcome);
        Assert.Contains("s1/a.txt", report.Slots[0].Reason, StringComparison.Ordinal);
        world.AssertLandedOnce("s1 a.txt");
    }

    /// <summary>After a landing that could not move the worktree yet, somebody begins something there: it is told what, and goes on by itself afterwards.</summary>
    [Theory]
    [InlineData("rebase")]
    [InlineData("merge")]
    [InlineData("bisect")]
    [InlineData("cherry-pick")]
    public async Task A_landed_worktree_in_the_middle_of_something_moves_afterwards(string operation)
    {
        using var world = LandedOnAMovedMain(out var head);
        world.Sandbox.Write(world.Sandbox.Slot(1), "x.txt", "in the way\n");
        var lane = await world.LaneAsync();
        await lane.LandAsync([], LandingWorld.Cancellation);
        world.Sandbox.Git(world.Sandbox.Slot(1), "checkout", "-q", "--", "x.txt");
        var mark = Path.Combine(world.Sandbox.Hub, ".git", "worktrees", "slot01", operation switch { "rebase" => "rebase-merge", "merge" => "MERGE_HEAD", "bisect" => "BISECT_LOG", _ => "CHERRY_PICK_HEAD" });
        await File.WriteAllTextAsync(mark, "", LandingWorld.Cancellation);

        await lane.LandAsync([], LandingWorld.Cancellation);
        Assert.Equal(head, Head(world));
        Assert.Equal($"Landed; its worktree moves later: A {operation} is in progress in its worktree.", Assert.Single(lane.Snapshot.Queue).Reason);

        File.Delete(mark);
        await lane.LandAsync([], LandingWorld.Cancellation);
        Assert.Equal(world.Sandbox.Main, Head(world));
        Assert.Empty(lane.Snapshot.Queue);
    }

    [Fact]
    public async Task A_detached_head_moves_as_a_branch_does_and_the_branch_stays()
    {
        using var world = LandedOnAMovedMain(out var head);
        world.Sandbox.Git(world.Sandbox.Slot(1), "checkout", "-q", "--detach");

        await world.LandAsync();

        Assert.Equal((world.Sandbox.Main, head), (Head(world), world.Sandbox.Git(world.Sandbox.Slot(1), "rev-parse", "slot/01")));
    }

    [Fact]
    public async Task Landed_commits_that_are_rebased_away_are_not_landed_again()
    {
        using var world = LandedOnAMovedMain(out _);
        world.Sandbox.Write(world.Sandbox.Slot(1), "x.txt", "in the way\n");
        await world.LandAsync();
        world.Sandbox.Git(world.Sandbox.Slot(1), "checkout", "-q", "--", "x.txt");
        world.Sandbox.Git(world.Sandbox.Hub, "fetch", "-q");
        world.Commit(1, "b.txt");
        world.Sandbox.Git(world.Sandbox.Slot(1), "rebase", "-q", "origin/main");

        await world.LandAsync();

        world.AssertLandedOnce("s1 a.txt", "s1 b.txt");
        Assert.Equal(world.Sandbox.Main, Head(world));
    }

    [Fact]
    public async Task A_worktree_deleted_after_its_work_landed_holds_up_nobody()
    {
        using var world = LandedOnAMovedMain(out _);
        world.Sandbox.Write(world.Sandbox.Slot(1), "x.txt", "in the way\n");
        var lane = await world.LaneAsync();
        await lane.LandAsync([], LandingWorld.Cancellation);
        Directory.Delete(world.Sandbox.Slot(1), recursive: true);

        var report = await lane.LandAsync([], LandingWorld.Cancellation);

        Assert.Equal(SlotOutcome.Waiting, report.Slots[0].Outcome);
        Assert.EndsWith("is not there (any more): fleet up s1 makes it again.", report.Slots[0].Reason, StringComparison.Ordinal);
        world.AssertLandedOnce("s1 a.txt");
    }

    [Fact]
    public async Task A_slot_that_is_merely_behind_is_not_touched()
    {
        using var world = new LandingWorld(2);
        world.Commit(1, "a.txt");
        var before = Head(world, 2);

        await world.LandAsync();

        Assert.Equal(before, Head(world, 2));
    }
}
