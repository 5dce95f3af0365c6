using FleetTui.Landing.Tests.Hooks;
using FleetTui.Landing.Unattended;

namespace FleetTui.Landing.Tests.Unattended;

/// <summary>What is committed for an agent that has finished a turn without committing.</summary>
public sealed class TurnCommitSpecs : IDisposable
{
    private readonly HookWorld world = new();

    private string Slot => world.Slot(1);

    private string Status => world.Sandbox.Git(Slot, "status", "--porcelain", "--untracked-files=all");

    [Fact]
    public async Task Everything_in_the_domain_is_committed_and_nothing_else()
    {
        await world.InstallAsync();
        world.Sandbox.Write(Slot, ".gitignore", "*.log\n");
        world.Sandbox.Write(Slot, "blog/a.md", "changed\n");
        world.Sandbox.Write(Slot, "blog/new/ü :(x) b.md", "new\n");
        world.Sandbox.Write(Slot, "blog/x.log", "ignored\n");
        world.Sandbox.Write(Slot, "docs/a.md", "another's\n");
        world.Sandbox.Write(Slot, "shared.md", "everyone's\n");
        world.Sandbox.Git(Slot, "init", "-q", "blog/inner");
        var done = Assert.IsType<TurnCommitResult.Committed>(await RunAsync("Write about it\n"));
        Assert.Equal((3, world.Sandbox.Git(Slot, "rev-parse", "HEAD")), (done.Paths, done.Commit));
        Assert.Equal([".gitignore is in no role's domain, so not in blog's either; add it there or to shared in roles.toml", "blog/inner/ is a repository of its own", "docs/a.md is s2's (role docs)"], done.Left.Order(StringComparer.Ordinal));
        Assert.Equal("blog/a.md\nblog/new/ü :(x) b.md\nshared.md", world.Sandbox.Git(Slot, "-c", "core.quotePath=false", "show", "--format=", "--name-only", "HEAD"));
        Assert.Equal("Write about it", world.Sandbox.Git(Slot, "log", "-1", "--format=%s"));
        Assert.Equal(world.Sandbox.Git(Slot, "log", "-1", "--format=%an %ae", "HEAD^"), world.Sandbox.Git(Slot, "log", "-1", "--format=%an %ae"));
        Assert.Equal(" M docs/a.md\n?? .gitignore\n?? blog/inner/", Status);
        Assert.Equal(SlotOutcome.Landed, (await world.Gates.LandAsync(TimeProvider.System))["s1"].Outcome);
    }

    [Fact]
    public async Task Renames_deletions_and_a_file_that_became_a_link_are_committed_as_they_are()
    {
        File.Delete(Path.Combine(Slot, "blog/a.md"));
        File.CreateSymbolicLink(Path.Combine(Slot, "blog/a.md"), "../docs");
        File.Move(Path.Combine(Slot, "shared.md"), Path.Combine(Slot, "blog/moved.md"));
        Assert.IsType<TurnCommitResult.Committed>(await RunAsync("x"));
        Assert.Equal("", Status);
        Assert.Equal("T\tblog/a.md\nA\tblog/moved.md\nD\tshared.md", world.Sandbox.Git(Slot, "show", "--format=", "--name-status", "--no-renames", "HEAD"));
    }

    [Fact]
    public async Task Nothing_of_its_own_changed_is_nothing()
    {
        world.Sandbox.Write(Slot, "docs/a.md", "another's\n");
        var head = world.Sandbox.Git(Slot, "rev-parse", "HEAD");
        Assert.Equal(["docs/a.md is s2's (role docs)"], Assert.IsType<TurnCommitResult.Nothing>(await RunAsync("x")).Left);
        Assert.Equal(head, world.Sandbox.Git(Slot, "rev-parse", "HEAD"));
    }

    [Fact]
    public async Task What_was_staged_is_left_to_who_staged_it()
    {
        world.Sandbox.Write(Slot, "blog/a.md", "staged\n");
        world.Sandbox.Git(Slot, "add", "blog/a.md");
        world.Sandbox.Write(Slot, "blog/a.md", "and more\n");
        await NotNowAsync("It has staged changes");
        Assert.Equal("MM blog/a.md", Status);
    }

    [Fact]
    public async Task Work_in_the_middle_of_something_is_left_alone()
    {
        world.Sandbox.Write(Slot, "blog/a.md", "x\n");
        var git = Path.Combine(world.Sandbox.Hub, ".git", "worktrees", "slot01");
        await File.WriteAllTextAsync(Path.Combine(git, "index.lock"), "", LandingWorld.Cancellation);
        await NotNowAsync("Another git is working");
        File.Delete(Path.Combine(git, "index.lock"));
        foreach (var (mark, operation) in new[] { ("MERGE_HEAD", "merge"), ("CHERRY_PICK_HEAD", "cherry-pick"), ("BISECT_LOG", "bisect") })
        {
            await File.WriteAllTextAsync(Path.Combine(git, mark), "", LandingWorld.Cancellation);
            await NotNowAsync($"A {operation} is in progress");
            File.Delete(Path.Combine(git, mark));
        }

        world.Sandbox.Git(Slot, "checkout", "-q", "--detach");
        await NotNowAsync("Its HEAD is detached");
        world.Sandbox.Git(Slot, "switch", "-q", "-");
        Assert.IsType<TurnCommitResult.Committed>(await RunAsync("x"));
    }

    [Fact]
    public async Task A_hook_of_the_user_s_that_refuses_leaves_everything_as_it_was()
    {
        await world.InstallAsync();
        world.Sandbox.HubHook("pre-commit", "git diff --cached --name-only; echo 'a secret!' >&2; exit 1");
        world.Sandbox.Write(Slot, "blog/a.md", "x\n");
        world.Sandbox.Write(Slot, "blog/b.md", "x\n");
        var index = await File.ReadAllBytesAsync(IndexFile, LandingWorld.Cancellation);
        await NotNowAsync("git commit refused: blog/a.md blog/b.md a secret!");
        Assert.Equal(index, await File.ReadAllBytesAsync(IndexFile, LandingWorld.Cancellation));
        Assert.Equal(" M blog/a.md\n?? blog/b.md", Status);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(IndexFile)!, "*.lock"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_fleet_killed_in_the_middle_leaves_a_worktree_that_goes_on(bool committed)
    {
        world.Sandbox.Write(Slot, "blog/a.md", "longer than before\n");
        var own = Path.Combine(Path.GetDirectoryName(IndexFile)!, "fleet.index");
        File.Copy(IndexFile, own);
        var before = await File.ReadAllBytesAsync(IndexFile, LandingWorld.Cancellation);
        world.Sandbox.Git(Slot, "add", "-A");
        File.Copy(IndexFile, own, overwrite: true);
        if (committed) world.Sandbox.Git(Slot, "commit", "-q", "-m", "done");
        await File.WriteAllBytesAsync(IndexFile, before, LandingWorld.Cancellation);
        await File.WriteAllTextAsync(IndexFile + ".lock", "fleet commit\n", LandingWorld.Cancellation);

        await TurnCommit.RecoverAsync(await world.Gates.OpenAsync(), Slot, LandingWorld.Cancellation);

        Assert.Equal(committed ? "" : " M blog/a.md", Status);
        Assert.Equal(["index"], Directory.GetFiles(Path.GetDirectoryName(IndexFile)!, "*index*").Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_large_file_is_left()
    {
        world.Sandbox.Write(Slot, "blog/big.bin", new string('x', 2000));
        world.Sandbox.Write(Slot, "blog/a.md", "x\n");
        Assert.Equal(["blog/big.bin is larger than landing.max-file-size"], Assert.IsType<TurnCommitResult.Committed>(await RunAsync("x", 1000)).Left);
    }

    private string IndexFile => Path.Combine(world.Sandbox.Hub, ".git", "worktrees", "slot01", "index");

    private async Task<TurnCommitResult> RunAsync(string message, long most = 0) =>
        await TurnCommit.RunAsync(await world.Gates.OpenAsync(), world.Gates.Slots[0], world.Book, message, most, LandingWorld.Cancellation);

    private async Task NotNowAsync(string why)
    {
        var head = world.Sandbox.Git(Slot, "rev-parse", "HEAD");
        Assert.StartsWith(why, Assert.IsType<TurnCommitResult.NotNow>(await RunAsync("x")).Reason, StringComparison.Ordinal);
        Assert.Equal(head, world.Sandbox.Git(Slot, "rev-parse", "HEAD"));
    }

    public void Dispose() => world.Dispose();
}
