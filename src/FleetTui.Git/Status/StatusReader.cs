using System.Globalization;
using FleetTui.Git.Running;
using FleetTui.Git.Worktrees;

namespace FleetTui.Git.Status;

/// <summary>Looks at worktrees without disturbing who works in them: no optional locks are taken.</summary>
public sealed class StatusReader(GitRunner git)
{
    /// <summary>Null when there is no worktree at this path (any more).</summary>
    /// <param name="worktree">Absolute.</param>
    /// <param name="against">What ahead and behind are counted against, e.g. <c>refs/remotes/origin/main</c>; null, or one that does not exist: both are 0.</param>
    public async Task<WorktreeStatus?> ReadAsync(string worktree, string? against, CancellationToken cancellation)
    {
        if (WorktreeGitDirectory.Of(worktree) is not { } gitDirectory)
            return null;
        var command = Status(worktree);
        var counts = against is null ? Task.FromResult((0, 0)) : CountAsync(worktree, against, cancellation);
        var result = await git.RunAsync(command, cancellation).ConfigureAwait(false);
        var (ahead, behind) = await counts.ConfigureAwait(false);
        if (!result.Succeeded)
            return Directory.Exists(worktree) ? throw GitRunner.Failure(command, result) : null;
        var (head, branch, changes) = StatusParser.Parse(result.OutputText);
        return new WorktreeStatus(head, branch, changes, OperationInProgress.Read(gitDirectory), ahead, behind);
    }

    /// <summary>What is not as in HEAD under these paths, each untracked file by itself; nothing when there is no worktree.</summary>
    public async Task<IReadOnlyList<StatusChange>> ChangesUnderAsync(string worktree, IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        if (WorktreeGitDirectory.Of(worktree) is null)
            return [];
        var command = GitCommand.Read("--literal-pathspecs", "status", "--porcelain=v2", "-z", "--untracked-files=all", "--").With(paths).In(worktree);
        return StatusParser.Parse(await git.TextAsync(command, cancellation).ConfigureAwait(false)).Changes;
    }

    public static GitCommand Status(string worktree) =>
        GitCommand.Read("status", "--porcelain=v2", "--branch", "--no-ahead-behind", "-z", "--untracked-files=normal").In(worktree);

    private async Task<(int Ahead, int Behind)> CountAsync(string worktree, string against, CancellationToken cancellation)
    {
        var result = await git.RunAsync(GitCommand.Read("rev-list", "--left-right", "--count", $"HEAD...{against}", "--").In(worktree), cancellation).ConfigureAwait(false);
        var parts = result.OutputText.Split(['\t', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return result.Succeeded && parts.Length == 2
            ? (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture))
            : (0, 0);
    }
}
