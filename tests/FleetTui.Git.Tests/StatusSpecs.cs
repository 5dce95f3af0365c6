using FleetTui.Git.Status;
using FleetTui.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace FleetTui.Git.Tests;

public sealed class StatusSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Changed_renamed_untracked_and_spaced_paths_are_told_apart()
    {
        using var sandbox = new GitSandbox(slots: 1, new Dictionary<string, string> { ["a b.txt"] = "1\n", ["old.txt"] = "some longer content\n", ["gone.txt"] = "3\n" });
        var slot = sandbox.Slot(1);
        sandbox.Write(slot, "a b.txt", "2\n");
        sandbox.Git(slot, "mv", "old.txt", "new name.txt");
        sandbox.Git(slot, "rm", "-q", "gone.txt");
        sandbox.Write(slot, "new dir/ü.txt", "x");
        var repository = await sandbox.OpenAsync();

        var status = await repository.Status.ReadAsync(slot, null, Cancellation);

        Assert.NotNull(status);
        Assert.Equal(
            [
                new StatusChange(StatusChangeKind.Changed, '.', 'M', "a b.txt", null),
                new StatusChange(StatusChangeKind.Changed, 'D', '.', "gone.txt", null),
                new StatusChange(StatusChangeKind.Renamed, 'R', '.', "new name.txt", "old.txt"),
                new StatusChange(StatusChangeKind.Untracked, '?', '?', "new dir/", null),
            ],
            status.Changes.OrderBy(c => c.Kind).ThenBy(c => c.Path, StringComparer.Ordinal));
        Assert.Equal((3, 1, GitSandbox.Branch(1)), (status.Modified, status.Untracked, status.Branch));
    }

    [Fact]
    public async Task Ahead_and_behind_are_counted_against_what_is_asked_for()
    {
        using var sandbox = new GitSandbox(slots: 1);
        sandbox.Commit(sandbox.Slot(1), "a.txt", "1", "one");
        sandbox.Commit(sandbox.Slot(1), "a.txt", "2", "two");
        sandbox.OutsiderLands("x.txt", "x");
        sandbox.Git(sandbox.Hub, "fetch", "-q", "origin");
        var repository = await sandbox.OpenAsync();

        var status = await repository.Status.ReadAsync(sandbox.Slot(1), "refs/remotes/origin/main", Cancellation);
        var against = await repository.Status.ReadAsync(sandbox.Slot(1), "refs/remotes/no/such", Cancellation);

        Assert.Equal((2, 1), (status!.Ahead, status.Behind));
        Assert.Equal((0, 0), (against!.Ahead, against.Behind));
    }

    [Fact]
    public async Task A_rebase_a_merge_and_a_bisect_in_progress_are_seen()
    {
        using var sandbox = new GitSandbox(slots: 1, new Dictionary<string, string> { ["x.txt"] = "old\n" });
        var slot = sandbox.Slot(1);
        sandbox.Commit(slot, "x.txt", "mine\n", "mine");
        sandbox.OutsiderLands("x.txt", "theirs\n");
        sandbox.Git(slot, "fetch", "-q", "origin");
        var repository = await sandbox.OpenAsync();

        sandbox.TryGit(slot, "rebase", "origin/main");
        var rebasing = await repository.Status.ReadAsync(slot, null, Cancellation);
        Assert.Equal(("rebase", GitSandbox.Branch(1)), (rebasing!.Progress.Operation, rebasing.Progress.Branch));
        Assert.True(rebasing.IsDetached);
        Assert.Equal(StatusChangeKind.Unmerged, Assert.Single(rebasing.Changes).Kind);
        sandbox.Git(slot, "rebase", "--abort");

        sandbox.TryGit(slot, "merge", "origin/main");
        Assert.Equal("merge", (await repository.Status.ReadAsync(slot, null, Cancellation))!.Progress.Operation);
        sandbox.Git(slot, "merge", "--abort");

        sandbox.Git(slot, "bisect", "start");
        Assert.Equal("bisect", (await repository.Status.ReadAsync(slot, null, Cancellation))!.Progress.Operation);
        sandbox.Git(slot, "bisect", "reset");

        Assert.True((await repository.Status.ReadAsync(slot, null, Cancellation))!.Progress.IsQuiet);
    }

    [Fact]
    public async Task A_worktree_that_is_gone_has_no_status()
    {
        using var sandbox = new GitSandbox(slots: 1);
        var repository = await sandbox.OpenAsync();
        Directory.Delete(sandbox.Slot(1), recursive: true);

        Assert.Null(await repository.Status.ReadAsync(sandbox.Slot(1), null, Cancellation));
    }

    [Fact]
    public async Task Reading_a_status_leaves_the_index_alone()
    {
        using var sandbox = new GitSandbox(slots: 1);
        var index = Path.Combine(sandbox.Hub, ".git/worktrees/slot01/index");
        File.SetLastWriteTimeUtc(Path.Combine(sandbox.Slot(1), "README.md"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var before = File.GetLastWriteTimeUtc(index);
        var repository = await sandbox.OpenAsync();

        Assert.True((await repository.Status.ReadAsync(sandbox.Slot(1), null, Cancellation))!.IsClean);
        Assert.Equal(before, File.GetLastWriteTimeUtc(index));
    }

    [Fact]
    public void Any_text_is_parsed_without_failing_and_only_status_lines_count() =>
        Prop.ForAll<string?[]>(records => StatusParser.Parse(string.Join('\0', (records ?? []).Select(r => r ?? ""))).Changes.Count <= (records?.Length ?? 0)).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_path_without_a_nul_comes_back_as_written() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonEmptyString>().Filter(static p => !p.Get.Contains('\0', StringComparison.Ordinal)), path =>
        {
            var text = $"# branch.oid abc\0# branch.head x\0 1 ignored\01 .M N... 100644 100644 100644 aaa bbb {path.Get}\0? {path.Get}\0";
            var (_, _, changes) = StatusParser.Parse(text);
            return changes.Count == 2 && changes.All(c => c.Path == path.Get);
        }).QuickCheckThrowOnFailure();
}
