using FleetTui.Landing.Hooks;

namespace FleetTui.Landing.Tests.Hooks;

/// <summary>What the role's lock says at <c>git commit</c> in the slot's worktree.</summary>
public sealed class CommitLockSpecs : IDisposable
{
    private readonly HookWorld world = new();

    [Fact]
    public async Task A_path_of_another_role_is_refused_with_whose_it_is_and_what_to_do()
    {
        await world.InstallAsync();
        var (code, error) = world.Commit(1, "docs/a.md");
        Assert.Equal(1, code);
        Assert.Equal($"fleet: docs/a.md is s2's (role docs).\n{LockFiles.Advice}", error);
        Assert.Contains("no role's domain, so not in blog's either", world.Commit(1, "nobody.md").Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_may_change_its_domain_and_what_is_shared_and_a_free_slot_what_is_nobody_s()
    {
        await world.InstallAsync();
        foreach (var (slot, path, code) in new[]
                 {
                     (1, "blog/new.md", 0), (1, "blog/with space/ü\"\\\t.md", 0), (1, "shared.md", 0), (1, "db/1_x.sql", 0),
                     (1, "blogs/a.md", 1), (1, "a/blog/a.md", 1), (1, ":(exclude)blog", 1), (1, "-n", 1), (1, "ü\t.md", 1),
                     (2, "docs/x.md", 0), (3, "nobody.md", 0), (3, "shared.md", 0), (3, "docs/a.md", 1),
                 })
        {
            Assert.True(world.Commit(slot, path).Code == code, $"s{slot} {path}");
            world.Sandbox.Git(world.Slot(slot), "reset", "-q", "--hard");
        }
    }

    [Fact]
    public async Task Renames_deletes_modes_links_and_submodules_are_changes()
    {
        await world.InstallAsync();
        var slot = world.Slot(1);
        foreach (var trick in new Action[]
                 {
                     () => world.Sandbox.Git(slot, "mv", "docs/a.md", "blog/stolen.md"),
                     () => File.Delete(Path.Combine(slot, "docs/a.md")),
                     () => File.SetUnixFileMode(Path.Combine(slot, "docs/a.md"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute),
                     () => File.CreateSymbolicLink(Path.Combine(slot, "docs/link"), "../blog"),
                     () => world.Sandbox.Git(slot, "mv", "blog/a.md", "Blog.md"),
                 })
        {
            trick();
            Assert.Equal(1, world.CommitAll(1).Code);
            world.Sandbox.Git(slot, "reset", "-q", "--hard");
            world.Sandbox.Git(slot, "clean", "-qfd");
        }

        world.Sandbox.Git(slot, "update-index", "--add", "--cacheinfo", $"160000,{world.Sandbox.Main},docs/module");
        Assert.Equal(1, world.Sandbox.TryGit(slot, "commit", "-q", "-m", "x").Code);
    }

    [Fact]
    public async Task A_trailer_with_a_reason_lets_it_pass_and_one_without_does_not()
    {
        await world.InstallAsync();
        Assert.Equal(1, world.Commit(1, "docs/a.md", "-m", "Fix\n\nFleet-Override:\n").Code);
        Assert.Equal(0, world.Commit(1, "docs/a.md", "-m", "Fix\n\nFleet-Override: the link was dead\n").Code);
    }

    [Fact]
    public async Task A_reason_in_the_environment_becomes_the_trailer_that_the_gate_reads()
    {
        await world.InstallAsync();
        world.Sandbox.Write(world.Slot(1), "docs/a.md", "x\n");
        world.Sandbox.Git(world.Slot(1), "-c", "alias.o=!FLEET_OVERRIDE='the link was dead' git commit -q -a -m 'Fix the docs'", "o");
        Assert.Equal("Fix the docs\n\nFleet-Override: the link was dead", world.Sandbox.Git(world.Slot(1), "log", "-1", "--format=%B").TrimEnd());
        Assert.Equal(SlotOutcome.Landed, (await world.Gates.LandAsync(TimeProvider.System))["s1"].Outcome);
        Assert.Contains("\"override\":\"the link was dead\"", await File.ReadAllTextAsync(Path.Combine(world.State, "journal", "landing.jsonl"), LandingWorld.Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_goes_around_it_is_held_by_the_gate()
    {
        await world.InstallAsync();
        Assert.Equal(0, world.Commit(1, "docs/a.md", "--no-verify", "-m", "x").Code);
        Assert.Equal(SlotOutcome.Held, (await world.Gates.LandAsync(TimeProvider.System))["s1"].Outcome);
    }

    [Fact]
    public async Task A_commit_is_put_right_by_amending_it()
    {
        await world.InstallAsync();
        world.Commit(1, "blog/b.md", "-m", "both");
        Assert.Equal(0, world.Commit(1, "docs/a.md", "--no-verify", "--amend", "-m", "both").Code);
        world.Sandbox.Git(world.Slot(1), "checkout", "-q", "HEAD^", "--", "docs/a.md");
        var (code, error) = world.CommitAll(1, "--amend", "--no-edit");
        Assert.Equal((0, ""), (code, error));
    }

    [Fact]
    public async Task Main_merged_into_the_slot_passes()
    {
        await world.InstallAsync();
        world.Commit(1, "blog/b.md");
        world.Sandbox.OutsiderLands("docs/b.md", "theirs\n");
        world.Sandbox.Git(world.Sandbox.Hub, "fetch", "-q");
        world.Sandbox.Git(world.Slot(1), "merge", "-q", "--no-edit", "origin/main");
        Assert.Equal(2, world.Sandbox.Git(world.Slot(1), "log", "-1", "--format=%P").Split(' ').Length);
    }

    [Fact]
    public async Task Another_role_holds_from_the_next_commit_on()
    {
        var hooks = await world.InstallAsync();
        world.Gates.Configuration = world.Gates.Configuration with { Slots = [.. world.Gates.Configuration.Slots.Select(slot => slot.Id == "s1" ? slot with { Role = "docs" } : slot with { Role = "" })] };
        await hooks.ApplyAsync(world.Gates.Slots, world.Book, wanted: true, LandingWorld.Cancellation);
        Assert.Equal(0, world.Commit(1, "docs/a.md").Code);
        Assert.StartsWith("fleet: blog/a.md belongs to role blog, which no slot holds.", world.Commit(1, "blog/a.md").Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Patterns_that_take_paths_out_again_mean_what_they_mean_at_the_gate()
    {
        world.Gates.Configuration = world.Gates.Configuration with
        {
            Roles = [.. world.Gates.Configuration.Roles.Select(role => role.Name == "blog" ? role with { Domain = ["blog/*", "!blog/private.md", "*.css", "!theirs/*.css", "art/"] } : role)],
            SharedPaths = ["CHANGELOG*", "!CHANGELOG.old", "blog/private*"],
        };
        await world.InstallAsync();
        foreach (var path in new[] { "blog/a.md", "blog/private.md", "blog/x/private.md", "x/y.css", "theirs/y.css", "theirs/z/y.css", "art", "x/art/y", "CHANGELOG.md", "CHANGELOG.old", "docs/CHANGELOG/x" })
        {
            var allowed = world.Book.Refuse("s1", path) is null;
            Assert.True(allowed == (world.Commit(1, path).Code == 0), path);
            world.Sandbox.Git(world.Slot(1), "reset", "-q", "--hard", "origin/main");
            world.Sandbox.Git(world.Slot(1), "clean", "-qfdx");
        }
    }

    [Fact]
    public async Task What_is_broken_lets_commits_pass()
    {
        await world.InstallAsync();
        Directory.Delete(Path.Combine(world.State, "hooks", ".match"), recursive: true);
        Assert.Equal(0, world.Commit(1, "docs/a.md").Code);
    }

    public void Dispose() => world.Dispose();
}
