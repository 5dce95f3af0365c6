using FleetTui.Git;
using FleetTui.Git.Running;
using FleetTui.Git.Status;
using FleetTui.Git.Worktrees;
using FleetTui.Landing.Syncing;
using FleetTui.Roles;

namespace FleetTui.Landing.Unattended;

/// <summary>
/// Commits what a slot may change and has changed, for an agent that cannot commit or leaves it undone (<c>commit-on-stop</c>). It is a plain <c>git commit</c> with the user's hooks,
/// identity and signing, on a copy of the index under the worktree's own <c>index.lock</c>: a hook that refuses leaves no trace, and no add of the agent comes in between.
/// </summary>
public static class TurnCommit
{
    private const string OwnIndex = "fleet.index";
    private const string Mark = "fleet commit\n";

    /// <param name="message">The whole message.</param>
    /// <param name="most">Bytes a file may have; 0: any number.</param>
    /// <exception cref="GitException">git failed in an unexpected way; nothing was committed.</exception>
    public static async Task<TurnCommitResult> RunAsync(Repository repository, LaneSlot slot, RoleBook book, string message, long most, CancellationToken cancellation)
    {
        if (WorktreeGitDirectory.Of(slot.Worktree) is not { } gitDirectory)
            return new TurnCommitResult.NotNow("Its worktree is gone.");
        var progress = OperationInProgress.Read(gitDirectory);
        if (progress.Operation is { } operation)
            return new TurnCommitResult.NotNow($"A {operation} is in progress in its worktree.");
        var lockFile = Path.Combine(gitDirectory, "index.lock");
        var own = Path.Combine(gitDirectory, OwnIndex);
        if (!IndexLock.TryTake(lockFile, Mark))
            return new TurnCommitResult.NotNow("Another git is working in its worktree (index.lock).");
        try
        {
            return await CommitAsync(repository, slot, book, message, most, gitDirectory, cancellation).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            return new TurnCommitResult.NotNow(e.Message);
        }
        finally
        {
            File.Delete(own);
            File.Delete(own + ".lock");
            File.Delete(lockFile);
        }
    }

    /// <summary>After a killed fleet: when its commit was made the index belongs to it, else everything is as before.</summary>
    internal static async Task RecoverAsync(Repository repository, string worktree, CancellationToken cancellation)
    {
        if (WorktreeGitDirectory.Of(worktree) is not { } gitDirectory || !IndexLock.IsMarked(Path.Combine(gitDirectory, "index.lock"), Mark))
            return;
        var own = Path.Combine(gitDirectory, OwnIndex);
        if (File.Exists(own) && (await repository.Git.RunAsync(Staged(worktree, own), cancellation).ConfigureAwait(false)).Succeeded)
            File.Move(own, Path.Combine(gitDirectory, "index"), overwrite: true);
        File.Delete(own);
        File.Delete(own + ".lock");
        File.Delete(Path.Combine(gitDirectory, "index.lock"));
    }

    private static async Task<TurnCommitResult> CommitAsync(
        Repository repository, LaneSlot slot, RoleBook book, string message, long most, string gitDirectory, CancellationToken cancellation)
    {
        var git = repository.Git;
        var (head, branch, changes) = StatusParser.Parse(await git.TextAsync(Status(slot.Worktree), cancellation).ConfigureAwait(false));
        if (head is null || branch is null)
            return new TurnCommitResult.NotNow("Its HEAD is detached: git switch a branch there.");
        if (changes.Any(static change => change.Kind == StatusChangeKind.Unmerged))
            return new TurnCommitResult.NotNow("It has unmerged files.");
        if (changes.Any(static change => change.Index is not ('.' or '?')))
            return new TurnCommitResult.NotNow("It has staged changes: whoever staged them means to commit just those.");

        var left = new List<string>();
        var chosen = changes.Select(static change => change.Path).Distinct(StringComparer.Ordinal).Where(path => MayCommit(slot, book, path, most, left)).ToList();
        if (chosen.Count == 0)
            return new TurnCommitResult.Nothing(left);

        // From here to the end it is not cancelled: half of it is worse than all of it. The deadline of every git holds.
        var own = Path.Combine(gitDirectory, OwnIndex);
        File.Copy(Path.Combine(gitDirectory, "index"), own, overwrite: true);
        await git.BytesAsync(Add(slot.Worktree, chosen).Under("GIT_INDEX_FILE", own), CancellationToken.None).ConfigureAwait(false);
        if ((await git.RunAsync(Staged(slot.Worktree, own), CancellationToken.None).ConfigureAwait(false)).Succeeded)
            return new TurnCommitResult.Nothing(left);
        var result = await git.RunAsync(Commit(slot.Worktree, message).Under("GIT_INDEX_FILE", own), CancellationToken.None).ConfigureAwait(false);
        if (!result.Succeeded)
            return new TurnCommitResult.NotNow($"git commit refused: {string.Join(' ', result.ErrorText.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(3))}");
        File.Move(own, Path.Combine(gitDirectory, "index"), overwrite: true);
        var commit = await git.TextAsync(GitCommand.Read("rev-parse", "HEAD").In(slot.Worktree), CancellationToken.None).ConfigureAwait(false);
        return new TurnCommitResult.Committed(commit, chosen.Count, left);
    }

    private static bool MayCommit(LaneSlot slot, RoleBook book, string path, long most, List<string> left)
    {
        var full = new FileInfo(Path.Combine(slot.Worktree, path));
        var why = path.EndsWith('/') ? $"{path} is a repository of its own"
            : book.Refuse(slot.Id, path) is { } refusal ? refusal.Message
            : most > 0 && full is { Exists: true, LinkTarget: null } && full.Length > most ? $"{path} is larger than landing.max-file-size"
            : null;
        if (why is not null)
            left.Add(why);
        return why is null;
    }

    /// <summary>Each untracked file by itself, since a directory may be half inside a domain; a submodule only when it is at another commit.</summary>
    public static GitCommand Status(string worktree) =>
        GitCommand.Read("status", "--porcelain=v2", "--branch", "--no-ahead-behind", "-z", "--untracked-files=all", "--no-renames", "--ignore-submodules=dirty").In(worktree);

    public static GitCommand Add(string worktree, IReadOnlyList<string> paths) =>
        GitCommand.Write("--literal-pathspecs", "add", "--all", "--pathspec-from-file=-", "--pathspec-file-nul").In(worktree).Fed(string.Concat(paths.Select(static path => path + "\0")));

    public static GitCommand Commit(string worktree, string message) => GitCommand.Write("commit", "--quiet", "--cleanup=whitespace", "--file=-").In(worktree).Fed(message);

    private static GitCommand Staged(string worktree, string index) => GitCommand.Read("diff-index", "--cached", "--quiet", "HEAD", "--").In(worktree).Under("GIT_INDEX_FILE", index);
}
