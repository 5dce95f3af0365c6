using FleetTui.Testing;

namespace FleetTui.Landing.Tests;

public sealed class LandingSpecs
{
    private static SlotOutcome Of(LandingReport report, int slot) => report.Slots.Single(s => s.Slot == $"s{slot}").Outcome;

    private static string Reason(LandingReport report, int slot) => report.Slots.Single(s => s.Slot == $"s{slot}").Reason;

    [Fact]
    public async Task All_slots_land_with_one_push_and_move_to_the_new_main()
    {
        using var world = new LandingWorld(3);
        foreach (var slot in new[] { 1, 2, 3 })
        {
            world.Commit(slot, "a.txt");
            world.Commit(slot, "b.txt");
        }

        world.Sandbox.OriginHook("post-receive", "echo x >> ../pushes");
        var lane = await world.LaneAsync();
        var report = await lane.LandAsync([], LandingWorld.Cancellation);
        Assert.Empty(lane.Snapshot.Queue);

        Assert.All(report.Slots, s => Assert.Equal((SlotOutcome.Landed, 2), (s.Outcome, s.Commits.Count)));
        world.AssertLandedOnce("s1 a.txt", "s1 b.txt", "s2 a.txt", "s2 b.txt", "s3 a.txt", "s3 b.txt");
        Assert.Equal("x\n", await File.ReadAllTextAsync(Path.Combine(world.Sandbox.Path, "pushes"), LandingWorld.Cancellation));
        Assert.Equal(world.Sandbox.Main, report.Tip);
        foreach (var slot in new[] { 1, 2, 3 })
        {
            Assert.Equal(report.Tip, world.Sandbox.Git(world.Sandbox.Slot(slot), "rev-parse", "HEAD"));
            Assert.Equal("", world.Sandbox.Git(world.Sandbox.Slot(slot), "status", "--porcelain"));
            Assert.Equal(GitSandbox.Branch(slot), world.Sandbox.Git(world.Sandbox.Slot(slot), "branch", "--show-current"));
        }
    }

    [Fact]
    public async Task Author_date_message_and_trailers_are_kept_and_the_committer_is_the_user()
    {
        using var world = new LandingWorld(1);
        var slot = world.Sandbox.Slot(1);
        world.Sandbox.Write(slot, "s1/ü ñ \"quoted\".txt", "x");
        world.Sandbox.Git(slot, "add", "-A");
        world.Sandbox.Git(slot, "-c", "user.name=Ägent Ø", "-c", "user.email=a@b.invalid", "commit", "-q", "--date=1999999999 +0545", "-m", "Süß: subject\n\nBody.\n\nReviewed-by: Someone <x@y.invalid>");

        world.Sandbox.OutsiderLands("elsewhere.txt", "x\n");

        await world.LandAsync();

        Assert.Equal(
            "Ägent Ø|a@b.invalid|1999999999 +0545|Agent|Süß: subject\n\nBody.\n\nReviewed-by: Someone <x@y.invalid>",
            world.Sandbox.Git(world.Sandbox.Origin, "log", "-1", "--date=raw", "--format=%an|%ae|%ad|%cn|%B", "main").TrimEnd('\n'));
    }

    [Fact]
    public async Task A_slot_that_sits_on_the_tip_of_main_lands_with_the_very_commits_it_made()
    {
        using var world = new LandingWorld(1);
        world.Commit(1, "a.txt");
        var head = world.Commit(1, "b.txt");

        Assert.Equal(head, (await world.LandAsync()).Tip);
    }

    [Fact]
    public async Task Landing_again_lands_nothing()
    {
        using var world = new LandingWorld(2);
        world.Commit(1, "a.txt");
        await world.LandAsync();
        var main = world.Sandbox.Main;

        var again = await world.LandAsync();

        Assert.All(again.Slots, s => Assert.Equal(SlotOutcome.Nothing, s.Outcome));
        Assert.Equal(main, world.Sandbox.Main);
    }

    [Fact]
    public async Task Renames_deletes_mode_changes_links_and_a_file_that_becomes_a_directory_arrive_as_they_are()
    {
        using var world = new LandingWorld(1, new Dictionary<string, string> { ["s1/old.txt"] = "1\n", ["s1/gone.txt"] = "2\n", ["s1/run.sh"] = "3\n", ["s1/thing"] = "4\n" });
        var slot = world.Sandbox.Slot(1);
        world.Sandbox.Git(slot, "mv", "s1/old.txt", "s1/new.txt");
        world.Sandbox.Git(slot, "rm", "-q", "s1/gone.txt", "s1/thing");
        world.Sandbox.Write(slot, "s1/thing/inside", "5\n");
        File.SetUnixFileMode(Path.Combine(slot, "s1/run.sh"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.CreateSymbolicLink(Path.Combine(slot, "s1/link"), "new.txt");
        world.Sandbox.CommitAll(slot, "All kinds");
        var tree = world.Sandbox.Git(slot, "rev-parse", "HEAD:s1");
        world.Sandbox.OutsiderLands("elsewhere.txt", "x\n");

        await world.LandAsync();

        Assert.Equal(tree, world.Sandbox.Git(world.Sandbox.Origin, "rev-parse", "main:s1"));
        world.AssertLandedOnce("All kinds");
    }

    [Fact]
    public async Task Main_that_moved_before_is_built_upon()
    {
        using var world = new LandingWorld(1);
        world.Commit(1, "a.txt");
        world.Sandbox.OutsiderLands("elsewhere.txt", "x\n");

        var report = await world.LandAsync();

        Assert.Equal(SlotOutcome.Landed, Of(report, 1));
        world.AssertLandedOnce("From outside", "s1 a.txt");
    }

    [Fact]
    public async Task Edits_of_one_file_in_different_places_are_merged()
    {
        var lines = string.Concat(Enumerable.Range(0, 30).Select(i => $"line {i}\n"));
        using var world = new LandingWorld(2, new Dictionary<string, string> { ["shared.txt"] = lines });
        world.Sandbox.Commit(world.Sandbox.Slot(1), "shared.txt", lines.Replace("line 2\n", "line two\n", StringComparison.Ordinal), "top");
        world.Sandbox.Commit(world.Sandbox.Slot(2), "shared.txt", lines.Replace("line 28\n", "line twenty-eight\n", StringComparison.Ordinal), "bottom");

        await world.LandAsync();

        world.AssertLandedOnce("top", "bottom");
        var there = world.Sandbox.OnMain("shared.txt")!;
        Assert.Contains("line two\n", there, StringComparison.Ordinal);
        Assert.Contains("line twenty-eight\n", there, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slot_that_conflicts_with_another_is_held_and_the_rest_land()
    {
        using var world = new LandingWorld(3, new Dictionary<string, string> { ["shared.txt"] = "old\n" });
        world.Sandbox.Commit(world.Sandbox.Slot(1), "shared.txt", "one\n", "first");
        world.Sandbox.Commit(world.Sandbox.Slot(2), "shared.txt", "two\n", "second");
        world.Commit(3, "a.txt");

        var report = await world.LandAsync();

        Assert.Equal([SlotOutcome.Landed, SlotOutcome.Held, SlotOutcome.Landed], [Of(report, 1), Of(report, 2), Of(report, 3)]);
        Assert.Contains("conflicts with s1 in shared.txt", Reason(report, 2), StringComparison.Ordinal);
        Assert.Equal("one\n", world.Sandbox.OnMain("shared.txt"));
        world.AssertLandedOnce("first", "s3 a.txt");
        Assert.Equal("two\n", await File.ReadAllTextAsync(Path.Combine(world.Sandbox.Slot(2), "shared.txt"), LandingWorld.Cancellation));
    }

    [Fact]
    public async Task A_conflict_halfway_through_a_slot_takes_all_of_that_slot_out()
    {
        using var world = new LandingWorld(2, new Dictionary<string, string> { ["shared.txt"] = "old\n" });
        world.Commit(1, "before.txt");
        world.Sandbox.Commit(world.Sandbox.Slot(1), "shared.txt", "one\n", "conflicting");
        world.Commit(2, "a.txt");
        world.Sandbox.OutsiderLands("shared.txt", "outside\n");

        var report = await world.LandAsync();

        Assert.Equal(SlotOutcome.Held, Of(report, 1));
        Assert.Contains("conflicts with main in shared.txt", Reason(report, 1), StringComparison.Ordinal);
        Assert.Null(world.Sandbox.OnMain("s1/before.txt"));
        world.AssertLandedOnce("s2 a.txt");
    }

    [Fact]
    public async Task A_file_and_a_directory_of_one_name_are_a_conflict_not_a_silent_loss()
    {
        using var world = new LandingWorld(2);
        world.Sandbox.Commit(world.Sandbox.Slot(1), "name", "a file\n", "file");
        world.Sandbox.Commit(world.Sandbox.Slot(2), "name/inside", "in a directory\n", "directory");

        var report = await world.LandAsync();

        Assert.Equal([SlotOutcome.Landed, SlotOutcome.Held], [Of(report, 1), Of(report, 2)]);
        Assert.Equal("a file\n", world.Sandbox.OnMain("name"));
    }

    [Fact]
    public async Task The_same_change_already_upstream_is_dropped_not_landed_twice()
    {
        using var world = new LandingWorld(1);
        world.Sandbox.Commit(world.Sandbox.Slot(1), "same.txt", "same\n", "mine");
        world.Commit(1, "more.txt");
        world.Sandbox.OutsiderLands("same.txt", "same\n", "theirs");

        var report = await world.LandAsync();

        Assert.Equal(SlotOutcome.Landed, Of(report, 1));
        Assert.DoesNotContain("mine", world.Sandbox.Subjects());
        world.AssertLandedOnce("theirs", "s1 more.txt");
        Assert.Equal(world.Sandbox.Main, world.Sandbox.Git(world.Sandbox.Slot(1), "rev-parse", "HEAD"));
    }

    [Fact]
    public async Task A_clean_merge_of_main_into_a_slot_is_flattened()
    {
        using var world = new LandingWorld(1);
        world.Commit(1, "a.txt");
        world.Sandbox.OutsiderLands("elsewhere.txt", "x\n");
        var slot = world.Sandbox.Slot(1);
        world.Sandbox.Git(slot, "fetch", "-q", "origin");
        world.Sandbox.Git(slot, "merge", "-q", "--no-edit", "origin/main");
        world.Commit(1, "b.txt");

        var report = await world.LandAsync();

        Assert.Equal(SlotOutcome.Landed, Of(report, 1));
        world.AssertLandedOnce("s1 a.txt", "s1 b.txt", "From outside");
        Assert.Equal(world.Sandbox.Main, world.Sandbox.Git(slot, "rev-parse", "HEAD"));
    }

    [Fact]
    public async Task A_merge_that_holds_a_fix_of_its_own_is_held_instead_of_losing_it()
    {
        using var world = new LandingWorld(1);
        world.Commit(1, "a.txt");
        world.Sandbox.OutsiderLands("elsewhere.txt", "x\n");
        var slot = world.Sandbox.Slot(1);
        world.Sandbox.Git(slot, "fetch", "-q", "origin");
        world.Sandbox.Git(slot, "merge", "-q", "--no-commit", "--no-ff", "origin/main");
        world.Sandbox.Write(slot, "s1/fix.txt", "only in the merge\n");
        world.Sandbox.CommitAll(slot, "evil merge");

        var report = await world.LandAsync();

        Assert.Equal(SlotOutcome.Held, Of(report, 1));
        Assert.Contains("changes of its own", Reason(report, 1), StringComparison.Ordinal);
        Assert.Null(world.Sandbox.OnMain("s1/a.txt"));
    }

    [Fact]
    public async Task Two_slots_with_the_same_commit_land_it_once()
    {
        using var world = new LandingWorld(2);
        world.Commit(1, "a.txt");
        world.Sandbox.Git(world.Sandbox.Slot(2), "reset", "-q", "--hard", GitSandbox.Branch(1));
        world.Commit(2, "b.txt");

        var report = await world.LandAsync();

        Assert.Equal([SlotOutcome.Landed, SlotOutcome.Landed], [Of(report, 1), Of(report, 2)]);
        world.AssertLandedOnce("s1 a.txt", "s2 b.txt");
        Assert.All(new[] { 1, 2 }, i => Assert.Equal(world.Sandbox.Main, world.Sandbox.Git(world.Sandbox.Slot(i), "rev-parse", "HEAD")));
    }

    [Fact]
    public async Task An_empty_commit_lands_once()
    {
        using var world = new LandingWorld(1);
        world.Sandbox.Git(world.Sandbox.Slot(1), "commit", "-q", "--allow-empty", "-m", "nothing in it");

        await world.LandAsync();
        await world.LandAsync();

        world.AssertLandedOnce("nothing in it");
    }

    [Fact]
    public async Task Commits_on_a_detached_head_land_from_there()
    {
        using var world = new LandingWorld(1);
        world.Sandbox.Git(world.Sandbox.Slot(1), "checkout", "-q", "--detach");
        world.Commit(1, "a.txt");

        var report = await world.LandAsync();

        Assert.Equal(SlotOutcome.Landed, Of(report, 1));
        world.AssertLandedOnce("s1 a.txt");
    }

    [Fact]
    public async Task A_deleted_worktree_is_told_and_the_rest_land()
    {
        using var world = new LandingWorld(2);
        world.Commit(1, "a.txt");
        world.Commit(2, "b.txt");
        Directory.Delete(world.Sandbox.Slot(1), recursive: true);

        var report = await world.LandAsync();

        Assert.Equal([SlotOutcome.Waiting, SlotOutcome.Landed], [Of(report, 1), Of(report, 2)]);
        Assert.Contains("not there", Reason(report, 1), StringComparison.Ordinal);
        Assert.Equal("s1 a.txt", world.Sandbox.Git(world.Sandbox.Hub, "log", "-1", "--format=%s", GitSandbox.Branch(1)));
    }

    [Fact]
    public async Task A_slot_in_its_own_rebase_is_left_alone()
    {
        using var world = new LandingWorld(2, new Dictionary<string, string> { ["shared.txt"] = "old\n" });
        world.Sandbox.Commit(world.Sandbox.Slot(1), "shared.txt", "mine\n", "mine");
        world.Commit(2, "b.txt");
        world.Sandbox.OutsiderLands("shared.txt", "theirs\n");
        var slot = world.Sandbox.Slot(1);
        world.Sandbox.Git(slot, "fetch", "-q", "origin");
        Assert.NotEqual(0, world.Sandbox.TryGit(slot, "rebase", "origin/main").Code);
        var before = world.Sandbox.Git(slot, "status", "--porcelain=v2");

        var report = await world.LandAsync();

        Assert.Equal([SlotOutcome.Waiting, SlotOutcome.Landed], [Of(report, 1), Of(report, 2)]);
        Assert.Contains("rebase", Reason(report, 1), StringComparison.Ordinal);
        Assert.Equal(before, world.Sandbox.Git(slot, "status", "--porcelain=v2"));
    }

    [Fact]
    public async Task Only_the_named_slots_land()
    {
        using var world = new LandingWorld(2);
        world.Commit(1, "a.txt");
        world.Commit(2, "b.txt");
        var lane = await world.LaneAsync();

        var report = await lane.LandAsync(["s2"], LandingWorld.Cancellation);

        Assert.Equal("s2", Assert.Single(report.Slots).Slot);
        Assert.Equal(["Begin", "s2 b.txt"], world.Sandbox.Subjects());
    }

    [Fact]
    public async Task A_paused_lane_lands_nothing_and_says_so()
    {
        using var world = new LandingWorld(1);
        world.Commit(1, "a.txt");
        var lane = await world.LaneAsync();
        lane.Pause();

        var report = await lane.LandAsync([], LandingWorld.Cancellation);
        Assert.Equal(SlotOutcome.Waiting, Of(report, 1));
        Assert.Equal(["Begin"], world.Sandbox.Subjects());

        lane.Resume();
        Assert.Equal(SlotOutcome.Landed, Of(await lane.LandAsync([], LandingWorld.Cancellation), 1));
    }

    [Fact]
    public async Task In_place_mode_rebases_in_the_worktree_and_pushes()
    {
        using var world = new LandingWorld(2);
        world.Commit(1, "a.txt");
        world.Commit(2, "b.txt");
        world.Sandbox.OutsiderLands("x.txt", "x\n");
        var lane = await world.LaneAsync(LandingWorld.Settings with { Mode = Configuration.LandingMode.InPlace });

        var report = await lane.LandAsync([], LandingWorld.Cancellation);

        Assert.All(report.Slots, s => Assert.Equal(SlotOutcome.Landed, s.Outcome));
        world.AssertLandedOnce("s1 a.txt", "s2 b.txt", "From outside");
        Assert.Equal(world.Sandbox.Main, world.Sandbox.Git(world.Sandbox.Slot(2), "rev-parse", "HEAD"));
    }

    [Fact]
    public async Task In_place_mode_aborts_its_own_rebase_when_it_conflicts()
    {
        using var world = new LandingWorld(1, new Dictionary<string, string> { ["shared.txt"] = "old\n" });
        var head = world.Sandbox.Commit(world.Sandbox.Slot(1), "shared.txt", "mine\n", "mine");
        world.Sandbox.OutsiderLands("shared.txt", "theirs\n");
        var lane = await world.LaneAsync(LandingWorld.Settings with { Mode = Configuration.LandingMode.InPlace });

        var report = await lane.LandAsync([], LandingWorld.Cancellation);

        Assert.Equal(SlotOutcome.Held, Of(report, 1));
        Assert.Equal(head, world.Sandbox.Git(world.Sandbox.Slot(1), "rev-parse", "HEAD"));
        Assert.Equal("", world.Sandbox.Git(world.Sandbox.Slot(1), "status", "--porcelain"));
    }
}
