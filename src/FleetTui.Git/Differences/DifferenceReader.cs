using FleetTui.Git.Running;

namespace FleetTui.Git.Differences;

/// <summary>
/// Reads what differs, as text. Takes no locks and writes nothing: <c>git diff</c> would write the index again when only files' times have changed, so that is switched off.
/// </summary>
public sealed class DifferenceReader(GitRunner git)
{
    /// <summary>Between two commits.</summary>
    /// <param name="paths">Only these, literally; all without any.</param>
    public Task<Difference> CommittedAsync(string from, string to, DifferenceLimits limits, IReadOnlyList<string> paths, CancellationToken cancellation) =>
        ReadAsync(Diff(limits, [from, to], paths), limits, cancellation);

    /// <summary>Between a worktree's HEAD and its tracked files, staged or not.</summary>
    public async Task<Difference> DirtyAsync(string worktree, DifferenceLimits limits, IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        // Against HEAD git does not say which of them are not merged.
        var looking = git.TextAsync(GitCommand.Read("ls-files", "--unmerged", "-z").In(worktree), cancellation);
        var read = await ReadAsync(Diff(limits, ["HEAD"], paths).In(worktree), limits, cancellation).ConfigureAwait(false);
        var unmerged = (await looking.ConfigureAwait(false)).Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(static entry => entry[(entry.IndexOf('\t', StringComparison.Ordinal) + 1)..]).ToHashSet(StringComparer.Ordinal);
        return unmerged.Count == 0 ? read : read with { Files = [.. read.Files.Select(file => unmerged.Contains(file.Path) ? file with { Status = 'U' } : file)] };
    }

    /// <summary>The files git does not know yet, each as an addition.</summary>
    public async Task<Difference> UntrackedAsync(string worktree, DifferenceLimits limits, IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        var command = GitCommand.Read("ls-files", "--others", "--exclude-standard", "-z", "--").With(paths).Under("GIT_LITERAL_PATHSPECS", "1").In(worktree);
        var output = await git.BytesAsync(command, cancellation).ConfigureAwait(false);
        return UntrackedFiles.Read(worktree, output.Span, limits);
    }

    /// <summary>A worktree's commit; null before the first.</summary>
    public async Task<string?> HeadAsync(string worktree, CancellationToken cancellation)
    {
        var result = await git.RunAsync(GitCommand.Read("rev-parse", "-q", "--verify", "HEAD^{commit}").In(worktree), cancellation).ConfigureAwait(false);
        return result.Succeeded ? result.OutputText.TrimEnd('\n') : null;
    }

    /// <summary>The newest commit two have in common; null when there is none.</summary>
    public async Task<string?> MergeBaseAsync(string one, string other, CancellationToken cancellation)
    {
        var result = await git.RunAsync(GitCommand.Read("merge-base", one, other), cancellation).ConfigureAwait(false);
        return result.Succeeded ? result.OutputText.Split('\n')[0] : null;
    }

    /// <summary>The user's settings of git diff must not change what is read.</summary>
    public static GitCommand Diff(DifferenceLimits limits, IReadOnlyList<string> between, IReadOnlyList<string> paths) =>
        GitCommand.Read(
                "diff", "--raw", "--patch", "--full-index", "--find-renames", "-l500", "--unified=3", "--inter-hunk-context=0", "--no-ext-diff", "--no-textconv",
                "--no-color", "--submodule=short", "--ignore-submodules=dirty", "--src-prefix=a/", "--dst-prefix=b/", "-O/dev/null")
            .With(between).With("--").With(paths)
            .Setting("core.quotePath", "true")
            .Setting("diff.autoRefreshIndex", "false")
            .Setting("diff.relative", "false")
            .Setting("diff.suppressBlankEmpty", "false")
            .Setting("core.bigFileThreshold", limits.FileBytes.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Under("GIT_LITERAL_PATHSPECS", "1")
            .Limited(limits.OutputBytes);

    private async Task<Difference> ReadAsync(GitCommand command, DifferenceLimits limits, CancellationToken cancellation)
    {
        var result = await git.RunAsync(command, cancellation).ConfigureAwait(false);
        return result.Succeeded ? new DifferenceParser(limits).Read(result.Output.Span, result.Truncated) : throw GitRunner.Failure(command, result);
    }
}
