using FleetTui.Git;
using FleetTui.Git.Running;
using FleetTui.Git.Status;
using FleetTui.Git.Worktrees;

namespace FleetTui.Landing.Syncing;

/// <summary>
/// Moves a slot's branch and files from its own commits to the landed ones, and only when that changes nothing an agent may be working on. For the time of it we hold the
/// worktree's <c>index.lock</c> and give git a copy of the index, so that no add or commit of the agent can come in between; a commit made without the index is seen by ORIG_HEAD
/// and put back.
/// </summary>
internal static class SlotSync
{
    private const string OwnIndex = "fleet.index";
    private const string Mark = "fleet sync\n";

    /// <param name="from">The slot's HEAD, all of whose commits have landed.</param>
    /// <param name="to">The target's commit.</param>
    internal static async Task<SyncResult> MoveAsync(Repository repository, string worktree, string from, string to, CancellationToken cancellation)
    {
        if (WorktreeGitDirectory.Of(worktree) is not { } gitDirectory)
            return new SyncResult.Deferred("Its worktree is gone.");
        var progress = OperationInProgress.Read(gitDirectory);
        if (progress.Operation is { } operation)
            return new SyncResult.Deferred($"A {operation} is in progress in its worktree.");
        var lockFile = Path.Combine(gitDirectory, "index.lock");
        var own = Path.Combine(gitDirectory, OwnIndex);
        if (!IndexLock.TryTake(lockFile, Mark))
            return new SyncResult.Deferred("Another git is working in its worktree (index.lock).");
        try
        {
            var index = Path.Combine(gitDirectory, "index");
            File.Copy(index, own, overwrite: true);

            // Not cancellable from here: half of it is worse than all of it, and it takes milliseconds.
            var result = await MoveLockedAsync(repository, worktree, gitDirectory, from, to).ConfigureAwait(false);
            if (result is SyncResult.Moved)
                File.Move(own, index, overwrite: true);
            return result;
        }
        catch (IOException e)
        {
            return new SyncResult.Deferred(e.Message);
        }
        finally
        {
            File.Delete(own);
            File.Delete(lockFile);
        }
    }

    /// <summary>Finishes or undoes what a killed fleet left in a worktree: the git it had started ended by itself, only the index was not handed over.</summary>
    internal static void Recover(string worktree)
    {
        if (WorktreeGitDirectory.Of(worktree) is not { } gitDirectory)
            return;
        var (lockFile, own) = (Path.Combine(gitDirectory, "index.lock"), Path.Combine(gitDirectory, OwnIndex));
        try
        {
            if (!IndexLock.IsMarked(lockFile, Mark))
                return;

            // git replaces the copy by renaming: a copy newer than our lock belongs to a reset that came to its end.
            if (File.Exists(own) && File.Exists(Path.Combine(gitDirectory, "ORIG_HEAD")) && File.GetLastWriteTimeUtc(Path.Combine(gitDirectory, "ORIG_HEAD")) >= File.GetLastWriteTimeUtc(lockFile))
                File.Move(own, Path.Combine(gitDirectory, "index"), overwrite: true);
            File.Delete(own);
            File.Delete(lockFile);
        }
        catch (IOException)
        {
            // Somebody else's after all.
        }
    }

    private static async Task<SyncResult> MoveLockedAsync(Repository repository, string worktree, string gitDirectory, string from, string to)
    {
        var git = repository.Git;
        var own = Path.Combine(gitDirectory, OwnIndex);
        var staged = await git.RunAsync(Staged(worktree, from).Under("GIT_INDEX_FILE", own), CancellationToken.None).ConfigureAwait(false);
        if (!staged.Succeeded)
            return new SyncResult.Deferred("It has staged changes that are not committed yet.");

        var reset = await git.RunAsync(WorktreeReset.Keep(worktree, to).Under("GIT_INDEX_FILE", own), CancellationToken.None).ConfigureAwait(false);
        if (!reset.Succeeded)
            return new SyncResult.Deferred($"Uncommitted files are in the way: {Reason(reset.ErrorText)}");
        var original = Path.Combine(gitDirectory, "ORIG_HEAD");
        var was = File.Exists(original) ? (await File.ReadAllTextAsync(original).ConfigureAwait(false)).Trim() : from;
        if (was == from)
            return new SyncResult.Moved();
        await git.BytesAsync(WorktreeReset.Keep(worktree, was).Under("GIT_INDEX_FILE", own), CancellationToken.None).ConfigureAwait(false);
        File.Move(own, Path.Combine(gitDirectory, "index"), overwrite: true);
        return new SyncResult.Deferred("It has newer commits.");
    }

    private static GitCommand Staged(string worktree, string head) => GitCommand.Read("diff-index", "--cached", "--quiet", head, "--").In(worktree);

    private static string Reason(string errors) =>
        errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() is { } line ? line.Replace("error: ", "", StringComparison.Ordinal) : "git reset --keep refused";
}
