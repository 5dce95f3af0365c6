using FleetTui.Api.Client;
using FleetTui.Api.Status;
using FleetTui.Git;
using FleetTui.Git.Differences;
using FleetTui.Git.History;
using FleetTui.Git.Running;
using FleetTui.Git.Status;
using FleetTui.Git.Worktrees;
using FleetTui.Landing.Gates;
using FleetTui.Roles;

namespace FleetTui.Daemon.Diffs;

/// <summary>What a slot has not landed, as the API tells it: its commits, all they change, and what is not committed, each path with whose it is.</summary>
/// <param name="target">The reference to compare with, in full, and its name for people.</param>
/// <param name="landed">The slots' own commits that are on the target, as others, already.</param>
internal sealed class DiffDesk(
    Repository repository, Func<RoleBook> roles, Func<string, string> worktreeOf, Func<(string Reference, string Name)> target, Func<IReadOnlySet<string>> landed)
{
    private readonly DifferenceReader differences = repository.Differences;

    /// <param name="path">As in <see cref="DiffFile.Path"/>: only this, with more of its text; null for all.</param>
    public async Task<SlotDiff> OfAsync(string slot, string? path, CancellationToken cancellation)
    {
        try
        {
            return await ReadAsync(slot, path, cancellation);
        }
        catch (GitException error)
        {
            throw new FleetApiException(1, $"The difference of {slot} cannot be read: {error.Message}", error);
        }
    }

    private async Task<SlotDiff> ReadAsync(string slot, string? path, CancellationToken cancellation)
    {
        var worktree = worktreeOf(slot);
        if (WorktreeGitDirectory.Of(worktree) is not { } gitDirectory)
        {
            throw new FleetApiException(1, $"The worktree {worktree} of {slot} is not there; fleet up {slot} makes it.");
        }

        var (reference, name) = target();
        var head = await differences.HeadAsync(worktree, cancellation) ?? throw new FleetApiException(1, $"{slot} has no commit yet.");
        var onto = await repository.Refs.ResolveAsync(reference, cancellation) ?? throw new FleetApiException(1, $"There is no {name} to compare {slot} with yet.");
        var commits = await repository.Commits.ListAsync([head], [onto], cancellation);
        var start = await BaseAsync(slot, head, onto, name, commits, cancellation);
        var left = commits.Where(commit => !landed().Contains(commit.Id)).ToList();
        var book = roles();
        IReadOnlyList<string> paths = path is null ? [] : [path];
        var limits = path is null ? DifferenceLimits.Overview : DifferenceLimits.OneFile;
        var committed = left.Count > 0 ? differences.CommittedAsync(start, head, limits, paths, cancellation) : Task.FromResult(Difference.None);
        var changed = differences.DirtyAsync(worktree, limits, paths, cancellation);
        var untracked = await differences.UntrackedAsync(worktree, limits, paths, cancellation);
        var parts = new[] { ("committed", await committed), ("changed", await changed), ("untracked", untracked) };
        return new SlotDiff(
            slot,
            name,
            start,
            head,
            [.. left.Select(commit => new DiffCommit(commit.Id, commit.Subject, commit.Author.Name, commit.Author.At, commit.Trailer(DomainGate.OverrideTrailer)?.Trim() ?? ""))],
            [.. parts.SelectMany(part => part.Item2.Files.Select(file => DiffFiles.Of(part.Item1, file, slot, book)))],
            parts.Sum(part => part.Item2.Count),
            Note(OperationInProgress.Read(gitDirectory), slot));
    }

    /// <summary>Commits that landed already and wait only for the worktree to move are no part of it: they come first, since a lane lands from the oldest on.</summary>
    private async Task<string> BaseAsync(string slot, string head, string onto, string name, IReadOnlyList<CommitInfo> commits, CancellationToken cancellation)
    {
        var known = landed();
        return commits.TakeWhile(commit => known.Contains(commit.Id)).LastOrDefault()?.Id
            ?? await differences.MergeBaseAsync(onto, head, cancellation)
            ?? throw new FleetApiException(1, $"The branch of {slot} has no commit in common with {name}: nothing of it can land.");
    }

    private static string Note(OperationInProgress progress, string slot) => progress.Operation is { } operation
        ? $"A {operation} is in progress in the worktree of {slot}: nothing of it lands until that is finished."
        : "";
}
