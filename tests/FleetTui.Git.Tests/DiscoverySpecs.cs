using FleetTui.Git.Discovery;
using FleetTui.Git.Running;
using FleetTui.Testing;

namespace FleetTui.Git.Tests;

public sealed class DiscoverySpecs
{
    private static async Task<DiscoveryResult.Refused> RefusedAsync(string directory, GitSettings? settings = null) =>
        Assert.IsType<DiscoveryResult.Refused>(await RepositoryDiscovery.FindAsync(directory, settings ?? SandboxRepository.Settings, TestContext.Current.CancellationToken));

    [Fact]
    public async Task A_repository_is_the_same_from_its_main_and_its_linked_worktrees_and_below()
    {
        using var sandbox = new GitSandbox(slots: 1);
        Directory.CreateDirectory(Path.Combine(sandbox.Hub, "deep/er"));

        var main = await sandbox.OpenAsync();
        var below = await sandbox.OpenAsync(Path.Combine(sandbox.Hub, "deep/er"));
        var linked = await sandbox.OpenAsync(sandbox.Slot(1));

        Assert.Equal(sandbox.Hub, main.Root);
        Assert.Equal(Path.Combine(sandbox.Hub, ".git"), main.CommonDirectory);
        Assert.Equal((main.Root, main.CommonDirectory), (below.Root, below.CommonDirectory));
        Assert.Equal((main.Root, main.CommonDirectory), (linked.Root, linked.CommonDirectory));
        Assert.Equal(40, main.ZeroId.Length);
    }

    [Fact]
    public async Task A_link_to_a_repository_is_that_repository()
    {
        using var sandbox = new GitSandbox();
        var link = Path.Combine(sandbox.Path, "link");
        Directory.CreateSymbolicLink(link, sandbox.Hub);

        Assert.Equal(Path.Combine(sandbox.Hub, ".git"), (await sandbox.OpenAsync(link)).CommonDirectory);
    }

    [Fact]
    public async Task A_line_end_in_the_path_is_a_part_of_it()
    {
        using var sandbox = new GitSandbox();
        var clone = Path.Combine(sandbox.Path, "two\nlines");
        sandbox.Git(sandbox.Path, "clone", "-q", sandbox.Origin, clone);

        Assert.Equal((clone, Path.Combine(clone, ".git")), await PlacesAsync(clone));

        async Task<(string, string)> PlacesAsync(string at)
        {
            var found = await sandbox.OpenAsync(at);
            return (found.Root, found.CommonDirectory);
        }
    }

    [Fact]
    public async Task A_directory_without_a_repository_is_refused()
    {
        using var directory = new TemporaryDirectory();

        var refused = await RefusedAsync(directory.Path);

        Assert.Equal(DiscoveryProblem.NotARepository, refused.Problem);
        Assert.Contains(directory.Path, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bare_repository_is_refused_with_what_to_do()
    {
        using var sandbox = new GitSandbox();

        var refused = await RefusedAsync(sandbox.Origin);

        Assert.Equal(DiscoveryProblem.Bare, refused.Problem);
        Assert.Contains("git clone", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Worktrees_of_a_bare_repository_are_fine()
    {
        using var sandbox = new GitSandbox();
        var worktree = Path.Combine(sandbox.Path, "of-bare");
        sandbox.Git(sandbox.Origin, "worktree", "add", "-q", worktree, "main");

        Assert.Equal(worktree, (await sandbox.OpenAsync(worktree)).Root);
    }

    [Fact]
    public async Task A_repository_without_commits_is_refused()
    {
        using var sandbox = new GitSandbox();
        var empty = Path.Combine(sandbox.Path, "empty");
        sandbox.Git(sandbox.Path, "init", "-q", empty);

        Assert.Equal(DiscoveryProblem.NoCommits, (await RefusedAsync(empty)).Problem);
    }

    [Fact]
    public async Task Another_users_repository_is_refused_with_the_command_that_allows_it()
    {
        using var sandbox = new GitSandbox();
        var settings = SandboxRepository.Settings with
        {
            Environment = new Dictionary<string, string?>(GitSandbox.Environment) { ["GIT_TEST_ASSUME_DIFFERENT_OWNER"] = "1" },
        };

        var refused = await RefusedAsync(sandbox.Hub, settings);

        Assert.Equal(DiscoveryProblem.ForeignOwner, refused.Problem);
        Assert.Contains("safe.directory", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_git_at_all_is_said_so()
    {
        using var directory = new TemporaryDirectory();

        Assert.Equal(DiscoveryProblem.NoGit, (await RefusedAsync(directory.Path, new GitSettings { Executable = "no-git-here" })).Problem);
    }

    [Fact]
    public async Task An_old_git_is_refused()
    {
        using var directory = new TemporaryDirectory();
        var old = directory["old-git"];
        await File.WriteAllTextAsync(old, "#!/bin/sh\necho git version 2.30.2\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(old, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var refused = await RefusedAsync(directory.Path, new GitSettings { Executable = old });

        Assert.Equal(DiscoveryProblem.OldGit, refused.Problem);
        Assert.Contains("2.39", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("git version 2.39.5 (Apple Git-154)\n", "2.39.5")]
    [InlineData("git version 2.47.0.windows.1\n", "2.47.0")]
    [InlineData("git version 2.50\n", "2.50")]
    [InlineData("nonsense", "0.0")]
    public void Versions_are_read_as_vendors_write_them(string text, string version) =>
        Assert.Equal(Version.Parse(version), RepositoryDiscovery.ParseVersion(text));
}
