using FleetTui.Configuration;
using FleetTui.Roles;

namespace FleetTui.Cli.Tests.Setup;

public sealed class InitVerbSpecs
{
    [Fact]
    public async Task A_repository_gets_twelve_slots_that_load_without_error_or_overlap()
    {
        using var place = new SetupPlace("lib/main.dart", "pubspec.yaml", "docs/a.md", ".github/workflows/ci.yml", "supabase/migrations/20260101000000_a.sql", "supabase/functions/f/index.ts", "scripts/x", "misc/y");
        place.Install("claude");

        var run = await place.RunAsync("init");

        Assert.Equal((0, ""), (run.Code, run.Error));
        var configuration = ConfigurationLoader.Load(place.Root).Configuration!;
        Assert.Empty(RoleProblems.Of(configuration));
        Assert.Equal(["vscode", "win", "ps1", "ps2", "ps3", "ps4", "ps5", "ps6", "free1", "free2", "codex1", "codex2"], configuration.Slots.Select(slot => slot.Id));
        Assert.Equal((10, 2), (configuration.Slots.Count(slot => slot.Agent == "claude"), configuration.Slots.Count(slot => slot.Agent == "codex")));
        Assert.Equal((".claude/worktrees/instance-ps2", "claude/ps2-wip", "PS#2", "blog"), (configuration.Slots[3].Worktree, configuration.Slots[3].Branch, configuration.Slots[3].Label, configuration.Slots[3].Role));
        Assert.Equal(("origin", "main"), (configuration.Landing.Remote, configuration.Landing.Branch));
        Assert.Equal(["supabase/migrations"], configuration.Migrations.Directories);
        Assert.Equal(["supabase/migrations/**"], configuration.SharedPaths);
        Assert.Equal(["lib/**", "supabase/functions/**", "/pubspec.yaml"], configuration.Roles[0].Domain);
        Assert.Contains("codex is not on PATH", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("claude is not on PATH", run.Output, StringComparison.Ordinal);
        Assert.Contains("# No role owns misc/:", place.Read("roles.toml"), StringComparison.Ordinal);
        Assert.Contains("'fleet trust'", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_exists_is_left_as_it_is()
    {
        using var place = new SetupPlace();
        place.Git.Write(place.Root, "fleet.toml", "name = 'mine'\n");

        var run = await place.RunAsync("init");

        Assert.Equal(0, run.Code);
        Assert.Equal("name = 'mine'\n", place.Read("fleet.toml"));
        Assert.Contains("left fleet.toml as it is", run.Output, StringComparison.Ordinal);
        Assert.Contains("wrote roles.toml", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_existing_file_with_errors_is_told_with_code_2()
    {
        using var place = new SetupPlace();
        place.Git.Write(place.Root, "fleet.toml", "name = \n");

        var run = await place.RunAsync("init");

        Assert.Equal(2, run.Code);
        Assert.Contains("fleet.toml:1:8: Expected a value", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Worktrees_are_ignored_in_this_clone_once_and_no_file_of_the_repository_changes_for_it()
    {
        using var place = new SetupPlace();

        await place.RunAsync("init");
        var again = await place.RunAsync("init");

        Assert.Equal("/.claude/worktrees/", Assert.Single(place.Read(".git/info/exclude").Split('\n'), line => line.Contains(".claude", StringComparison.Ordinal)));
        Assert.DoesNotContain("info/exclude", again.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(place.Root, ".gitignore")));
    }

    [Fact]
    public async Task Without_a_remote_it_says_that_nothing_lands()
    {
        using var place = new SetupPlace();
        place.Git.Git(place.Root, "remote", "remove", "origin");

        var run = await place.RunAsync("init");

        Assert.Equal(0, run.Code);
        Assert.Contains("nothing lands until", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_a_repository_and_in_a_bare_one_it_says_so_with_code_2()
    {
        using var place = new SetupPlace();

        var outside = await place.RunInAsync(place.Git.Path, "init");
        var bare = await place.RunInAsync(place.Git.Origin, "init");

        Assert.Equal((2, 2), (outside.Code, bare.Code));
        Assert.Contains("not in a git repository", outside.Error, StringComparison.Ordinal);
        Assert.Contains("bare", bare.Error, StringComparison.Ordinal);
    }
}
