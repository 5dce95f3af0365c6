using FleetTui.Landing.Gates;

namespace FleetTui.Landing.Tests.Gates;

public sealed class DomainGateSpecs : IDisposable
{
    private readonly GateWorld world = new(files: new Dictionary<string, string> { ["blog/a.md"] = "a\n", ["docs/a.md"] = "a\n", ["shared.md"] = "s\n" });

    [Fact]
    public async Task A_slot_s_own_and_shared_paths_pass()
    {
        world.Commit(1, "blog/x/b.md");
        world.Commit(1, "shared.md", "changed\n");
        world.Commit(2, "docs/b.md");
        world.Commit(3, "nobody.md");
        Assert.Empty(await CheckAsync(1, 2, 3));
    }

    [Fact]
    public async Task Another_role_s_path_holds_the_slot_and_names_the_owner_and_the_commit()
    {
        world.Commit(1, "blog/b.md");
        var commit = world.Commit(1, "docs/a.md", "mine\n");
        var finding = Assert.Single(await CheckAsync(1, 2));
        Assert.Equal(("s1", "docs/a.md"), (finding.Slot, Assert.Single(finding.Paths)));
        Assert.Equal($"docs/a.md is s2's (role docs): take it out of {commit[..8]}, or let it land as an exception: git commit --amend --no-edit --trailer \"Fleet-Override: why\"; or give the slot the role: fleet role assign s1 docs --swap.", finding.Reason);
    }

    [Fact]
    public async Task A_refused_commit_below_others_is_put_right_by_a_rebase()
    {
        var commit = world.Commit(1, "docs/a.md", "mine\n");
        world.Commit(1, "blog/b.md");
        Assert.Contains($"git rebase -i {commit[..8]}~, reword", Assert.Single(await CheckAsync(1)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_a_later_commit_undoes_is_a_change()
    {
        world.Commit(1, "docs/a.md", "mine\n");
        world.Commit(1, "docs/a.md", "a\n");
        Assert.Single(await CheckAsync(1));
    }

    public static TheoryData<string> Tricks => ["rename in", "rename out", "delete", "mode", "link", "directory becomes link", "submodule", "attributes", "modules", "case", "directory becomes submodule", "file becomes directory", "through a link"];

    [Theory]
    [MemberData(nameof(Tricks))]
    public async Task No_way_of_changing_a_path_goes_around_the_lock(string trick)
    {
        var (slot, sandbox) = (world.Sandbox.Slot(1), world.Sandbox);
        switch (trick)
        {
            case "rename in": sandbox.Git(slot, "mv", "docs/a.md", "blog/stolen.md"); break;
            case "rename out": sandbox.Git(slot, "mv", "blog/a.md", "docs/b.md"); break;
            case "delete": File.Delete(Path.Combine(slot, "docs/a.md")); break;
            case "mode": File.SetUnixFileMode(Path.Combine(slot, "docs/a.md"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute); break;
            case "link": File.CreateSymbolicLink(Path.Combine(slot, "docs/link"), "../blog"); break;
            case "directory becomes link":
                Directory.Delete(Path.Combine(slot, "docs"), recursive: true);
                File.CreateSymbolicLink(Path.Combine(slot, "docs"), "blog");
                break;
            case "submodule": sandbox.Git(slot, "update-index", "--add", "--cacheinfo", $"160000,{sandbox.Main},docs/module"); break;
            case "directory becomes submodule":
                sandbox.Git(slot, "rm", "-q", "-r", "docs");
                sandbox.Git(slot, "update-index", "--add", "--cacheinfo", $"160000,{sandbox.Main},docs");
                break;
            case "file becomes directory":
                File.Delete(Path.Combine(slot, "docs/a.md"));
                sandbox.Write(slot, "docs/a.md/inside", "x\n");
                break;
            case "through a link":
                File.CreateSymbolicLink(Path.Combine(slot, "blog/way"), "../docs");
                sandbox.Write(slot, "blog/way/a.md", "written through the link\n");
                break;
            case "attributes": sandbox.Write(slot, ".gitattributes", "* -text\n"); break;
            case "modules": sandbox.Write(slot, ".gitmodules", "[submodule \"x\"]\n\tpath = blog/x\n\turl = ../x\n"); break;
            case "case": sandbox.Git(slot, "mv", "blog/a.md", "Blog.md"); break;
        }

        if (trick.Contains("submodule", StringComparison.Ordinal)) sandbox.Git(slot, "commit", "-q", "-m", trick);
        else sandbox.CommitAll(slot, trick);
        Assert.Equal("s1", Assert.Single(await CheckAsync(1)).Slot);
    }

    [Fact]
    public async Task A_link_of_one_s_own_is_one_s_own_wherever_it_points()
    {
        File.CreateSymbolicLink(Path.Combine(world.Sandbox.Slot(1), "blog/way"), "../docs");
        world.Sandbox.CommitAll(world.Sandbox.Slot(1), "link");
        Assert.Empty(await CheckAsync(1));
    }

    [Fact]
    public async Task A_commit_with_a_reason_passes_and_is_recorded_once()
    {
        var commit = world.Commit(1, "docs/a.md", "fixed\n", "Fix the docs\n\nFleet-Override: the link was dead\n");
        var told = new List<DomainOverride>();
        var gate = new DomainGate(world.Rules, told.Add);
        Assert.Empty(await world.CheckAsync(gate, 1));
        Assert.Empty(await world.CheckAsync(gate, 1));
        var one = Assert.Single(told);
        Assert.Equal(("s1", commit, "the link was dead", "docs/a.md"), (one.Slot, one.Commit, one.Reason, Assert.Single(one.Paths)));
    }

    [Fact]
    public async Task An_override_without_a_reason_or_in_another_commit_is_none()
    {
        world.Commit(1, "docs/a.md", "x\n", "Change\n\nFleet-Override:\n");
        world.Commit(1, "blog/a.md", "x\n", "Change\n\nFleet-Override: why not\n");
        Assert.Equal(["docs/a.md"], Assert.Single(await CheckAsync(1)).Paths);
    }

    [Fact]
    public async Task A_reassignment_holds_from_the_next_train_on()
    {
        world.Commit(1, "blog/b.md");
        var gate = new DomainGate(world.Rules);
        Assert.Empty(await world.CheckAsync(gate, 1));
        world.Configuration = world.Configuration with { Slots = [.. world.Configuration.Slots.Select(slot => slot.Id == "s1" ? slot with { Role = "docs" } : slot with { Role = "" })] };
        Assert.Equal("blog/b.md belongs to role blog, which no slot holds", Assert.Single(await world.CheckAsync(gate, 1)).Reason.Split(':')[0]);
    }

    public void Dispose() => world.Dispose();

    private Task<IReadOnlyList<GateFinding>> CheckAsync(params int[] slots) => world.CheckAsync(new DomainGate(world.Rules), slots);
}
