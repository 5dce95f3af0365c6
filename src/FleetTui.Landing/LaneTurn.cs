using FleetTui.Configuration;
using FleetTui.Git.Running;
using FleetTui.Landing.Journal;
using FleetTui.Landing.Keeping;
using FleetTui.Landing.Pushing;
using FleetTui.Landing.Queue;
using FleetTui.Landing.Slots;
using FleetTui.Landing.Syncing;
using FleetTui.Landing.Targets;
using FleetTui.Landing.Trains;
using FleetTui.Landing.Unattended;

namespace FleetTui.Landing;

/// <summary>The lane's state and its steps: look, land who is ready, move worktrees, say what is. Its methods run one at a time; its properties may be read and set from any thread.</summary>
internal sealed class LaneTurn
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(5), LastRetry = TimeSpan.FromMinutes(5);

    private readonly LaneSetup setup;
    private readonly Action<LaneEvent> tell;
    private readonly LaneBook book = new();
    private readonly WorktreeMoves moves;
    private readonly SlotKeeping keeping;
    private readonly TargetBranch target;
    private volatile IReadOnlyList<LaneSlot> slots;
    private volatile bool paused, resume, retryNow;
    private int rules;
    private long rejected;
    private (LaneState State, string Reason)? trouble;
    private DateTimeOffset retryAt;
    private int failures;
    private LaneState lastState;
    private bool recovered, reached, swept;
    private volatile LaneSnapshot snapshot;
    private TrainProgress? train;

    internal LaneTurn(LaneSetup setup, Action<LaneEvent> tell)
    {
        this.setup = setup;
        moves = new WorktreeMoves(setup, book, tell);
        keeping = new SlotKeeping(setup, tell);
        this.tell = happened =>
        {
            if (happened is LaneEvent.Landed landed)
                moves.Landed(landed.Slot);
            tell(happened);
        };
        target = new TargetBranch(setup.Repository, setup.Settings);
        slots = setup.Slots;
        snapshot = new LaneSnapshot(setup.Settings.Mode == LandingMode.Off ? LaneState.Off : LaneState.Idle, "", "", null, "", [], 0, 0, []);
        lastState = snapshot.State;
    }

    internal event Action<LaneSnapshot>? Changed;

    internal LaneSnapshot Snapshot => snapshot;

    internal bool AnySyncWaiting => moves.AnyWaiting;

    internal bool Paused
    {
        set => paused = value;
    }

    internal IReadOnlyList<LaneSlot> Slots
    {
        set
        {
            slots = value;
            Interlocked.Increment(ref rules);
        }
    }

    private DateTimeOffset Now => setup.Time.GetUtcNow();

    /// <summary>The repository's configuration changed: there may be a remote now, or another URL.</summary>
    internal void RetryNow() => retryNow = true;

    internal void RequestResume()
    {
        paused = false;
        resume = true;
    }

    /// <summary>One look, and a landing if someone is ready. Returns when to come again at the latest; null: only when something changes.</summary>
    internal async Task<TimeSpan?> StepAsync(LandingJournal journal, CancellationToken cancellation)
    {
        try
        {
            await BeginAsync(journal, cancellation).ConfigureAwait(false);
            await target.RememberedAsync(cancellation).ConfigureAwait(false);
            if (!reached || (trouble is not null and not { State: LaneState.Halted } && Now >= retryAt))
                await ReachAsync(journal, cancellation).ConfigureAwait(false);
            await LookAsync(journal, cancellation).ConfigureAwait(false);
            var ready = Ready();
            while (ready.Count > 0 && !paused && trouble is null && setup.Settings.Mode != LandingMode.Off)
            {
                await RoundAsync(journal, ready, cancellation).ConfigureAwait(false);
                await LookAsync(journal, cancellation).ConfigureAwait(false);
                ready = Ready();
            }

            await SyncAsync(journal, cancellation).ConfigureAwait(false);
            if (target.Commit is { } at)
                await keeping.FollowAsync(book.Work, at, journal, cancellation).ConfigureAwait(false);
        }
        catch (GitException e)
        {
            Fail(LaneState.Offline, e.DiskFull ? "The disk is full: make room." : e.Message);
        }
        catch (IOException e)
        {
            Fail(LaneState.Offline, $"The lane's state cannot be read or written: {e.Message}");
        }

        Publish(journal);
        return Next();
    }

    /// <summary>Lands the named slots (all, without a name) whatever time they have been quiet.</summary>
    internal async Task<LandingReport> LandAsync(LandingJournal journal, IReadOnlyList<string> names, CancellationToken cancellation)
    {
        var chosen = names.Count == 0 ? slots : [.. slots.Where(s => names.Contains(s.Id, StringComparer.Ordinal))];
        try
        {
            return await LandChosenAsync(journal, chosen, cancellation).ConfigureAwait(false);
        }
        catch (GitException e)
        {
            Fail(LaneState.Offline, e.DiskFull ? "The disk is full: make room." : e.Message);
        }
        catch (IOException e)
        {
            Fail(LaneState.Offline, $"The lane's state cannot be read or written: {e.Message}");
        }

        Publish(journal);
        return Report([.. chosen.Select(s => new SlotLanding(s.Id, SlotOutcome.Infrastructure, snapshot.Reason, []))]);
    }

    private async Task<LandingReport> LandChosenAsync(LandingJournal journal, IReadOnlyList<LaneSlot> chosen, CancellationToken cancellation)
    {
        await BeginAsync(journal, cancellation).ConfigureAwait(false);
        if (paused || trouble is { State: LaneState.Halted })
        {
            var reason = trouble is { State: LaneState.Halted } halted ? halted.Reason : "The lane is paused: fleet lane resume.";
            return Report([.. chosen.Select(s => new SlotLanding(s.Id, SlotOutcome.Waiting, reason, []))]);
        }

        var result = await RoundAsync(journal, chosen, cancellation).ConfigureAwait(false);
        if (target.Commit is not null)
            await LookAsync(journal, cancellation).ConfigureAwait(false);
        await SyncAsync(journal, cancellation).ConfigureAwait(false);
        Publish(journal);
        return Report(result);
    }

    private LandingReport Report(IReadOnlyList<SlotLanding> landings) => new(landings, target.Name, target.Commit);

    /// <summary>What a crash may have left in the worktrees, and what the user has said since.</summary>
    private async Task BeginAsync(LandingJournal journal, CancellationToken cancellation)
    {
        if (!recovered)
        {
            foreach (var slot in slots)
            {
                SlotSync.Recover(slot.Worktree);
                await TurnCommit.RecoverAsync(setup.Repository, slot.Worktree, cancellation).ConfigureAwait(false);
            }

            recovered = true;
        }

        if (retryNow)
        {
            retryNow = false;
            (retryAt, failures) = (Now, 0);
        }

        await target.ResolveAsync(cancellation).ConfigureAwait(false);
        if (resume)
        {
            resume = false;
            await target.AcceptRewriteAsync(cancellation).ConfigureAwait(false);
            trouble = null;
            failures = 0;
        }

        Publish(journal);
    }

    /// <summary>The first contact, and after trouble: where is the target, and what became of an announced train.</summary>
    private async Task ReachAsync(LandingJournal journal, CancellationToken cancellation)
    {
        reached = true;
        switch (await target.FetchAsync(cancellation).ConfigureAwait(false))
        {
            case TargetFetch.Unreachable unreachable:
                Fail(LaneState.Offline, unreachable.Reason);
                return;
            case TargetFetch.Halted halted:
                Fail(LaneState.Halted, halted.Reason);
                return;
        }

        (trouble, failures) = (null, 0);
        if (journal.Open is not null)
            await new TrainPush(Tools(journal)).SettleOpenAsync(cancellation).ConfigureAwait(false);
    }

    private async Task LookAsync(LandingJournal journal, CancellationToken cancellation)
    {
        if (target.Commit is not { } commit)
            return;
        var positions = await SlotPositions.ReadAsync(setup.Repository, slots, cancellation).ConfigureAwait(false);
        book.Look(await UnlandedWork.ReadAsync(setup.Repository, positions, commit, journal.HasLanded, cancellation).ConfigureAwait(false), Now);
    }

    private List<LaneSlot> Ready() =>
    [
        .. book.Work
            .Where(w => w.Commits.Count > 0 && w.Position.Obstacle is null && book.HeldNow(w, target.Commit!, rules) is null && book.Due(w, setup.Settings.Debounce) <= Now)
            .Select(static w => w.Slot),
    ];

    private async Task<IReadOnlyList<SlotLanding>> RoundAsync(LandingJournal journal, IReadOnlyList<LaneSlot> chosen, CancellationToken cancellation)
    {
        book.Landing = chosen.Select(static s => s.Id).ToHashSet(StringComparer.Ordinal);
        Publish(journal);
        var round = new LandingRound(Tools(journal), () => rejected++);
        AttemptResult result;
        try
        {
            result = await round.RunAsync(chosen, cancellation).ConfigureAwait(false);
        }
        finally
        {
            book.Landing = new HashSet<string>();
            train = null;
        }

        var answers = result.Slots.GroupBy(static s => s.Slot, StringComparer.Ordinal).ToDictionary(static g => g.Key, static g => g.Last(), StringComparer.Ordinal);
        var outcome = result.End switch
        {
            AttemptEnd.Moved => SlotOutcome.Moved,
            AttemptEnd.Halted => SlotOutcome.Waiting,
            _ when journal.Open is not null => SlotOutcome.Unknown,
            _ => SlotOutcome.Infrastructure,
        };
        foreach (var slot in chosen.Where(s => !answers.ContainsKey(s.Id)))
            answers[slot.Id] = new SlotLanding(slot.Id, outcome, result.Reason, []);
        if (result.End == AttemptEnd.Settled)
            (trouble, failures) = (null, 0);
        else
            Fail(result.End switch { AttemptEnd.Halted => LaneState.Halted, AttemptEnd.Moved => LaneState.Idle, _ => LaneState.Offline }, result.Reason);
        RememberHeld(chosen, answers, result);
        if (journal.Open is null && (!swept || answers.Values.Any(static s => s.Outcome is not (SlotOutcome.Landed or SlotOutcome.Nothing))))
        {
            await TrainPins.SweepAsync(setup.Repository, cancellation).ConfigureAwait(false);
            swept = true;
        }

        return [.. chosen.Select(s => answers[s.Id])];
    }

    /// <summary>Against the HEADs the answers are about: a slot put right meanwhile is tried once more, never forgotten.</summary>
    private void RememberHeld(IReadOnlyList<LaneSlot> chosen, Dictionary<string, SlotLanding> answers, AttemptResult result)
    {
        var heads = book.Work.ToDictionary(static w => w.Slot.Id, static w => w.Position.Head ?? "", StringComparer.Ordinal);
        foreach (var slot in chosen)
        {
            var answer = answers[slot.Id];

            // In place a dirty worktree has to wait, and nothing tells when it is clean: its next commit does.
            var waits = answer.Outcome == SlotOutcome.Waiting && setup.Settings.Mode == LandingMode.InPlace;
            if (!waits && answer.Outcome is not (SlotOutcome.Held or SlotOutcome.Refused))
            {
                book.Release(slot.Id);
                continue;
            }

            var where = result.Paths.GetValueOrDefault(slot.Id) ?? [];
            if (book.Hold(slot, result.Heads.GetValueOrDefault(slot.Id) ?? heads.GetValueOrDefault(slot.Id) ?? "", target.Commit ?? "", rules, answer, where, Now))
                tell(new LaneEvent.Held(Now, slot.Id, answer.Reason, where));
        }
    }

    private async Task SyncAsync(LandingJournal journal, CancellationToken cancellation)
    {
        if (target.Commit is { } to && setup.Settings.Mode != LandingMode.InPlace && await moves.RunAsync(to, cancellation).ConfigureAwait(false))
            await LookAsync(journal, cancellation).ConfigureAwait(false);
    }

    private void Fail(LaneState state, string reason)
    {
        // Woken by a change while waiting: the same trouble once more, not one more failure.
        var isWaiting = trouble is not null && Now < retryAt;
        trouble = (state, reason);
        if (isWaiting)
            return;
        var delay = Math.Min(FirstRetry.TotalSeconds * Math.Pow(2, failures++), LastRetry.TotalSeconds);
        retryAt = Now + TimeSpan.FromSeconds(delay * (0.75 + (0.5 * setup.Random.NextDouble())));
    }

    /// <summary>Nothing to wait for by time: null.</summary>
    private TimeSpan? Next()
    {
        if (trouble is not null and not { State: LaneState.Halted })
            return Later(retryAt);
        if (trouble is not null || paused || setup.Settings.Mode == LandingMode.Off)
            return null;
        var due = book.Work
            .Where(w => w.Commits.Count > 0 && w.Position.Obstacle is null && book.HeldNow(w, target.Commit!, rules) is null)
            .Select(w => book.Due(w, setup.Settings.Debounce))
            .DefaultIfEmpty(DateTimeOffset.MaxValue)
            .Min();
        return due == DateTimeOffset.MaxValue ? null : Later(due);
    }

    private TimeSpan Later(DateTimeOffset at) => at > Now ? at - Now : TimeSpan.FromMilliseconds(1);

    private LaneTools Tools(LandingJournal journal) => new(setup, target, journal, tell, (step, detail, of) => Step(journal, step, detail, of));

    private void Step(LandingJournal journal, TrainStep step, string detail, IReadOnlyList<LaneSlot> of)
    {
        // It begins again after somebody else has pushed first.
        var attempt = (train?.Attempt ?? 0) + (step == TrainStep.Fetching ? 1 : 0);
        train = new TrainProgress([.. of.Select(static slot => slot.Id)], step, detail, Math.Max(1, attempt), Now);
        Publish(journal);
    }

    private void Publish(LandingJournal journal)
    {
        var (state, reason) = StateNow();
        var next = new LaneSnapshot(
            state, reason, target.Name, target.Commit, target.IsKnown ? target.Reference : "",
            book.Entries(target.Commit, rules, setup.Settings.Debounce, Now), journal.Landed, rejected, journal.Recent) { Train = train };
        snapshot = next;
        if (state != lastState)
        {
            lastState = state;
            tell(new LaneEvent.StateChanged(Now, state, reason));
        }

        Changed?.Invoke(next);
    }

    private (LaneState State, string Reason) StateNow()
    {
        if (trouble is { State: LaneState.Halted } halted)
            return halted;
        if (paused)
            return (LaneState.Paused, "The lane is paused: fleet lane resume.");
        if (book.Landing.Count > 0)
            return (LaneState.Landing, "");
        if (trouble is { } other)
            return other;
        return setup.Settings.Mode == LandingMode.Off
            ? (LaneState.Off, "landing.mode is off: nothing lands by itself.")
            : (LaneState.Idle, "");
    }
}
