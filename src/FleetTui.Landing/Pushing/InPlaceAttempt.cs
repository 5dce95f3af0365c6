using FleetTui.Git.Building;
using FleetTui.Git.Running;
using FleetTui.Git.Status;
using FleetTui.Landing.Slots;
using FleetTui.Landing.Targets;
using FleetTui.Landing.Trains;

namespace FleetTui.Landing.Pushing;

/// <summary>
/// <c>landing.mode = "in-place"</c>: what the user would do by hand, for one slot after another: a plain rebase in its worktree, when that is clean and quiet, then a push of it alone.
/// A rebase that conflicts is aborted (it is ours) and the slot held.
/// </summary>
internal sealed class InPlaceAttempt(LaneTools tools) : ILandingAttempt
{
    /// <summary>Kept from one try to the next: who has an answer does not come again.</summary>
    private readonly Dictionary<string, SlotLanding> answers = new(StringComparer.Ordinal);

    public async Task<AttemptResult> RunAsync(IReadOnlyList<LaneSlot> slots, CancellationToken cancellation)
    {
        foreach (var slot in slots.Where(s => !answers.ContainsKey(s.Id)))
        {
            var (end, reason, answer) = await LandAsync(slot, cancellation).ConfigureAwait(false);
            if (end == AttemptEnd.Refused)
            {
                tools.Tell(new LaneEvent.Refused(tools.Now, [slot.Id], reason));
                answer = new SlotLanding(slot.Id, SlotOutcome.Refused, reason, []);
            }
            else if (end != AttemptEnd.Settled)
            {
                return AttemptResult.Stopped(end, reason, [.. slots.Where(s => !answers.ContainsKey(s.Id))]) with { Slots = [.. answers.Values] };
            }

            answers[slot.Id] = answer!;
        }

        return new AttemptResult(AttemptEnd.Settled, "", [.. answers.Values], [], new Dictionary<string, IReadOnlyList<string>>());
    }

    private async Task<(AttemptEnd End, string Reason, SlotLanding? Answer)> LandAsync(LaneSlot slot, CancellationToken cancellation)
    {
        var push = new TrainPush(tools);
        tools.Step(TrainStep.Fetching, "", [slot]);
        switch (await tools.Target.FetchAsync(cancellation).ConfigureAwait(false))
        {
            case TargetFetch.Unreachable unreachable:
                return (AttemptEnd.Unreachable, unreachable.Reason, null);
            case TargetFetch.Halted halted:
                return (AttemptEnd.Halted, halted.Reason, null);
        }

        var (settled, why) = await push.SettleOpenAsync(cancellation).ConfigureAwait(false);
        if (settled != AttemptEnd.Settled)
            return (settled, why, null);
        var target = tools.Target.Commit!;
        var work = await WorkAsync(slot, target, cancellation).ConfigureAwait(false);
        if (work.Position.Obstacle is { } obstacle)
            return Answer(slot, SlotOutcome.Waiting, obstacle);
        if (work.Commits.Count == 0)
            return Answer(slot, SlotOutcome.Nothing, "");
        tools.Step(TrainStep.Building, "", [slot]);
        if (await RebaseAsync(slot, target, cancellation).ConfigureAwait(false) is { } refused)
            return Answer(slot, refused.Outcome, refused.Reason, refused.Outcome == SlotOutcome.Held ? $"{tools.Target.RebaseCommand} in the worktree, and resolve it there" : "");

        work = await WorkAsync(slot, target, cancellation).ConfigureAwait(false);
        if (work.Commits.Count == 0)
            return Answer(slot, SlotOutcome.Nothing, "Its changes are on the target already.");
        var train = await TrainAsync(work, target, cancellation).ConfigureAwait(false);
        foreach (var gate in tools.Setup.Gates)
        {
            tools.Step(TrainStep.Checking, gate.Name, [slot]);
            var findings = await gate.CheckAsync(train.View(tools.Repository), cancellation).ConfigureAwait(false);
            if (findings.Count > 0)
                return Answer(slot, SlotOutcome.Held, string.Join(' ', findings.Select(static f => f.Reason)), string.Join("; ", findings.Select(static f => f.Fix).Where(static fix => fix.Length > 0)));
        }

        tools.Step(TrainStep.Pushing, "", [slot]);
        var (end, reason) = await push.RunAsync(train, cancellation).ConfigureAwait(false);
        return end == AttemptEnd.Settled
            ? (end, "", new SlotLanding(slot.Id, SlotOutcome.Landed, "", [.. train.Cars[0].Commits.Select(static c => c.Id!)]))
            : (end, reason, null);
    }

    private async Task<SlotWork> WorkAsync(LaneSlot slot, string target, CancellationToken cancellation)
    {
        var positions = await SlotPositions.ReadAsync(tools.Repository, [slot], cancellation).ConfigureAwait(false);
        return (await UnlandedWork.ReadAsync(tools.Repository, positions, target, static _ => false, cancellation).ConfigureAwait(false))[0];
    }

    private async Task<(SlotOutcome Outcome, string Reason)?> RebaseAsync(LaneSlot slot, string target, CancellationToken cancellation)
    {
        var status = await tools.Repository.Status.ReadAsync(slot.Worktree, null, cancellation).ConfigureAwait(false);
        if (status is null || status.Modified > 0)
            return (SlotOutcome.Waiting, "Its worktree has uncommitted changes; a rebase there has to wait.");
        if (!status.Progress.IsQuiet)
            return (SlotOutcome.Waiting, "Another git is working in its worktree.");
        var result = await tools.Repository.Git.RunAsync(GitCommand.Write("rebase", "--quiet", "--no-autostash", target).In(slot.Worktree), CancellationToken.None).ConfigureAwait(false);
        if (result.Succeeded)
            return null;
        var started = (await tools.Repository.Status.ReadAsync(slot.Worktree, null, cancellation).ConfigureAwait(false))?.Progress ?? new OperationInProgress(null, false, null);
        if (started.Operation == "rebase")
            await tools.Repository.Git.BytesAsync(GitCommand.Write("rebase", "--abort").In(slot.Worktree), CancellationToken.None).ConfigureAwait(false);
        return (SlotOutcome.Held, $"It conflicts with {tools.Target.Name}: {GitException.Reason(result)}");
    }

    /// <summary>The rebased commits as a train of their own, so that gates and journal need not know the difference.</summary>
    private async Task<Train> TrainAsync(SlotWork work, string target, CancellationToken cancellation)
    {
        var ids = work.Commits.Select(static c => c.Id).ToList();
        var changes = await tools.Repository.Trees.ChangesAsync(ids, cancellation).ConfigureAwait(false);
        var contents = await tools.Repository.Objects.ContentsAsync(ids, cancellation).ConfigureAwait(false);
        var commits = work.Commits.Select((c, i) => new BuiltCommit(new SourceCommit(c, CommitObject.Parse(contents[i] ?? default), changes[c.Id]), byPaths: false, changes[c.Id]) { Id = c.Id }).ToList();
        return new Train(tools.Journal.NextTrain, target, work.Position.Head!, [new Car(work, commits, [])], []);
    }

    private static (AttemptEnd End, string Reason, SlotLanding? Answer) Answer(LaneSlot slot, SlotOutcome outcome, string reason, string fix = "") =>
        (AttemptEnd.Settled, "", new SlotLanding(slot.Id, outcome, reason, []) { Fix = fix });
}
