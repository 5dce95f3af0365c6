using FleetTui.EndToEnd.Tests.Harness;
using FleetTui.Testing;

namespace FleetTui.EndToEnd.Tests;

/// <summary>What goes wrong around a fleet: each is told in plain words, loses nothing and shows no trace of the program's insides.</summary>
public sealed class BadInputSpecs
{
    [Fact]
    public async Task Outside_a_repository()
    {
        await using var world = new UserWorld();

        foreach (var verb in (string[][])[["up"], ["status"], ["land", "--all"], ["init"], ["role", "list"]])
        {
            AssertTold(await world.FleetAsync(world["home"], verb), 2, "git repository");
        }
    }

    [Fact]
    public async Task In_a_bare_repository()
    {
        using var git = new GitSandbox();
        await using var world = new UserWorld();

        AssertTold(await world.FleetAsync(git.Origin, "up"), 2, "bare repository");
    }

    [Fact]
    public async Task In_a_repository_without_a_commit()
    {
        using var git = new GitSandbox();
        await using var world = new UserWorld();
        git.Git(world["home"], "init", "-q", "-b", "main", "empty");

        AssertTold(await world.FleetAsync(world["home/empty"], "up"), 2, "no commits yet");
    }

    [Fact]
    public async Task Without_a_remote_slots_run_and_the_lane_says_that_nothing_can_land()
    {
        await using var fleet = await RunningFleet.UpAsync(2, "", repository => repository.Git.Git(repository.Root, "remote", "remove", "origin"));
        fleet.Repository.Git.Commit(fleet.Repository.Worktree("a"), "a/new.txt", "new\n", "Write something");

        await Eventually.TrueAsync(
            async () => (await fleet.DoneAsync("lane", "status")).Output.Contains("remote", StringComparison.OrdinalIgnoreCase),
            () => "the lane to tell of the missing remote");
        var landed = await fleet.FleetAsync("land", "--all", "--wait");
        Assert.Equal(1, landed.Code);
        Assert.Contains("remote", landed.Output + landed.Error, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("new", fleet.Repository.Git.Git(fleet.Repository.Worktree("a"), "show", "HEAD:a/new.txt"));
    }

    [Fact]
    public async Task A_detached_head_in_a_slot_still_lands()
    {
        await using var fleet = await RunningFleet.UpAsync(2);
        var worktree = fleet.Repository.Worktree("a");
        fleet.Repository.Git.Git(worktree, "checkout", "-q", "--detach");
        fleet.Repository.Git.Commit(worktree, "a/new.txt", "new\n", "Write something");

        await fleet.DoneAsync("land", "--all", "--wait");

        Assert.Equal("new\n", fleet.Repository.Git.OnMain("a/new.txt"));
    }

    [Fact]
    public async Task A_worktree_deleted_behind_our_back_is_told_and_the_others_land()
    {
        await using var fleet = await RunningFleet.UpAsync(2);
        Directory.Delete(fleet.Repository.Worktree("a"), recursive: true);
        fleet.Repository.Git.Commit(fleet.Repository.Worktree("b"), "b/new.txt", "new\n", "Write something");

        await fleet.FleetAsync("land", "--all", "--wait");

        Assert.Equal("new\n", fleet.Repository.Git.OnMain("b/new.txt"));
        Assert.Equal(0, (await fleet.FleetAsync("status", "--json")).Code);
        await fleet.DoneAsync("restart", "a");
        await Eventually.TrueAsync(() => File.Exists(Path.Combine(fleet.Repository.Worktree("a"), ".git")), () => "the worktree to be made again");
    }

    [Fact]
    public async Task A_slot_in_the_middle_of_a_rebase_waits_and_is_left_alone()
    {
        await using var fleet = await RunningFleet.UpAsync(2, "mode = \"off\"");
        var git = fleet.Repository.Git;
        var worktree = fleet.Repository.Worktree("a");
        git.Commit(worktree, "a/begin.txt", "mine\n", "Mine");
        git.OutsiderLands("a/begin.txt", "theirs\n");
        git.Git(worktree, "fetch", "-q", "origin");
        git.TryGit(worktree, "rebase", "origin/main");
        var before = git.Git(worktree, "status", "--porcelain");
        git.Commit(fleet.Repository.Worktree("b"), "b/new.txt", "new\n", "Write something");

        var landed = await fleet.FleetAsync("land", "--all", "--wait", "--json");

        Assert.Equal("new\n", git.OnMain("b/new.txt"));
        Assert.Contains("rebase", landed.Output, StringComparison.Ordinal);
        Assert.Equal(before, git.Git(worktree, "status", "--porcelain"));
    }

    [Fact]
    public async Task Two_starts_at_once_make_one_fleet()
    {
        using var repository = new FleetRepository(2);
        await using var world = new UserWorld();
        await world.DoneAsync(repository.Root, "trust");

        var runs = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => world.FleetAsync(repository.Root, "up")));

        Assert.All(runs, run => Assert.Equal((0, ""), (run.Code, run.Error)));
        await Eventually.TrueAsync(() => world.Processes("fleet daemon").Count == 1, () => "one daemon to be left");
        Assert.Single(world.Processes("fleet host"));
    }

    [Fact]
    public async Task A_second_daemon_on_a_repository_ends_and_says_why()
    {
        await using var fleet = await RunningFleet.UpAsync(1);

        var second = await fleet.FleetAsync("daemon");

        Assert.Contains("already", second.Error, StringComparison.Ordinal);
        Assert.Single(fleet.World.Processes("fleet daemon"));
    }

    [Fact]
    public async Task Roles_edited_wrong_while_running_are_told_and_edited_right_are_taken()
    {
        await using var fleet = await RunningFleet.UpAsync(2);
        var right = await File.ReadAllTextAsync(fleet.Repository.RolesFile, TestContext.Current.CancellationToken);

        await File.WriteAllTextAsync(fleet.Repository.RolesFile, right + "\n[[role]]\nnane = \"typo\"\n", TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(
            async () => (await fleet.DoneAsync("log")).Output.Contains("roles.toml", StringComparison.Ordinal),
            () => "the mistake to be told in the log");
        var check = await fleet.FleetAsync("config", "check");
        AssertTold(check, 2, "nane");
        Assert.Contains("roles.toml:", check.Output + check.Error, StringComparison.Ordinal);

        await File.WriteAllTextAsync(fleet.Repository.RolesFile, right + "\n[[role]]\nname = \"later\"\ndomain = [\"later/**\"]\n", TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(
            async () => (await fleet.DoneAsync("role", "list")).Output.Contains("later", StringComparison.Ordinal),
            () => "the new role to be known");
    }

    [Fact]
    public async Task Overlapping_domains_are_refused_with_both_names()
    {
        using var repository = new FleetRepository(1);
        await using var world = new UserWorld();
        await File.AppendAllTextAsync(repository.RolesFile, "\n[[role]]\nname = \"greedy\"\ndomain = [\"a/deep/**\"]\n", TestContext.Current.CancellationToken);

        var check = await world.FleetAsync(repository.Root, "config", "check");

        AssertTold(check, 2, "greedy");
        Assert.Contains("role-a", check.Output + check.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("attach")]
    [InlineData("demo")]
    public async Task An_output_that_is_no_terminal(string verb)
    {
        using var repository = new FleetRepository(1);
        await using var world = new UserWorld();

        AssertTold(await world.FleetAsync(repository.Root, verb), 2, "needs a terminal");
    }

    [Fact]
    public async Task A_terminal_too_small_for_anything()
    {
        await using var fleet = await RunningFleet.UpAsync(1);
        await using var terminal = await fleet.OpenAsync(18, 3);

        Assert.Equal(2, await terminal.EndsAsync());
    }

    [Fact]
    public async Task A_slot_that_prints_garbage_at_full_speed_disturbs_no_other()
    {
        await using var fleet = await RunningFleet.UpAsync(2);
        await using var terminal = await fleet.OpenAsync(200, 50);
        await terminal.ShowsAsync("role-b");
        await fleet.DoneAsync("send", "a", "cat /dev/urandom", "--enter");
        await fleet.DoneAsync("send", "b", "echo quiet-$((40+2))", "--enter");

        await terminal.ShowsAsync("quiet-42");
        await terminal.PressAsync("C-c");
        await terminal.TypeAsync("stty sane; clear; echo back-$((40+2))");
        await terminal.PressAsync("Enter");
        await terminal.ShowsAsync("back-42");
        await terminal.PressAsync("C-b", "d");
        Assert.Equal(0, await terminal.EndsAsync());
    }

    [Fact]
    public async Task A_full_disk_while_landing_loses_nothing_and_is_told()
    {
        using var disk = SmallDisk.TryMount();
        Assert.SkipWhen(disk is null, "a small file system can only be mounted by root");
        await using var fleet = await RunningFleet.UpAsync(2, "", repository => disk!.MoveUnder(Path.Combine(repository.Root, ".git", "fleet")));
        disk!.Fill();
        fleet.Repository.Git.Commit(fleet.Repository.Worktree("a"), "a/new.txt", "new\n", "Write something");

        var full = await fleet.FleetAsync("land", "--all", "--wait");

        Assert.NotEqual(4, full.Code);
        Assert.DoesNotContain("   at ", full.Error, StringComparison.Ordinal);
        Assert.Equal("new", fleet.Repository.Git.Git(fleet.Repository.Worktree("a"), "show", "HEAD:a/new.txt"));
        disk.Free();
        await Eventually.TrueAsync(
            async () =>
            {
                await fleet.FleetAsync("land", "--all", "--wait");
                return fleet.Repository.Git.OnMain("a/new.txt") == "new\n";
            },
            () => "the commit to land once there is room");
    }

    private static void AssertTold(ProgramRun run, int code, string text)
    {
        Assert.Equal(code, run.Code);
        Assert.Contains(text, run.Output + run.Error, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }
}
