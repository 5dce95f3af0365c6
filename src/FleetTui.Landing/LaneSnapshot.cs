namespace FleetTui.Landing;

/// <summary>The lane at one moment. Immutable.</summary>
/// <param name="Reason">Why it does not run, one sentence with what to do; empty when it does.</param>
/// <param name="Target"><c>origin/main</c>; empty until it is known.</param>
/// <param name="TargetCommit">Where the target was when last fetched; null: never fetched.</param>
/// <param name="TargetReference">Our own reference for that, in full, to count ahead and behind against.</param>
/// <param name="Queue">Slots with something to land, in the order they would.</param>
/// <param name="Landed">Commits landed since the journal began.</param>
/// <param name="RejectedPushes">Pushes the remote did not take, because it had moved or refused, since the lane was made.</param>
/// <param name="Recent">Newest first, at most 100.</param>
public sealed record LaneSnapshot(
    LaneState State,
    string Reason,
    string Target,
    string? TargetCommit,
    string TargetReference,
    IReadOnlyList<QueueEntry> Queue,
    long Landed,
    long RejectedPushes,
    IReadOnlyList<LandedCommit> Recent)
{
    /// <summary>Null while none is under way.</summary>
    public TrainProgress? Train { get; init; }
}

public enum LaneState
{
    Idle,
    Landing,
    Paused,

    /// <summary>The remote does not answer; tried again by itself.</summary>
    Offline,

    /// <summary>Something only the user can decide: main was rewritten, no remote, a damaged train. <see cref="Lane.Resume"/> goes on.</summary>
    Halted,

    /// <summary><c>landing.mode = "off"</c>: lands only when told to.</summary>
    Off,
}

/// <param name="Reason">Why it waits or is held; empty when ready.</param>
/// <param name="Since">When it got into this state.</param>
/// <param name="Paths">Where a held slot conflicts.</param>
public sealed record QueueEntry(string Slot, int Commits, QueueState State, string Reason, DateTimeOffset Since, IReadOnlyList<string> Subjects, IReadOnlyList<string> Paths)
{
    /// <summary>What to do about a held slot, as a command where there is one; empty when <see cref="Reason"/> says all.</summary>
    public string Fix { get; init; } = "";
}

public enum QueueState
{
    /// <summary>Not quiet for long enough yet, or something is in progress there.</summary>
    Waiting,
    Ready,
    Landing,
    Held,

    /// <summary>Landed; its worktree moves on when nothing is in the way.</summary>
    Syncing,
}

/// <param name="Commit">Its id on the target branch.</param>
/// <param name="Original">Its id in the slot.</param>
/// <param name="Override">The reason it gives for changing others' paths; null: none.</param>
public sealed record LandedCommit(string Slot, string Role, string Commit, string Original, string Subject, string Author, DateTimeOffset At, string? Override = null);
