using FleetTui.Landing.Gates;

namespace FleetTui.Landing.Tests.Gates;

public sealed class ChecksGateSpecs
{
    [Fact]
    public async Task Checks_see_the_tip_of_the_train_and_leave_no_worktree()
    {
        using var world = new GateWorld("checks = [\"grep -q new blog/a.md\", \"test -f docs/a.md\"]");
        world.Commit(1, "blog/a.md", "new\n");
        world.Commit(2, "docs/a.md");
        Assert.Empty(await world.CheckAsync(new ChecksGate(world.Rules, world.Checks), 1, 2));
        Assert.Equal(4, world.Sandbox.Git(world.Sandbox.Hub, "worktree", "list").Split('\n').Length);
        Assert.Equal(["*.log"], Directory.GetFileSystemEntries(world.Checks).Select(entry => "*" + Path.GetExtension(entry)));
    }

    [Fact]
    public async Task A_failure_is_told_with_what_it_printed_and_blames_the_only_slot()
    {
        using var world = new GateWorld("checks = [\"true\", \"echo one line; echo a wrong link >&2; exit 3\", \"touch never\"]");
        world.Commit(1, "blog/a.md");
        var finding = Assert.Single(await world.CheckAsync(new ChecksGate(world.Rules, world.Checks), 1));
        Assert.Equal("s1", finding.Slot);
        Assert.Contains("ended with 3: one line | a wrong link (all of it in ", finding.Reason, StringComparison.Ordinal);
        var log = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(world.Checks, "*.log")), LandingWorld.Cancellation);
        Assert.Contains("a wrong link\n(it ended with 3)", log, StringComparison.Ordinal);
        Assert.DoesNotContain("never", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_slots_none_is_blamed()
    {
        using var world = new GateWorld("checks = [\"false\"]");
        world.Commit(1, "blog/a.md");
        world.Commit(2, "docs/a.md");
        Assert.Null(Assert.Single(await world.CheckAsync(new ChecksGate(world.Rules, world.Checks), 1, 2)).Slot);
    }

    [Fact]
    public async Task A_check_that_hangs_is_ended()
    {
        using var world = new GateWorld("checks = [\"sleep 600 & sleep 600\"]\ncheck-timeout = \"1s\"");
        world.Commit(1, "blog/a.md");
        Assert.Contains("took longer than 1 s", Assert.Single(await world.CheckAsync(new ChecksGate(world.Rules, world.Checks), 1)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worktree_that_a_killed_daemon_left_is_no_hindrance()
    {
        using var world = new GateWorld("checks = [\"true\"]");
        world.Commit(1, "blog/a.md");
        world.Sandbox.Git(world.Sandbox.Hub, "worktree", "add", "-q", "--detach", Path.Combine(world.Checks, "tree"));
        world.Sandbox.Write(world.Checks, "tree/build/left.o", "x");
        Assert.Empty(await world.CheckAsync(new ChecksGate(world.Rules, world.Checks), 1));
    }
}
