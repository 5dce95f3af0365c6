using FleetTui.Git.Running;

namespace FleetTui.Git.Worktrees;

/// <summary>What moving a worktree to another commit came to. A closed set.</summary>
public abstract record ResetResult
{
    private ResetResult()
    {
    }

    public sealed record Moved : ResetResult;

    /// <summary>Files that are not committed differ there: nothing was touched.</summary>
    public sealed record InTheWay(string Reason) : ResetResult;

    /// <summary>Another git works there right now (index.lock): nothing was touched.</summary>
    public sealed record Busy(string Reason) : ResetResult;
}

public static class WorktreeReset
{
    /// <summary>
    /// Moves HEAD (and its branch) and the files that differ to <paramref name="commit"/>, keeping uncommitted changes of other files. <c>reset --keep</c> refuses, and
    /// changes nothing, when a file with uncommitted changes differs between the two commits, or an untracked file is in the way.
    /// </summary>
    public static async Task<ResetResult> KeepAsync(GitRunner git, string worktree, string commit, CancellationToken cancellation)
    {
        var result = await git.RunAsync(Keep(worktree, commit), cancellation).ConfigureAwait(false);
        if (result.Succeeded)
            return new ResetResult.Moved();
        return result.ErrorText.Contains("index.lock", StringComparison.Ordinal)
            ? new ResetResult.Busy("Another git is working there.")
            : new ResetResult.InTheWay(GitException.Reason(result));
    }

    public static GitCommand Keep(string worktree, string commit) => GitCommand.Write("reset", "--quiet", "--keep", commit, "--").In(worktree);
}
