using FleetTui.Git.Status;
using FleetTui.Git.Worktrees;
using FleetTui.Landing.Queue;
using FleetTui.Landing.Slots;

namespace FleetTui.Landing.Syncing;

/// <summary>Decides which landed slots' worktrees move now, and which have to wait and for what. Runs in the lane's turn.</summary>
internal sealed class WorktreeMoves(LaneSetup setup, LaneBook book, Action<LaneEvent> tell)
{
    private const int AtOnce = 4;

    /// <summary>Slots that have landed since worktrees were last moved.</summary>
    private readonly HashSet<string> landedNow = new(StringComparer.Ordinal);
    private volatile bool anyWaiting;

    /// <summary>Whether a worktree waits for its index to change. Any thread may ask.</summary>
    internal bool AnyWaiting => anyWaiting;

    internal void Landed(string slot) => landedNow.Add(slot);

    /// <summary>Moves every worktree all of whose commits have landed, as far as that disturbs nobody. One that could not is only tried again when something there has changed.</summary>
    /// <param name="to">The target's commit.</param>
    /// <returns>Whether any was tried.</returns>
    internal async Task<bool> RunAsync(string to, CancellationToken cancellation)
    {
        var due = book.Work.Where(w => HasLandedCommitsOfItsOwn(w, to) && book.SyncOf(w.Slot.Id)?.Key != KeyOf(w, to)).ToList();
        landedNow.Clear();
        using var few = new SemaphoreSlim(AtOnce);
        var results = await Task.WhenAll(due.Select(async work =>
        {
            await few.WaitAsync(cancellation).ConfigureAwait(false);
            try
            {
                return (Work: work, Result: await SlotSync.MoveAsync(setup.Repository, work.Slot.Worktree, work.Position.Head!, to, cancellation).ConfigureAwait(false));
            }
            finally
            {
                few.Release();
            }
        })).ConfigureAwait(false);
        foreach (var (work, result) in results)
            Settle(work, result, to);
        anyWaiting = book.AnySyncWaiting;
        return due.Count > 0;
    }

    /// <summary>A slot that is merely behind is not touched: it moves when it lands something.</summary>
    private bool HasLandedCommitsOfItsOwn(SlotWork work, string to) =>
        work.AllArrived && work.Position.Head != to && (work.Arrived > 0 || landedNow.Contains(work.Slot.Id) || book.SyncOf(work.Slot.Id) is not null);

    private void Settle(SlotWork work, SyncResult result, string to)
    {
        var (slot, now) = (work.Slot.Id, setup.Time.GetUtcNow());
        if (result is SyncResult.Deferred deferred)
        {
            book.DeferSync(slot, KeyOf(work, to), deferred.Reason, now);

            // Before it is told: who hears of it may clear the way at once.
            anyWaiting = true;
            tell(new LaneEvent.SyncDeferred(now, slot, deferred.Reason));
        }
        else
        {
            book.SyncDone(slot);
            tell(new LaneEvent.Synced(now, slot, to));
        }
    }

    private static string KeyOf(SlotWork work, string to)
    {
        if (WorktreeGitDirectory.Of(work.Slot.Worktree) is not { } gitDirectory)
            return "gone";
        var index = File.GetLastWriteTimeUtc(Path.Combine(gitDirectory, "index"));
        var progress = OperationInProgress.Read(gitDirectory);
        return $"{work.Position.Head} {to} {index.Ticks} {progress.Operation} {progress.IndexLocked}";
    }
}
