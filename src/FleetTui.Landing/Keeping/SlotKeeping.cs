using FleetTui.Git.Refs;
using FleetTui.Landing.Journal;
using FleetTui.Landing.Slots;

namespace FleetTui.Landing.Keeping;

/// <summary>
/// Sees to it that no commit a slot ever had is lost before it is on the target: each slot's HEAD with something to land is pinned (<c>refs/fleet/seen/SLOT</c>), and when it is replaced by one
/// that has not all of it, the old state is kept apart until all of it has landed. Runs in the lane's turn.
/// </summary>
internal sealed class SlotKeeping(LaneSetup setup, Action<LaneEvent> tell)
{
    private const string Seen = "refs/fleet/seen/";

    private Dictionary<string, string>? seen;
    private List<KeptState> kept = [];
    private string? droppedAt;

    /// <param name="target">The target's commit.</param>
    internal async Task FollowAsync(IReadOnlyList<SlotWork> work, string target, LandingJournal journal, CancellationToken cancellation)
    {
        var repository = setup.Repository;
        if (seen is null)
        {
            seen = (await repository.Refs.ListAsync([Seen], cancellation).ConfigureAwait(false)).ToDictionary(static pair => pair.Key[Seen.Length..], static pair => pair.Value, StringComparer.Ordinal);
            kept = [.. await KeptStates.ListAsync(repository, cancellation).ConfigureAwait(false)];
        }

        var changes = new List<RefChange>();
        foreach (var slot in work)
        {
            if (await NextAsync(slot, target, journal, cancellation).ConfigureAwait(false) is var next && next == seen.GetValueOrDefault(slot.Slot.Id))
                continue;
            changes.Add(new RefChange(Seen + slot.Slot.Id, next, next is null ? seen[slot.Slot.Id] : null));
            if (next is null)
                seen.Remove(slot.Slot.Id);
            else
                seen[slot.Slot.Id] = next;
        }

        await repository.Refs.TryChangeAsync(changes, cancellation).ConfigureAwait(false);
        await DropAsync(target, journal, cancellation).ConfigureAwait(false);
    }

    /// <summary>What is pinned as seen from now on; null: nothing. What the old had and the new has not is kept first.</summary>
    private async Task<string?> NextAsync(SlotWork work, string target, LandingJournal journal, CancellationToken cancellation)
    {
        var before = seen!.GetValueOrDefault(work.Slot.Id);
        var head = work.Position.Head;
        if (before is null || before == head)
            return work.Commits.Count > 0 ? head : null;

        // In the middle of a rebase HEAD has not everything yet.
        if (work.Position.Progress.Operation is not null)
            return before;

        // The worktree is gone: what its branch still has is not lost.
        var now = head ?? await setup.Repository.Refs.ResolveAsync($"refs/heads/{work.Slot.Branch}", cancellation).ConfigureAwait(false);
        var missing = await KeptStates.MissingAsync(setup.Repository, before, now is null ? [target] : [now, target], journal.HasLanded, cancellation).ConfigureAwait(false);
        if (missing.Count > 0 && kept.All(one => one.Commit != before))
        {
            var state = KeptState.Of(work.Slot.Id, before, setup.Time.GetUtcNow(), head is null ? KeptState.Gone : KeptState.Rewritten);
            await KeptStates.PinAsync(setup.Repository, state, cancellation).ConfigureAwait(false);
            kept.Add(state);
            droppedAt = null;
            tell(new LaneEvent.Kept(state.At, work.Slot.Id, state.Id, state.Why, missing.Count));
        }

        return head is null ? (missing.Count > 0 ? null : before) : work.Commits.Count > 0 ? head : null;
    }

    /// <summary>Asked only when the target has moved: until then nothing more has landed.</summary>
    private async Task DropAsync(string target, LandingJournal journal, CancellationToken cancellation)
    {
        if (kept.Count == 0 || droppedAt == target)
            return;
        droppedAt = target;
        var landed = new List<KeptState>();
        foreach (var one in kept)
        {
            if ((await KeptStates.MissingAsync(setup.Repository, one.Commit, [target], journal.HasLanded, cancellation).ConfigureAwait(false)).Count == 0)
                landed.Add(one);
        }

        await KeptStates.DropAsync(setup.Repository, landed, cancellation).ConfigureAwait(false);
        kept.RemoveAll(landed.Contains);
    }
}
