using FleetTui.Git.Remotes;
using FleetTui.Git.Running;
using FleetTui.Git.Worktrees;
using FleetTui.Testing;

namespace FleetTui.Git.Tests;

/// <summary>The words git gets, where a wrong one would cost somebody's work.</summary>
public sealed class ArgumentSpecs
{
    [Fact]
    public void A_push_is_a_test_and_set_and_never_a_plain_force()
    {
        var words = RemoteSet.Push("origin", "main", "aaa", "bbb").Arguments();

        Assert.Equal(
            ["-c", "core.fsmonitor=false", "push", "--porcelain", "--no-follow-tags", "--force-with-lease=refs/heads/main:aaa", "--end-of-options", "origin", "bbb:refs/heads/main"],
            words);
        Assert.DoesNotContain("--force", words);
        Assert.DoesNotContain("--no-verify", words);
    }

    [Fact]
    public void A_fetch_writes_only_to_our_own_reference() =>
        Assert.Equal(
            ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-auto-maintenance", "--no-recurse-submodules", "--end-of-options", "origin", "+refs/heads/main:refs/fleet/x"],
            RemoteSet.Fetch("origin", "main", "refs/fleet/x").Words);

    [Fact]
    public void A_worktree_is_never_removed_by_force() => Assert.Equal(["worktree", "remove", "/w"], WorktreeSet.Forget("/w").Words);

    [Fact]
    public void A_slot_is_moved_only_by_a_reset_that_keeps()
    {
        Assert.Equal(["reset", "--quiet", "--keep", "abc", "--"], WorktreeReset.Keep("/w", "abc").Words);
        Assert.Equal("/w", WorktreeReset.Keep("/w", "abc").Directory);
    }

    [Fact]
    public void No_git_can_ask_anybody_anything()
    {
        foreach (var access in Enum.GetValues<GitAccess>())
        {
            var environment = GitEnvironment.For(access, ssh: false);
            Assert.Equal(("0", "", "", "never", "C"), (environment["GIT_TERMINAL_PROMPT"], environment["GIT_ASKPASS"], environment["SSH_ASKPASS"], environment["SSH_ASKPASS_REQUIRE"], environment["LC_ALL"]));
            Assert.Null(environment["GIT_DIR"]);
            Assert.Null(environment["GIT_INDEX_FILE"]);
        }

        Assert.Equal("0", GitEnvironment.For(GitAccess.Read, ssh: false)["GIT_OPTIONAL_LOCKS"]);
        Assert.Contains("BatchMode=yes", GitEnvironment.For(GitAccess.Network, ssh: false)["GIT_SSH_COMMAND"], StringComparison.Ordinal);
        Assert.DoesNotContain("GIT_SSH_COMMAND", GitEnvironment.For(GitAccess.Network, ssh: true).Keys);
    }

    [Fact]
    public async Task A_remote_that_wants_a_password_fails_at_once_with_what_to_do()
    {
        using var sandbox = new GitSandbox();
        sandbox.Git(sandbox.Hub, "config", "credential.helper", "");
        sandbox.Git(sandbox.Hub, "config", "core.askPass", "/bin/false");
        sandbox.Git(sandbox.Hub, "config", "core.sshCommand", "sh -c 'echo \"git@x: Permission denied (publickey).\" >&2; exit 255'");
        sandbox.Git(sandbox.Hub, "remote", "set-url", "origin", "git@x:y.git");
        var repository = await sandbox.OpenAsync();

        var answer = await repository.Remotes.AskAsync("origin", TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        Assert.Contains("ssh-add", Assert.IsType<RemoteAnswer.Unreachable>(answer).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_remote_that_never_answers_is_given_up_at_the_deadline()
    {
        using var sandbox = new GitSandbox();
        sandbox.Git(sandbox.Hub, "config", "core.sshCommand", "sh -c 'sleep 600'");
        sandbox.Git(sandbox.Hub, "remote", "set-url", "origin", "git@x:y.git");
        var repository = await sandbox.OpenAsync();

        var answer = await repository.Remotes.FetchAsync("origin", "main", "refs/fleet/x", TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        Assert.Contains("no answer within 1 s", Assert.IsType<FetchResult.Failed>(answer).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_remotes_default_branch_is_asked_for()
    {
        using var sandbox = new GitSandbox();
        sandbox.Git(sandbox.Origin, "branch", "-m", "main", "trunk/x");
        var repository = await sandbox.OpenAsync();

        var heads = Assert.IsType<RemoteAnswer.Heads>(await repository.Remotes.AskAsync("origin", null, TestContext.Current.CancellationToken));

        Assert.Equal(("trunk/x", "main"), (heads.DefaultBranch, await repository.Remotes.RememberedDefaultBranchAsync("origin", TestContext.Current.CancellationToken)));
        Assert.Equal("origin", await repository.Remotes.ChooseAsync("", TestContext.Current.CancellationToken));
        Assert.Null(await repository.Remotes.ChooseAsync("other", TestContext.Current.CancellationToken));
    }
}
