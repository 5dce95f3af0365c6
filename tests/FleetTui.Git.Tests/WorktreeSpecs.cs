using FleetTui.Git.Worktrees;
using FleetTui.Testing;

namespace FleetTui.Git.Tests;

public sealed class WorktreeSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Twelve_worktrees_made_at_once_are_all_made()
    {
        using var sandbox = new GitSandbox();
        var one = await sandbox.OpenAsync();
        var other = await sandbox.OpenAsync();

        var results = await Task.WhenAll(Enumerable.Range(1, 12).Select(i => (i % 2 == 0 ? one : other).Worktrees.EnsureAsync(sandbox.Slot(i), GitSandbox.Branch(i), "refs/remotes/origin/main", Cancellation)));

        Assert.All(results, r => Assert.True(Assert.IsType<WorktreeResult.Created>(r).NewBranch));
        Assert.Equal(13, (await one.Worktrees.ListAsync(Cancellation)).Count);
        Assert.All(Enumerable.Range(1, 12), i => Assert.Equal("", sandbox.Git(sandbox.Slot(i), "status", "--porcelain")));
    }

    [Fact]
    public async Task What_is_there_is_adopted_and_what_was_deleted_is_made_again_with_its_commits()
    {
        using var sandbox = new GitSandbox(slots: 2);
        var repository = await sandbox.OpenAsync();
        var commit = sandbox.Commit(sandbox.Slot(1), "a.txt", "x", "kept");
        Directory.Delete(sandbox.Slot(1), recursive: true);

        Assert.IsType<WorktreeResult.Remade>(await repository.Worktrees.EnsureAsync(sandbox.Slot(1), GitSandbox.Branch(1), "origin/main", Cancellation));
        Assert.IsType<WorktreeResult.Adopted>(await repository.Worktrees.EnsureAsync(sandbox.Slot(2), GitSandbox.Branch(2), "origin/main", Cancellation));
        Assert.Equal(commit, sandbox.Git(sandbox.Slot(1), "rev-parse", "HEAD"));
    }

    [Fact]
    public async Task A_deleted_worktree_of_somebody_else_is_not_forgotten_along_the_way()
    {
        using var sandbox = new GitSandbox(slots: 2);
        var repository = await sandbox.OpenAsync();
        Directory.Delete(sandbox.Slot(1), recursive: true);
        Directory.Delete(sandbox.Slot(2), recursive: true);

        await repository.Worktrees.EnsureAsync(sandbox.Slot(1), GitSandbox.Branch(1), "origin/main", Cancellation);

        Assert.True((await repository.Worktrees.ListAsync(Cancellation)).Single(e => e.Path == sandbox.Slot(2)).IsMissing);
    }

    [Fact]
    public async Task A_locked_missing_worktree_is_left_to_its_owner()
    {
        using var sandbox = new GitSandbox(slots: 1);
        var repository = await sandbox.OpenAsync();
        sandbox.Git(sandbox.Hub, "worktree", "lock", "--reason", "on a stick", sandbox.Slot(1));
        Directory.Delete(sandbox.Slot(1), recursive: true);

        var refused = Assert.IsType<WorktreeResult.Refused>(await repository.Worktrees.EnsureAsync(sandbox.Slot(1), GitSandbox.Branch(1), "origin/main", Cancellation));

        Assert.Contains("on a stick", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_that_is_not_ours_is_refused_and_untouched()
    {
        using var sandbox = new GitSandbox();
        var repository = await sandbox.OpenAsync();
        sandbox.Write(sandbox.Path, "mine/precious.txt", "x");
        var path = Path.Combine(sandbox.Path, "mine");

        Assert.IsType<WorktreeResult.Refused>(await repository.Worktrees.EnsureAsync(path, "slot/x", "origin/main", Cancellation));
        Assert.Equal(["precious.txt"], Directory.EnumerateFileSystemEntries(path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_branch_that_is_checked_out_elsewhere_is_refused_naming_where()
    {
        using var sandbox = new GitSandbox(slots: 1);
        var repository = await sandbox.OpenAsync();

        var refused = Assert.IsType<WorktreeResult.Refused>(await repository.Worktrees.EnsureAsync(sandbox.Slot(2), GitSandbox.Branch(1), "origin/main", Cancellation));

        Assert.Contains(sandbox.Slot(1), refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worktree_on_another_branch_or_detached_is_used_as_it_is_and_said_so()
    {
        using var sandbox = new GitSandbox(slots: 2);
        var repository = await sandbox.OpenAsync();
        sandbox.Git(sandbox.Slot(1), "checkout", "-q", "-b", "experiment");
        sandbox.Git(sandbox.Slot(2), "checkout", "-q", "--detach");

        var other = Assert.IsType<WorktreeResult.AdoptedAsIs>(await repository.Worktrees.EnsureAsync(sandbox.Slot(1), GitSandbox.Branch(1), "origin/main", Cancellation));
        var detached = Assert.IsType<WorktreeResult.AdoptedAsIs>(await repository.Worktrees.EnsureAsync(sandbox.Slot(2), GitSandbox.Branch(2), "origin/main", Cancellation));

        Assert.Contains("experiment", other.Notice, StringComparison.Ordinal);
        Assert.Contains("detached", detached.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_is_read_with_locks_reasons_and_unknown_attributes()
    {
        var entries = WorktreeListParser.Parse("worktree /r\0HEAD aa\0branch refs/heads/main\0\0worktree /w x\0HEAD bb\0detached\0locked why not\0new-thing 1\0\0worktree /b\0bare\0\0worktree /m\0HEAD cc\0branch refs/heads/f/x\0prunable gone\0\0");

        Assert.Equal(
            [
                new WorktreeEntry("/r", "aa", "main", false, null, null),
                new WorktreeEntry("/w x", "bb", null, false, "why not", null),
                new WorktreeEntry("/b", null, null, true, null, null),
                new WorktreeEntry("/m", "cc", "f/x", false, null, "gone"),
            ],
            entries);
        Assert.True(entries[1].IsDetached);
        Assert.False(entries[2].IsDetached);
    }
}
