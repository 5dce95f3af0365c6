using FleetTui.Landing;

namespace FleetTui.Daemon.Landing;

/// <summary>The lane's events as entries of the fleet's log.</summary>
internal static class LaneEventWords
{
    public static (string Kind, string? Slot, string Message) Of(LaneEvent happened) => happened switch
    {
        LaneEvent.Landed landed => ("lane.landed", landed.Slot, $"{landed.Slot} landed {Commits(landed.Commits.Count)}{Subject(landed.Commits)}."),
        LaneEvent.Held held => ("lane.held", held.Slot, $"{held.Slot} is held: {held.Reason}"),
        LaneEvent.Moved moved => ("lane.moved", null, $"Somebody else pushed first (attempt {moved.Attempt}): {moved.Detail}"),
        LaneEvent.Refused refused => ("lane.refused", refused.Slots.Count == 1 ? refused.Slots[0] : null, $"The remote refused {string.Join(", ", refused.Slots)}: {refused.Reason}"),
        LaneEvent.Synced synced => ("lane.synced", synced.Slot, $"{synced.Slot} is now at {Short(synced.Commit)}."),
        LaneEvent.SyncDeferred deferred => ("lane.sync-deferred", deferred.Slot, $"{deferred.Slot} moves to what landed later: {deferred.Reason}"),
        LaneEvent.Kept kept => ("lane.kept", kept.Slot, $"{kept.Slot} no longer has {Commits(kept.Commits)} that had not landed ({(kept.Why == "gone" ? "its worktree is gone" : "its branch was rewritten")}): fleet recover {kept.Slot} {kept.Id} brings it back."),
        LaneEvent.StateChanged { Reason.Length: > 0 } changed => ($"lane.{Word(changed.State)}", null, $"The lane is {Word(changed.State)}: {changed.Reason}"),
        LaneEvent.StateChanged changed => ($"lane.{Word(changed.State)}", null, $"The lane is {Word(changed.State)}."),
        _ => ("lane.event", null, happened.ToString()),
    };

    private static string Word(LaneState state) => state.ToString().ToLowerInvariant();

    private static string Commits(int count) => count == 1 ? "a commit" : $"{count} commits";

    private static string Subject(IReadOnlyList<LandedCommit> commits) => commits.Count == 0 ? "" : $": {commits[^1].Subject.TrimEnd('.')}";

    private static string Short(string commit) => commit.Length > 10 ? commit[..10] : commit;
}
