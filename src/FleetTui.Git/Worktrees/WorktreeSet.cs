using FleetTui.Git.Running;
using FleetTui.Git.Status;
using FleetTui.Processes;

namespace FleetTui.Git.Worktrees;

/// <summary>
/// The worktrees of a repository. Adding and removing goes through one lock across processes: run in parallel, a third of <c>git worktree add</c> fail
/// and leave orphan branches (measured, git 2.39.5).
/// </summary>
public sealed class WorktreeSet(Repository repository)
{
    private string LockFile => Path.Combine(repository.CommonDirectory, "fleet", "worktrees.lock");

    /// <summary>The main worktree first.</summary>
    public async Task<IReadOnlyList<WorktreeEntry>> ListAsync(CancellationToken cancellation)
    {
        try
        {
            return await ReadAsync(cancellation).ConfigureAwait(false);
        }
        catch (GitException)
        {
            // While one is being added its files are half there, and git list fails on them ("failed to read …/commondir: Success"): once more, with none being added.
            using var held = await FileLock.AcquireAsync(LockFile, cancellation).ConfigureAwait(false);
            return await ReadAsync(cancellation).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<WorktreeEntry>> ReadAsync(CancellationToken cancellation) =>
        WorktreeListParser.Parse(await repository.Git.TextAsync(List(), cancellation).ConfigureAwait(false));

    /// <summary>
    /// Makes sure there is a worktree at <paramref name="path"/>: adopts what is there, makes it again when its directory was deleted, else adds it on
    /// <paramref name="branch"/>, which is made from <paramref name="startPoint"/> when there is none yet. Never touches what is not a worktree of this repository.
    /// </summary>
    /// <param name="path">Absolute.</param>
    public async Task<WorktreeResult> EnsureAsync(string path, string branch, string startPoint, CancellationToken cancellation)
    {
        path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        using var held = await FileLock.AcquireAsync(LockFile, cancellation).ConfigureAwait(false);
        var entries = await ReadAsync(cancellation).ConfigureAwait(false);
        var there = entries.FirstOrDefault(e => SamePath(e.Path, path));
        var remade = false;
        if (there is not null && (there.IsMissing || !Directory.Exists(path)))
        {
            if (there.Locked is { } reason)
                return new WorktreeResult.Refused(path, $"The worktree {path} is gone but locked{Because(reason)}: git worktree unlock {path}, or bring it back.");
            await repository.Git.BytesAsync(Forget(path), cancellation).ConfigureAwait(false);
            remade = true;
        }
        else if (there is not null)
        {
            return Adopt(path, branch, there);
        }

        var elsewhere = entries.FirstOrDefault(e => e.Branch == branch && !SamePath(e.Path, path));
        if (elsewhere is not null)
            return new WorktreeResult.Refused(path, $"The branch {branch} is already checked out at {elsewhere.Path}: give this slot another branch.");
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
            return new WorktreeResult.Refused(path, $"{path} exists and is not a worktree of this repository: move it away, or give this slot another worktree.");
        if (File.Exists(path))
            return new WorktreeResult.Refused(path, $"{path} is a file: move it away, or give this slot another worktree.");

        var known = await repository.Refs.ResolveAsync($"refs/heads/{branch}", cancellation).ConfigureAwait(false) is not null;
        var command = known ? AddExisting(path, branch) : AddNew(path, branch, startPoint);
        var result = await repository.Git.RunAsync(command, cancellation).ConfigureAwait(false);
        if (!result.Succeeded)
            return new WorktreeResult.Refused(path, $"git worktree add {path} failed: {GitException.Reason(result)}");
        return remade ? new WorktreeResult.Remade(path) : new WorktreeResult.Created(path, !known);
    }

    /// <summary>A worktree of the fleet's own at a commit, on no branch. Null when done, else why not, in one sentence.</summary>
    /// <param name="path">Absolute, not there yet; to be given back with <see cref="RemoveDetachedAsync"/>.</param>
    public async Task<string?> AddDetachedAsync(string path, string commit, CancellationToken cancellation)
    {
        using var held = await FileLock.AcquireAsync(LockFile, cancellation).ConfigureAwait(false);
        var result = await repository.Git.RunAsync(GitCommand.Write("worktree", "add", "--quiet", "--detach", path, commit), cancellation).ConfigureAwait(false);
        return result.Succeeded ? null : $"git worktree add {path} failed: {GitException.Reason(result)}";
    }

    /// <summary>Removes such a worktree with all its content. False: something of it is still there.</summary>
    public async Task<bool> RemoveDetachedAsync(string path, CancellationToken cancellation)
    {
        using var held = await FileLock.AcquireAsync(LockFile, cancellation).ConfigureAwait(false);
        // Twice --force: also while git still holds it as locked by an add that was killed.
        var result = await repository.Git.RunAsync(GitCommand.Write("worktree", "remove", "--force", "--force", path), cancellation).ConfigureAwait(false);
        return result.Succeeded;
    }

    public static GitCommand List() => GitCommand.Read("worktree", "list", "--porcelain", "-z");

    /// <summary>--no-track: the slot's branch has no upstream, so that a plain <c>git push</c> of an agent goes nowhere by accident.</summary>
    public static GitCommand AddNew(string path, string branch, string startPoint) =>
        GitCommand.Write("worktree", "add", "--quiet", "--no-track", "-b", branch, path, startPoint);

    public static GitCommand AddExisting(string path, string branch) => GitCommand.Write("worktree", "add", "--quiet", path, branch);

    /// <summary>Forgets this one only, and only when its directory is gone (without --force git refuses anything else that matters); <c>worktree prune</c> would forget others' too.</summary>
    public static GitCommand Forget(string path) => GitCommand.Write("worktree", "remove", path);

    private static WorktreeResult Adopt(string path, string branch, WorktreeEntry there)
    {
        if (WorktreeGitDirectory.Of(path) is not { } gitDirectory)
            return new WorktreeResult.Refused(path, $"{path} has lost its .git file: git worktree repair {path}");
        var progress = OperationInProgress.Read(gitDirectory);
        if (progress.Operation is { } operation)
            return new WorktreeResult.AdoptedAsIs(path, $"{path} is in the middle of a {operation}; finish or abort it there.");
        if (there.IsDetached)
            return new WorktreeResult.AdoptedAsIs(path, $"{path} has a detached HEAD; its commits land from there. To go back: git switch {branch}");
        return there.Branch == branch
            ? new WorktreeResult.Adopted(path)
            : new WorktreeResult.AdoptedAsIs(path, $"{path} is on the branch {there.Branch}, not {branch}; it is used as it is.");
    }

    private static string Because(string reason) => reason.Length == 0 ? "" : $" ({reason})";

    private static bool SamePath(string one, string other) =>
        string.Equals(Path.TrimEndingDirectorySeparator(one), other, StringComparison.Ordinal);
}
