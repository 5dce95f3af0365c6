using FleetTui.Landing.Gates;
using FleetTui.Landing.Journal;
using FleetTui.Landing.Slots;
using FleetTui.Landing.Targets;
using FleetTui.Landing.Trains;

namespace FleetTui.Landing.Pushing;

/// <summary>Lands some slots with one push, once: fetch, look, build, gates, post-conditions, push.</summary>
internal sealed class TrainAttempt(LaneTools tools) : ILandingAttempt
{
    private readonly Dictionary<string, SlotLanding> answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> paths = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> heads = new(StringComparer.Ordinal);

    public async Task<AttemptResult> RunAsync(IReadOnlyList<LaneSlot> slots, CancellationToken cancellation)
    {
        answers.Clear();
        paths.Clear();
        heads.Clear();
        var push = new TrainPush(tools);
        tools.Step(TrainStep.Fetching, "", slots);
        var reading = SlotPositions.ReadAsync(tools.Repository, slots, cancellation);
        var fetched = await tools.Target.FetchAsync(cancellation).ConfigureAwait(false);
        var positions = await reading.ConfigureAwait(false);
        switch (fetched)
        {
            case TargetFetch.Unreachable unreachable:
                return AttemptResult.Stopped(AttemptEnd.Unreachable, unreachable.Reason, slots);
            case TargetFetch.Halted halted:
                return AttemptResult.Stopped(AttemptEnd.Halted, halted.Reason, slots);
        }

        var (settled, why) = await push.SettleOpenAsync(cancellation).ConfigureAwait(false);
        if (settled != AttemptEnd.Settled)
            return AttemptResult.Stopped(settled, why, slots);

        foreach (var position in positions)
            heads[position.Slot.Id] = position.Head ?? "";
        var target = tools.Target.Commit!;
        var work = await UnlandedWork.ReadAsync(tools.Repository, positions, target, tools.Journal.HasLanded, cancellation).ConfigureAwait(false);
        var candidates = UnlandedWork.Ordered(work.Where(Admit));
        var (train, suspect) = await BuildAsync(target, candidates, cancellation).ConfigureAwait(false);
        if (suspect is not null)
            return Result(AttemptEnd.Refused, suspect, train);
        if (train.IsEmpty)
        {
            Absorb(train);
            return Result(AttemptEnd.Settled, "", train);
        }

        if (await PostConditions.ViolatedAsync(tools.Repository, train, cancellation).ConfigureAwait(false) is { } violation)
            return Result(AttemptEnd.Halted, $"A train was not built right and was not pushed: {violation}. This is a bug of fleet; nothing is lost.", train);
        tools.Step(TrainStep.Pushing, "", [.. train.Cars.Select(static car => car.Work.Slot)]);
        var (end, reason) = await push.RunAsync(train, cancellation).ConfigureAwait(false);
        if (end == AttemptEnd.Settled)
            AnswerLanded(train);
        return Result(end, reason, train);
    }

    /// <summary>Whether it has something that may land now; otherwise its answer is given.</summary>
    private bool Admit(SlotWork work)
    {
        if (work.Position.Obstacle is { } obstacle)
            Answer(work.Slot, SlotOutcome.Waiting, obstacle);
        else if (work.Commits.Count == 0)
            Answer(work.Slot, SlotOutcome.Nothing, "");
        else
            return true;
        return false;
    }

    /// <summary>Builds and asks the gates until nobody in the train is found fault with.</summary>
    private async Task<(Train Train, string? Suspect)> BuildAsync(string target, IReadOnlyList<SlotWork> candidates, CancellationToken cancellation)
    {
        while (true)
        {
            tools.Step(TrainStep.Building, "", [.. candidates.Select(static work => work.Slot)]);
            var train = await TrainBuilder.BuildAsync(tools.Repository, tools.Journal.NextTrain, target, tools.Target.RebaseCommand, candidates, tools.Setup.Time, cancellation).ConfigureAwait(false);
            foreach (var left in train.Left)
                Hold(left.Work.Slot, left.Reason, left.Paths, left.Fix);
            if (train.IsEmpty)
                return (train, null);
            var findings = await FindAsync(train, cancellation).ConfigureAwait(false);
            if (findings.Count == 0)
                return (train, null);

            foreach (var finding in findings.Where(static f => f.Slot is not null))
                Hold(train.Cars.First(c => c.Work.Slot.Id == finding.Slot).Work.Slot, finding.Reason, finding.Paths, finding.Fix);
            if (findings.FirstOrDefault(static f => f.Slot is null) is { } general && findings.All(static f => f.Slot is null))
                return (train, general.Reason);
            candidates = [.. candidates.Where(c => !answers.ContainsKey(c.Slot.Id))];
        }
    }

    /// <summary>The first gate that finds something ends the round: what the next would say depends on who is left.</summary>
    private async Task<IReadOnlyList<GateFinding>> FindAsync(Train train, CancellationToken cancellation)
    {
        var slots = train.Cars.Select(static car => car.Work.Slot).ToList();
        var view = train.View(tools.Repository) with { Step = detail => tools.Step(TrainStep.Checking, detail, slots) };
        foreach (var gate in tools.Setup.Gates)
        {
            tools.Step(TrainStep.Checking, gate.Name, slots);
            var findings = await gate.CheckAsync(view, cancellation).ConfigureAwait(false);
            var known = findings.Where(f => f.Slot is null || view.Slots.Any(s => s.Slot.Id == f.Slot)).ToList();
            if (known.Count > 0)
                return known;
        }

        return [];
    }

    private void Hold(LaneSlot slot, string reason, IReadOnlyList<string> where, string fix)
    {
        if (answers.TryGetValue(slot.Id, out var earlier) && earlier.Outcome == SlotOutcome.Held)
            (reason, fix) = ($"{earlier.Reason} {reason}", string.Join("; ", new[] { earlier.Fix, fix }.Where(static one => one.Length > 0).Distinct(StringComparer.Ordinal)));
        answers[slot.Id] = new SlotLanding(slot.Id, SlotOutcome.Held, reason, []) { Fix = fix };
        paths[slot.Id] = where;
    }

    /// <summary>Nothing to push, but commits turned out to be on the target already.</summary>
    private void Absorb(Train train)
    {
        if (train.Cars.Any(static c => c.Absorbed.Count > 0))
            tools.Journal.Write(new JournalRecord("absorbed", train.Number, tools.Now, tools.Target.Name, Slots: train.ForJournal()));
        AnswerLanded(train);
    }

    private void AnswerLanded(Train train)
    {
        foreach (var car in train.Cars)
        {
            var commits = car.Commits.Select(static c => c.Id!).ToList();
            answers[car.Work.Slot.Id] = commits.Count > 0
                ? new SlotLanding(car.Work.Slot.Id, SlotOutcome.Landed, "", commits)
                : new SlotLanding(car.Work.Slot.Id, SlotOutcome.Nothing, "Its changes are on the target already.", []);
        }
    }

    private void Answer(LaneSlot slot, SlotOutcome outcome, string reason) => answers[slot.Id] = new SlotLanding(slot.Id, outcome, reason, []);

    private AttemptResult Result(AttemptEnd end, string reason, Train train) =>
        new(end, reason, [.. answers.Values], end == AttemptEnd.Settled ? [] : [.. train.Cars.Select(static c => c.Work.Slot)], new Dictionary<string, IReadOnlyList<string>>(paths))
        {
            Heads = new Dictionary<string, string>(heads),
        };
}
