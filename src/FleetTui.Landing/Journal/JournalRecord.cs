namespace FleetTui.Landing.Journal;

/// <summary>One line of the journal.</summary>
/// <param name="Kind"><c>intent</c>: a train is about to be pushed. <c>landed</c>, <c>dropped</c>: what became of it. <c>absorbed</c>: commits found on the target already. <c>begun</c>: older lines were cut off; the reason is how many commits had landed in them.</param>
/// <param name="Train">Its number.</param>
/// <param name="Target">The target's branch, <c>origin/main</c>.</param>
public sealed record JournalRecord(
    string Kind,
    long Train,
    DateTimeOffset At,
    string? Target = null,
    string? Base = null,
    string? Tip = null,
    string? Reason = null,
    IReadOnlyList<JournalSlot>? Slots = null);

/// <param name="Head">The slot's commit the train was built from.</param>
/// <param name="Commits">In order.</param>
/// <param name="Absorbed">Commits of the slot that needed no landing: the same change was on the target, or a merge that held nothing of its own.</param>
public sealed record JournalSlot(string Slot, string Role, string Head, IReadOnlyList<JournalCommit> Commits, IReadOnlyList<string> Absorbed);

/// <param name="Override">The reason it gives for changing others' paths; null: none.</param>
public sealed record JournalCommit(string Original, string Landed, string Subject, string Author, string? Override = null);
