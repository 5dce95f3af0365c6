namespace FleetTui.Landing;

/// <summary>What became of each slot that was to land.</summary>
/// <param name="Target"><c>origin/main</c>.</param>
/// <param name="Tip">The target's commit as last fetched.</param>
public sealed record LandingReport(IReadOnlyList<SlotLanding> Slots, string Target, string? Tip);

/// <param name="Reason">Empty when landed.</param>
/// <param name="Commits">Ids on the target branch, oldest first.</param>
public sealed record SlotLanding(string Slot, SlotOutcome Outcome, string Reason, IReadOnlyList<string> Commits)
{
    /// <summary>What to do about it, as a command where there is one; empty when <see cref="Reason"/> says all.</summary>
    public string Fix { get; init; } = "";
}

public enum SlotOutcome
{
    Landed,

    /// <summary>It has no commits the target has not.</summary>
    Nothing,

    /// <summary>A gate, a conflict or the slot's own state keeps it back.</summary>
    Held,

    /// <summary>Others kept pushing first, for as many attempts as allowed.</summary>
    Moved,

    /// <summary>The remote will not have it.</summary>
    Refused,
    Infrastructure,
    Unknown,

    /// <summary>Not now: the lane is paused or halted, or something is in progress in the slot.</summary>
    Waiting,
}
