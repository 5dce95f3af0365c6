using FleetTui.Git.Refs;
using FleetTui.Git.Remotes;
using FleetTui.Landing.Journal;
using FleetTui.Landing.Targets;
using FleetTui.Landing.Trains;

namespace FleetTui.Landing.Pushing;

/// <summary>
/// Announces a train in the journal, pushes it, and finds out what became of it. Only what the remote is seen to have afterwards counts as landed; an announced train without
/// an answer is asked about before anything else is done.
/// </summary>
internal sealed class TrainPush(LaneTools tools)
{
    /// <summary>A server goes on with a push after its client has gone (seen: 2.5 s later).</summary>
    private static readonly TimeSpan SecondLook = TimeSpan.FromSeconds(3);

    /// <summary>Settled: it is on the target.</summary>
    internal async Task<(AttemptEnd End, string Reason)> RunAsync(Train train, CancellationToken cancellation)
    {
        var (journal, target, repository) = (tools.Journal, tools.Target, tools.Repository);
        if (!train.IsPinned)
            await repository.Refs.TryChangeAsync([new RefChange(train.Reference, train.Tip, null)], cancellation).ConfigureAwait(false);
        journal.Write(new JournalRecord("intent", train.Number, tools.Now, target.Name, train.Base, train.Tip, Slots: train.ForJournal()));
        var outcome = await repository.Remotes.PushAsync(target.Remote, target.Branch, train.Base, train.Tip, tools.Setup.Settings.GitTimeout, cancellation).ConfigureAwait(false);
        switch (outcome)
        {
            case PushOutcome.Moved moved:
                await DropAsync(moved.Detail, cancellation).ConfigureAwait(false);
                return (AttemptEnd.Moved, moved.Detail);
            case PushOutcome.Refused refused:
                await DropAsync(refused.Reason, cancellation).ConfigureAwait(false);
                return (AttemptEnd.Refused, refused.Reason);
            case PushOutcome.Infrastructure trouble:
                await DropAsync(trouble.Reason, cancellation).ConfigureAwait(false);
                return (AttemptEnd.Unreachable, trouble.Reason);
            default:
                return await ConfirmAsync(outcome is PushOutcome.Accepted, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Asks the remote about a train that was announced before the process died. Settled also when there is none.</summary>
    internal async Task<(AttemptEnd End, string Reason)> SettleOpenAsync(CancellationToken cancellation)
    {
        if (tools.Journal.Open is null)
            return (AttemptEnd.Settled, "");
        var (end, reason) = await LookAsync(cancellation).ConfigureAwait(false);
        if (end == AttemptEnd.Moved)
            await DropAsync("it had not arrived", cancellation).ConfigureAwait(false);
        return end == AttemptEnd.Moved ? (AttemptEnd.Settled, "") : (end, reason);
    }

    private async Task<(AttemptEnd End, string Reason)> ConfirmAsync(bool accepted, CancellationToken cancellation)
    {
        var (end, reason) = await LookAsync(cancellation).ConfigureAwait(false);
        if (end == AttemptEnd.Moved && !accepted)
        {
            await Task.Delay(SecondLook, tools.Setup.Time, cancellation).ConfigureAwait(false);
            (end, reason) = await LookAsync(cancellation).ConfigureAwait(false);
        }

        if (end == AttemptEnd.Moved)
            await DropAsync(reason, cancellation).ConfigureAwait(false);
        return (end, reason);
    }

    /// <summary>Moved: the announced train is not on the target.</summary>
    private async Task<(AttemptEnd End, string Reason)> LookAsync(CancellationToken cancellation)
    {
        var fetched = await tools.Target.FetchAsync(cancellation).ConfigureAwait(false);
        switch (fetched)
        {
            case TargetFetch.Unreachable unreachable:
                return (AttemptEnd.Unreachable, unreachable.Reason);
            case TargetFetch.Halted halted:
                return (AttemptEnd.Halted, halted.Reason);
        }

        var commit = ((TargetFetch.At)fetched).Commit;
        var tip = tools.Journal.Open!.Tip!;
        var there = commit == tip
            || (await tools.Repository.Refs.ResolveAsync(tip, cancellation).ConfigureAwait(false) is not null
                && await tools.Repository.Refs.IsAncestorAsync(tip, commit, cancellation).ConfigureAwait(false));
        if (!there)
            return (AttemptEnd.Moved, "The push did not arrive.");
        await LandedAsync(cancellation).ConfigureAwait(false);
        return (AttemptEnd.Settled, "");
    }

    private async Task LandedAsync(CancellationToken cancellation)
    {
        var open = tools.Journal.Open!;
        tools.Journal.Write(new JournalRecord("landed", open.Train, tools.Now));
        foreach (var slot in open.Slots ?? [])
        {
            var commits = slot.Commits.Select(c => new LandedCommit(slot.Slot, slot.Role, c.Landed, c.Original, c.Subject, c.Author, tools.Now, c.Override)).ToList();
            if (commits.Count > 0)
                tools.Tell(new LaneEvent.Landed(tools.Now, slot.Slot, commits));
        }

        await UnpinAsync(open, cancellation).ConfigureAwait(false);
    }

    private async Task DropAsync(string reason, CancellationToken cancellation)
    {
        var open = tools.Journal.Open!;
        tools.Journal.Write(new JournalRecord("dropped", open.Train, tools.Now, Reason: reason));
        await UnpinAsync(open, cancellation).ConfigureAwait(false);
    }

    private Task<bool> UnpinAsync(JournalRecord open, CancellationToken cancellation) =>
        tools.Repository.Refs.TryChangeAsync([new RefChange(Train.ReferenceOf(open.Train), null, open.Tip!)], cancellation);
}
