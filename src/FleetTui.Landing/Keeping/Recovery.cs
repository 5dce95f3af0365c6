using FleetTui.Git;
using FleetTui.Git.Refs;
using FleetTui.Git.Running;
using FleetTui.Git.Worktrees;
using FleetTui.Landing.Journal;

namespace FleetTui.Landing.Keeping;

/// <summary>Lists what was kept and brings it back (<c>fleet recover</c>). Works beside a running lane and without one; forces nothing.</summary>
/// <param name="journalDirectory">The lane's.</param>
public sealed class Recovery(Repository repository, string journalDirectory)
{
    /// <param name="slot">Null: all.</param>
    /// <param name="target">What has landed is on this reference or commit; null while none is known.</param>
    public async Task<IReadOnlyList<RecoverableState>> ListAsync(string? slot, string? target, CancellationToken cancellation)
    {
        var landed = LandingJournal.LandedIn(journalDirectory);
        var commit = target is null ? null : await repository.Refs.ResolveAsync(target, cancellation).ConfigureAwait(false);
        var states = new List<RecoverableState>();
        foreach (var kept in (await KeptStates.ListAsync(repository, cancellation).ConfigureAwait(false)).Where(kept => slot is null || kept.Slot == slot))
        {
            var missing = commit is null ? null : await KeptStates.MissingAsync(repository, kept.Commit, [commit], landed.Contains, cancellation).ConfigureAwait(false);
            var commits = await repository.Commits.ListAsync([kept.Commit], commit is null ? [] : [commit], cancellation).ConfigureAwait(false);
            states.Add(new RecoverableState(
                kept.Slot, kept.Id, kept.Commit, kept.At, kept.Why,
                [.. commits.Where(one => !one.IsMerge).Select(one => new RecoverableCommit(one.Id, one.Subject, missing is not null && !missing.Contains(one.Id)))]));
        }

        return states;
    }

    /// <summary>As a branch of its own, <c>fleet/recovered/SLOT-ID</c>. Null when done; else why not.</summary>
    public async Task<string?> ToBranchAsync(RecoverableState state, CancellationToken cancellation)
    {
        var reference = $"refs/heads/{BranchOf(state)}";
        if (await repository.Refs.ResolveAsync(reference, cancellation).ConfigureAwait(false) is { } there)
            return there == state.Commit ? null : $"There is a branch {BranchOf(state)} already, and it holds something else: rename it (git branch -m) and try again.";
        return await repository.Refs.TryChangeAsync([new RefChange(reference, state.Commit, repository.ZeroId)], cancellation).ConfigureAwait(false)
            ? null
            : $"The branch {BranchOf(state)} could not be made.";
    }

    public static string BranchOf(RecoverableState state) => $"fleet/recovered/{state.Slot}-{state.Id}";

    /// <summary>Onto what the slot has now: forward where that is a part of it, else its missing commits on top. Null when done; else why not, and everything is as before.</summary>
    public async Task<string?> OntoAsync(RecoverableState state, LaneSlot slot, string? target, CancellationToken cancellation)
    {
        var branch = $"fleet recover {state.Slot} {state.Id} without --onto makes a branch of it";
        var status = await repository.Status.ReadAsync(slot.Worktree, null, cancellation).ConfigureAwait(false);
        if (status?.Head is not { } head)
            return $"{slot.Id} has no worktree: {branch}.";
        if (!status.IsClean || !status.Progress.IsQuiet)
            return $"{slot.Id} is in the middle of something ({(status.Progress.Operation is { } operation ? $"a {operation}" : status.IsClean ? "another git works there" : $"{status.Changes.Count} uncommitted paths")}): {branch}.";
        if (status.IsDetached)
            return $"{slot.Id} is on no branch: {branch}.";
        if (await repository.Refs.IsAncestorAsync(head, state.Commit, cancellation).ConfigureAwait(false))
            return await RunAsync(GitCommand.Write("merge", "--quiet", "--ff-only", state.Commit)).ConfigureAwait(false) is { } refused ? $"{refused}: {branch}." : null;

        var landed = LandingJournal.LandedIn(journalDirectory);
        var commit = target is null ? null : await repository.Refs.ResolveAsync(target, cancellation).ConfigureAwait(false);
        var missing = await KeptStates.MissingAsync(repository, state.Commit, commit is null ? [head] : [head, commit], landed.Contains, cancellation).ConfigureAwait(false);
        if (missing.Count == 0)
            return null;
        if (await RunAsync(GitCommand.Write("cherry-pick", "--allow-empty").With(missing)).ConfigureAwait(false) is not { } conflict)
            return null;

        // It is ours: the worktree was quiet before. What it had put on the branch goes with it.
        if (WorktreeGitDirectory.Of(slot.Worktree) is { } directory && File.Exists(Path.Combine(directory, "CHERRY_PICK_HEAD")))
            await RunAsync(GitCommand.Write("cherry-pick", "--abort")).ConfigureAwait(false);
        return $"It does not fit on what {slot.Id} has now ({conflict}): {branch}.";

        async Task<string?> RunAsync(GitCommand command)
        {
            var result = await repository.Git.RunAsync(command.In(slot.Worktree), CancellationToken.None).ConfigureAwait(false);
            return result.Succeeded ? null : GitException.Reason(result);
        }
    }
}

/// <param name="Why">rewritten: the branch was rewritten without it. gone: the worktree and its branch are no more.</param>
/// <param name="Commits">Parents first; those the target has by their id are not named.</param>
public sealed record RecoverableState(string Slot, string Id, string Commit, DateTimeOffset At, string Why, IReadOnlyList<RecoverableCommit> Commits);

/// <param name="Landed">Its change is on the target.</param>
public sealed record RecoverableCommit(string Id, string Subject, bool Landed);
