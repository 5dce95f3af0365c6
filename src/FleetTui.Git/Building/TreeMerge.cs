using FleetTui.Git.Running;

namespace FleetTui.Git.Building;

/// <summary>Merges without a worktree or an index: <c>git merge-tree --write-tree</c>.</summary>
public sealed class TreeMerge(Repository repository)
{
    private static readonly Version WithMergeBase = new(2, 40);

    /// <summary>The tree that replaying <paramref name="commit"/> onto <paramref name="tip"/> gives: a cherry-pick that leaves no state.</summary>
    /// <param name="parent">The parent whose difference to the commit is replayed; null for a root commit.</param>
    public async Task<MergeResult> ReplayAsync(string tip, string commit, string? parent, CancellationToken cancellation)
    {
        var git = repository.Git;
        var mergeBase = parent ?? await EmptyCommitAsync(cancellation).ConfigureAwait(false);
        GitCommand command;
        if (repository.Version >= WithMergeBase)
        {
            command = MergeWithBase(mergeBase, tip, commit);
        }
        else
        {
            // 2.38 and 2.39 have no --merge-base. A commit with the tip's tree and the replayed commit's parent as its only parent makes that parent the one merge base.
            var synthetic = await git.TextAsync(Synthetic(tip, mergeBase), cancellation).ConfigureAwait(false);
            command = Merge(synthetic, parent is null ? await WithParentAsync(commit, mergeBase, cancellation).ConfigureAwait(false) : commit);
        }

        var result = await git.RunAsync(command, cancellation).ConfigureAwait(false);
        return result.ExitCode is 0 or 1 && result.OutputText.Length > 0 ? Parse(result.ExitCode, result.OutputText) : throw GitRunner.Failure(command, result);
    }

    public static GitCommand Merge(string ours, string theirs) => GitCommand.Write("merge-tree", "--write-tree", "-z", "--name-only", "--messages", ours, theirs);

    public static GitCommand MergeWithBase(string mergeBase, string ours, string theirs) =>
        GitCommand.Write("merge-tree", "--write-tree", "-z", "--name-only", "--messages", $"--merge-base={mergeBase}", ours, theirs);

    public static GitCommand Synthetic(string treeOf, string parent) =>
        GitCommand.Write("commit-tree", treeOf + "^{tree}", "-p", parent, "-m", "fleet: merge base")
            .Setting("commit.gpgSign", "false")
            .Under("GIT_AUTHOR_NAME", "fleet").Under("GIT_AUTHOR_EMAIL", "fleet@localhost").Under("GIT_AUTHOR_DATE", "@0 +0000")
            .Under("GIT_COMMITTER_NAME", "fleet").Under("GIT_COMMITTER_EMAIL", "fleet@localhost").Under("GIT_COMMITTER_DATE", "@0 +0000");

    /// <summary>
    /// git-merge-tree(1), OUTPUT with -z: tree NUL, conflicted names each NUL, an empty one, then messages: number of paths NUL, the paths, type NUL, text NUL.
    /// </summary>
    internal static MergeResult Parse(int exitCode, string text)
    {
        var fields = text.Split('\0');
        if (exitCode == 0)
            return new MergeResult.Merged(fields[0].Trim());
        var paths = fields.Skip(1).TakeWhile(static f => f.Length > 0).Distinct().Order(StringComparer.Ordinal).ToList();
        var messages = new List<string>();
        var at = Array.IndexOf(fields, "", 1) + 1;
        while (at > 0 && at < fields.Length && int.TryParse(fields[at], System.Globalization.CultureInfo.InvariantCulture, out var count) && at + count + 2 < fields.Length)
        {
            if (fields[at + count + 1].StartsWith("CONFLICT", StringComparison.Ordinal))
                messages.Add(fields[at + count + 2].TrimEnd('\n'));
            at += count + 3;
        }

        return new MergeResult.Conflict(paths, messages);
    }

    private async Task<string> EmptyCommitAsync(CancellationToken cancellation)
    {
        var tree = await repository.Git.TextAsync(GitCommand.Write("mktree"), cancellation).ConfigureAwait(false);
        var command = GitCommand.Write("commit-tree", tree, "-m", "fleet: nothing").Setting("commit.gpgSign", "false")
            .Under("GIT_AUTHOR_NAME", "fleet").Under("GIT_AUTHOR_EMAIL", "fleet@localhost").Under("GIT_AUTHOR_DATE", "@0 +0000")
            .Under("GIT_COMMITTER_NAME", "fleet").Under("GIT_COMMITTER_EMAIL", "fleet@localhost").Under("GIT_COMMITTER_DATE", "@0 +0000");
        return await repository.Git.TextAsync(command, cancellation).ConfigureAwait(false);
    }

    private Task<string> WithParentAsync(string commit, string parent, CancellationToken cancellation) =>
        repository.Git.TextAsync(Synthetic(commit, parent), cancellation);
}
