using FleetTui.Api.Client;
using FleetTui.Api.Status;
using FleetTui.Landing;
using SlotLanding = FleetTui.Api.Client.SlotLanding;

namespace FleetTui.Daemon.Landing;

/// <summary>The lane's records as messages of the API.</summary>
public static class LaneAnswers
{
    private const int RecentShown = 50;

    public static LandResult Of(LandingReport report) => new(
        [.. report.Slots.Select(slot => new SlotLanding(slot.Slot, Word(slot.Outcome), slot.Reason, slot.Commits))],
        report.Target,
        report.Tip);

    public static LaneStatus Of(LaneSnapshot lane)
    {
        var last = lane.Recent.Count > 0 ? lane.Recent[0] : null;
        return new LaneStatus(
            lane.State.ToString().ToLowerInvariant(),
            lane.Reason,
            lane.Target,
            [.. lane.Queue.Select(entry => new LaneEntry(entry.Slot, entry.Commits, entry.State.ToString().ToLowerInvariant(), entry.Reason, entry.Since, entry.Subjects, entry.Fix))],
            lane.Landed,
            lane.RejectedPushes,
            last is null ? null : new LastLanded(last.Slot, last.Commit, last.At),
            [.. lane.Recent.Take(RecentShown).Select(commit => new Api.Status.LandedCommit(commit.Slot, commit.Role, commit.Commit, commit.Subject, commit.Author, commit.At, commit.Override))],
            lane.Train is { } train ? new LaneTrain(train.Slots, train.Step.ToString().ToLowerInvariant(), train.Detail, train.Attempt, train.Since) : null);
    }

    private static string Word(SlotOutcome outcome) => outcome.ToString().ToLowerInvariant();
}
