using FleetTui.Landing.Gates;

namespace FleetTui.Landing.Tests.Gates;

/// <summary>Case, size and submodules.</summary>
public sealed class TreeGatesSpecs : IDisposable
{
    private readonly GateWorld world = new("max-file-size = \"1KiB\"", new Dictionary<string, string> { ["docs/Guide/a.md"] = "a\n", ["docs/guide.txt"] = "old\n", ["docs/Guide.txt"] = "old too\n" });

    [Theory]
    [InlineData("docs/guide/b.md", "docs/Guide")] // a directory's name
    [InlineData("docs/Guide/A.md", "docs/Guide/a.md")]
    [InlineData("DOCS", "docs")]
    public async Task A_path_that_differs_only_in_case_holds_the_slot(string path, string other)
    {
        world.Commit(1, path);
        var finding = Assert.Single(await world.CheckAsync(new CaseGate(), 1));
        Assert.Equal("s1", finding.Slot);
        Assert.StartsWith($"{path} differs from {other} only in case", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_slots_in_one_train_the_later_is_held_and_the_other_named()
    {
        world.Commit(1, "new/File.md");
        world.Commit(2, "new/file.md");
        var finding = Assert.Single(await world.CheckAsync(new CaseGate(), 1, 2));
        Assert.Equal(("s2", "new/file.md differs from new/File.md only in case (s1 adds it too): rename it, or write it as the other is."), (finding.Slot, finding.Reason));
    }

    [Fact]
    public async Task What_is_on_main_already_and_a_rename_of_case_hold_nobody()
    {
        world.Commit(1, "docs/Guide/c.md");
        world.Sandbox.Git(world.Sandbox.Slot(2), "mv", "docs/Guide/a.md", "docs/Guide/A.md");
        world.Sandbox.CommitAll(world.Sandbox.Slot(2), "Rename");
        Assert.Empty(await world.CheckAsync(new CaseGate(), 1, 2));
    }

    [Fact]
    public async Task A_file_too_large_holds_the_slot_also_when_a_later_commit_removes_it()
    {
        world.Commit(1, "blog/big.bin", new string('x', 1025));
        File.Delete(Path.Combine(world.Sandbox.Slot(1), "blog/big.bin"));
        world.Sandbox.CommitAll(world.Sandbox.Slot(1), "Remove it");
        world.Commit(2, "docs/fits.bin", new string('x', 1024));
        var finding = Assert.Single(await world.CheckAsync(new SizeGate(world.Rules), 1, 2));
        Assert.Equal(("s1", "blog/big.bin has 1,025 bytes, more than 1,024 bytes may have"), (finding.Slot, finding.Reason.Split(" (")[0]));
    }

    [Fact]
    public async Task A_repository_in_the_repository_without_an_entry_holds_the_slot()
    {
        world.Sandbox.Git(world.Sandbox.Slot(1), "update-index", "--add", "--cacheinfo", $"160000,{world.Sandbox.Main},blog/module");
        world.Sandbox.Git(world.Sandbox.Slot(1), "commit", "-q", "-m", "Add");
        Assert.Contains("without an entry in .gitmodules", Assert.Single(await world.CheckAsync(new SubmoduleGate(), 1)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_submodule_s_commit_that_is_pushed_nowhere_holds_the_slot_until_it_is()
    {
        var slot = world.Sandbox.Slot(1);
        world.Sandbox.Git(slot, "-c", "protocol.file.allow=always", "submodule", "add", "-q", "file://" + world.Sandbox.Origin, "blog/module");
        var module = Path.Combine(slot, "blog/module");
        world.Sandbox.Git(module, "config", "user.name", "Agent");
        world.Sandbox.Git(module, "config", "user.email", "agent@example.invalid");
        world.Sandbox.Git(module, "checkout", "-q", "-b", "fix");
        world.Sandbox.Commit(module, "fix.md", "x\n", "Fix");
        world.Sandbox.CommitAll(slot, "Use the fix");
        Assert.Contains("is on none of its remotes", Assert.Single(await world.CheckAsync(new SubmoduleGate(), 1)).Reason, StringComparison.Ordinal);

        world.Sandbox.Git(module, "push", "-q", "origin", "fix");
        Assert.Empty(await world.CheckAsync(new SubmoduleGate(), 1));
    }

    public void Dispose() => world.Dispose();
}
