using FleetTui.Landing.Slots;

namespace FleetTui.Landing.Queue;

/// <summary>What the lane remembers about its slots between looks: since when a HEAD has been quiet, who is held and why, whose worktree waits to move. Changed by the lane's one turn only.</summary>
internal sealed class LaneBook
{
    private readonly Dictionary<string, (string Head, DateTimeOffset Since)> seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HeldSlot> held = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WaitingSync> waiting = new(StringComparer.Ordinal);

    internal IReadOnlyList<SlotWork> Work { get; private set; } = [];

    /// <summary>Ids of the slots that are in a round right now.</summary>
    internal IReadOnlySet<string> Landing { get; set; } = new HashSet<string>();

    internal bool AnySyncWaiting => waiting.Count > 0;

    internal sealed record HeldSlot(string Head, string Target, int Rules, string Reason, string Fix, IReadOnlyList<string> Paths, DateTimeOffset Since);

    /// <param name="Key">What must change before it is worth another try.</param>
    internal sealed record WaitingSync(string Key, string Reason, DateTimeOffset Since);

    internal void Look(IReadOnlyList<SlotWork> work, DateTimeOffset now)
    {
        Work = work;
        foreach (var slot in work)
        {
            if (slot.Position.Head is { } head && (!seen.TryGetValue(slot.Slot.Id, out var last) || last.Head != head))
                seen[slot.Slot.Id] = (head, now);
            if (!slot.AllArrived)
                waiting.Remove(slot.Slot.Id);
        }
    }

    /// <summary>False when it was held for the same reason with the same commits before, and only the target has moved: nothing to tell again, and held since then.</summary>
    internal bool Hold(LaneSlot slot, string head, string target, int rules, SlotLanding answer, IReadOnlyList<string> paths, DateTimeOffset now)
    {
        var same = held.TryGetValue(slot.Id, out var before) && before.Head == head && before.Reason == answer.Reason;
        held[slot.Id] = new HeldSlot(head, target, rules, answer.Reason, answer.Fix, paths, same ? before!.Since : now);
        return !same;
    }

    internal void Release(string slot) => held.Remove(slot);

    internal void DeferSync(string slot, string key, string reason, DateTimeOffset now) => waiting[slot] = new WaitingSync(key, reason, now);

    internal WaitingSync? SyncOf(string slot) => waiting.GetValueOrDefault(slot);

    internal void SyncDone(string slot) => waiting.Remove(slot);

    /// <summary>Held as long as neither its commits, nor the target, nor the rules have changed since.</summary>
    internal HeldSlot? HeldNow(SlotWork work, string target, int rules) =>
        held.TryGetValue(work.Slot.Id, out var why) && why.Head == work.Position.Head && why.Target == target && why.Rules == rules ? why : null;

    /// <summary>When its HEAD will have been quiet for the debounce time.</summary>
    internal DateTimeOffset Due(SlotWork work, TimeSpan debounce) =>
        seen.TryGetValue(work.Slot.Id, out var last) ? last.Since + debounce : DateTimeOffset.MinValue;

    internal DateTimeOffset Since(string slot) => seen.TryGetValue(slot, out var last) ? last.Since : default;

    internal IReadOnlyList<QueueEntry> Entries(string? target, int rules, TimeSpan debounce, DateTimeOffset now)
    {
        var entries = UnlandedWork.Ordered(Work.Where(static w => w.Commits.Count > 0)).Select(w => Entry(w, target, rules, debounce, now));
        var moving = Work.Where(w => w.AllArrived && waiting.ContainsKey(w.Slot.Id)).Select(w =>
            new QueueEntry(w.Slot.Id, 0, QueueState.Syncing, $"Landed; its worktree moves later: {waiting[w.Slot.Id].Reason}", waiting[w.Slot.Id].Since, [], []));
        return [.. entries, .. moving];
    }

    private QueueEntry Entry(SlotWork work, string? target, int rules, TimeSpan debounce, DateTimeOffset now)
    {
        var subjects = work.Commits.Select(static c => c.Subject).ToList();
        var (state, reason, fix, since, paths) = (QueueState.Ready, "", "", Since(work.Slot.Id), (IReadOnlyList<string>)[]);
        if (Landing.Contains(work.Slot.Id))
            state = QueueState.Landing;
        else if (target is not null && HeldNow(work, target, rules) is { } hold)
            (state, reason, fix, since, paths) = (QueueState.Held, hold.Reason, hold.Fix, hold.Since, hold.Paths);
        else if (work.Position.Obstacle is { } obstacle)
            (state, reason) = (QueueState.Waiting, obstacle);
        else if (Due(work, debounce) > now)
            (state, reason) = (QueueState.Waiting, "It committed a moment ago.");
        return new QueueEntry(work.Slot.Id, work.Commits.Count, state, reason, since, subjects, paths) { Fix = fix };
    }
}
