using FleetTui.Testing;

namespace FleetTui.Landing.Tests.Hooks;

/// <summary>The user's own hooks run as if nothing were in between, and nothing is left when the lock is taken away.</summary>
public sealed class HookChainSpecs : IDisposable
{
    private readonly HookWorld world = new();

    [Fact]
    public async Task The_repository_s_hooks_run_with_their_arguments_and_input()
    {
        await world.InstallAsync();
        foreach (var name in new[] { "pre-commit", "commit-msg", "post-commit", "pre-push", "post-checkout", "reference-transaction" })
            world.Sandbox.HubHook(name, world.Noting());
        Assert.Equal(0, world.Commit(1, "blog/b.md").Code);
        world.Sandbox.Git(world.Slot(1), "push", "-q", "origin", "HEAD:refs/heads/elsewhere");
        world.Sandbox.Git(world.Slot(1), "switch", "-q", "-c", "other");
        var noted = await File.ReadAllTextAsync(world.Noted, LandingWorld.Cancellation);
        Assert.Contains("pre-commit \n", noted, StringComparison.Ordinal);
        Assert.Matches("commit-msg .*COMMIT_EDITMSG\n", noted);
        Assert.Contains("post-commit \n", noted, StringComparison.Ordinal);
        Assert.Contains($"pre-push origin file://{world.Sandbox.Origin}\nHEAD {world.Sandbox.Git(world.Slot(1), "rev-parse", "HEAD")} refs/heads/elsewhere ", noted, StringComparison.Ordinal);
        Assert.Matches("post-checkout [0-9a-f]{40} [0-9a-f]{40} 1\n", noted);
        Assert.Contains("reference-transaction committed\n", noted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hook_that_fails_fails()
    {
        await world.InstallAsync();
        world.Sandbox.HubHook("pre-commit", "echo no >&2; exit 7");
        Assert.Equal((1, "no\n"), world.Commit(1, "blog/b.md"));
        world.Sandbox.HubHook("pre-commit", "exit 0");
        world.Sandbox.HubHook("commit-msg", "grep -q '^s1: ' \"$1\"");
        Assert.Equal(1, world.Commit(1, "blog/b.md").Code);
        Assert.Equal(0, world.Commit(1, "blog/b.md", "-m", "s1: fine").Code);
    }

    /// <summary>As husky does: core.hooksPath relative to the worktree, in the repository's configuration, and set after the lock was put there.</summary>
    [Fact]
    public async Task Hooks_under_a_relative_core_hooksPath_are_those_of_the_worktree()
    {
        await world.InstallAsync();
        world.Sandbox.HubHook("pre-commit", "exit 9");
        world.Sandbox.Git(world.Slot(1), "config", "core.hooksPath", ".husky/_");
        var script = Path.Combine(world.Slot(1), ".husky", "_", "pre-commit");
        world.Sandbox.Write(world.Slot(1), ".husky/_/pre-commit", $"#!/bin/sh\necho \"$0\" >> '{world.Noted}'\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        File.AppendAllText(Path.Combine(world.Sandbox.Hub, ".git", "info", "exclude"), ".husky\n");
        Assert.Equal(0, world.Commit(1, "blog/b.md").Code);
        Assert.Equal(".husky/_/pre-commit\n", await File.ReadAllTextAsync(world.Noted, LandingWorld.Cancellation));
        Assert.Equal(1, world.Commit(1, "docs/a.md").Code);
    }

    [Fact]
    public async Task What_an_installer_wrote_into_the_worktree_s_hooks_moves_to_where_it_would_be_without_the_lock()
    {
        var hooks = await world.InstallAsync();
        var mine = Path.Combine(world.Sandbox.Git(world.Slot(1), "rev-parse", "--path-format=absolute", "--git-path", "hooks"), "pre-commit");
        File.Delete(mine);
        await File.WriteAllTextAsync(mine, $"#!/bin/sh\necho lefthook >> '{world.Noted}'\n", LandingWorld.Cancellation);
        File.SetUnixFileMode(mine, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        await hooks.ApplyAsync(world.Gates.Slots, world.Book, wanted: true, LandingWorld.Cancellation);
        world.Commit(1, "blog/b.md");
        Assert.Equal("lefthook\n", await File.ReadAllTextAsync(world.Noted, LandingWorld.Cancellation));
        Assert.True(File.Exists(Path.Combine(world.Sandbox.Hub, ".git", "hooks", "pre-commit")));
    }

    [Fact]
    public async Task Other_worktrees_know_nothing_of_it()
    {
        await world.InstallAsync();
        world.Sandbox.Write(world.Sandbox.Hub, "docs/a.md", "the user's own\n");
        world.Sandbox.Git(world.Sandbox.Hub, "commit", "-q", "-a", "-m", "mine");
        Assert.Equal(1, world.Sandbox.TryGit(world.Sandbox.Hub, "config", "--get", "core.hooksPath").Code);
    }

    [Fact]
    public async Task Removed_it_leaves_no_trace_and_stays_away()
    {
        var before = Trace();
        var hooks = await world.InstallAsync();
        Assert.All(await hooks.StatusAsync(world.Gates.Slots, LandingWorld.Cancellation), state => Assert.True(state.Installed));
        Assert.Null(await hooks.RemoveAsync(LandingWorld.Cancellation));
        await hooks.ApplyAsync(world.Gates.Slots, world.Book, wanted: true, LandingWorld.Cancellation);
        Assert.Equal(before, Trace());
        Assert.Equal(0, world.Commit(1, "docs/a.md").Code);
        hooks.Allow();
        await hooks.ApplyAsync(world.Gates.Slots, world.Book, wanted: true, LandingWorld.Cancellation);
        Assert.Equal(1, world.Commit(1, "docs/a.md").Code);
    }

    [Fact]
    public async Task A_worktree_s_own_hooksPath_and_other_settings_are_kept()
    {
        world.Sandbox.Git(world.Sandbox.Hub, "config", "extensions.worktreeConfig", "true");
        world.Sandbox.Git(world.Slot(1), "config", "--worktree", "core.hooksPath", Path.Combine(world.Sandbox.Path, "mine"));
        world.Sandbox.Git(world.Slot(2), "sparse-checkout", "set", "docs");
        world.Sandbox.Write(world.Sandbox.Path, "mine/pre-commit", $"#!/bin/sh\necho mine >> '{world.Noted}'\n");
        File.SetUnixFileMode(Path.Combine(world.Sandbox.Path, "mine", "pre-commit"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var before = Trace();
        var hooks = await world.InstallAsync();
        Assert.Equal(0, world.Commit(1, "blog/b.md").Code);
        Assert.Equal("mine\n", await File.ReadAllTextAsync(world.Noted, LandingWorld.Cancellation));
        Assert.Equal(0, world.Commit(2, "docs/b.md").Code);
        Assert.Equal(1, world.Commit(2, "blog.md").Code);
        Assert.Null(await hooks.RemoveAsync(LandingWorld.Cancellation));
        Assert.Equal(before, Trace());
    }

    [Theory]
    [InlineData("core.bare", "true")]
    [InlineData("core.worktree", "../../hub")]
    public async Task Settings_of_the_main_worktree_stay_its_own(string key, string value)
    {
        world.Sandbox.Git(world.Sandbox.Hub, "config", key, value);
        var before = Trace();
        var hooks = await world.InstallAsync();
        Assert.Equal(key == "core.bare" ? "true" : "false", world.Sandbox.Git(Path.Combine(world.Sandbox.Hub, ".git"), "rev-parse", "--is-bare-repository"));
        Assert.Equal(world.Slot(1), world.Sandbox.Git(world.Slot(1), "rev-parse", "--show-toplevel"));
        Assert.Equal((0, 1), (world.Commit(1, "blog/b.md").Code, world.Commit(1, "docs/a.md").Code));
        Assert.Null(await hooks.RemoveAsync(LandingWorld.Cancellation));
        Assert.Equal(before, Trace());
    }

    [Fact]
    public async Task A_slot_that_is_gone_from_roles_toml_is_let_go()
    {
        var hooks = await world.InstallAsync();
        await hooks.ApplyAsync([.. world.Gates.Slots.Skip(1)], world.Book, wanted: true, LandingWorld.Cancellation);
        Assert.Equal(1, world.Sandbox.TryGit(world.Slot(1), "config", "--get", "core.hooksPath").Code);
        Assert.Equal(0, world.Sandbox.TryGit(world.Slot(2), "config", "--get", "core.hooksPath").Code);
    }

    /// <summary>Every file of the git directory that tells how git behaves, with its lines in any order (what is moved back stands at the end of its section).</summary>
    private string Trace()
    {
        var git = Path.Combine(world.Sandbox.Hub, ".git");
        var names = new[] { "config", "config.worktree" };
        return string.Join('\n', Directory.EnumerateFiles(git, "*", SearchOption.AllDirectories)
            .Where(file => names.Contains(Path.GetFileName(file)) || Path.GetDirectoryName(file)!.EndsWith("hooks", StringComparison.Ordinal) || file.Contains("/fleet/hooks/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(file => $"{file}\n{string.Join('\n', File.ReadAllLines(file).Order(StringComparer.Ordinal))}"));
    }

    public void Dispose() => world.Dispose();
}
