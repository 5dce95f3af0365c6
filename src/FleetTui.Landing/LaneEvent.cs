namespace FleetTui.Landing;

/// <summary>Something the lane did or met. A closed set.</summary>
public abstract record LaneEvent(DateTimeOffset At)
{
    public sealed record Landed(DateTimeOffset At, string Slot, IReadOnlyList<LandedCommit> Commits) : LaneEvent(At);

    public sealed record Held(DateTimeOffset At, string Slot, string Reason, IReadOnlyList<string> Paths) : LaneEvent(At);

    /// <summary>Somebody else pushed first; the train is built again.</summary>
    public sealed record Moved(DateTimeOffset At, int Attempt, string Detail) : LaneEvent(At);

    public sealed record Refused(DateTimeOffset At, IReadOnlyList<string> Slots, string Reason) : LaneEvent(At);

    public sealed record Synced(DateTimeOffset At, string Slot, string Commit) : LaneEvent(At);

    /// <summary>The landed slot's worktree stays where it is for now.</summary>
    public sealed record SyncDeferred(DateTimeOffset At, string Slot, string Reason) : LaneEvent(At);

    /// <summary>Commits that have not landed are no longer where the slot is; they are pinned and can be recovered.</summary>
    /// <param name="Why">rewritten or gone.</param>
    public sealed record Kept(DateTimeOffset At, string Slot, string Id, string Why, int Commits) : LaneEvent(At);

    public sealed record StateChanged(DateTimeOffset At, LaneState State, string Reason) : LaneEvent(At);
}
