using FleetTui.Configuration;
using FleetTui.Git.Running;
using Polly;
using Polly.Retry;

namespace FleetTui.Landing.Pushing;

/// <summary>
/// Lands some slots as far as they can be: again with a jittered pause when somebody pushed first, and by halves when the remote or a check refused the train as a whole,
/// until whose fault it is is known and everybody else has landed.
/// </summary>
internal sealed class LandingRound
{
    private readonly LaneTools tools;
    private readonly ResiliencePipeline<AttemptResult> pipeline;
    private readonly Action rejected;

    /// <param name="rejected">Called for each push the remote did not take.</param>
    internal LandingRound(LaneTools tools, Action rejected)
    {
        this.tools = tools;
        this.rejected = rejected;
        pipeline = Pipeline();
    }

    internal async Task<AttemptResult> RunAsync(IReadOnlyList<LaneSlot> slots, CancellationToken cancellation)
    {
        ILandingAttempt attempt = tools.Setup.Settings.Mode == LandingMode.InPlace ? new InPlaceAttempt(tools) : new TrainAttempt(tools);
        var result = await pipeline.ExecuteAsync(async token => await OnceAsync(attempt, slots, token).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        if (result.End != AttemptEnd.Refused)
            return result;
        tools.Tell(new LaneEvent.Refused(tools.Now, [.. result.Train.Select(static s => s.Id)], result.Reason));
        if (result.Train.Count < 2)
            return result with { End = AttemptEnd.Settled, Train = [], Slots = [.. result.Slots, .. result.Train.Select(s => new SlotLanding(s.Id, SlotOutcome.Refused, result.Reason, []))] };

        var half = result.Train.Count / 2;
        var first = await RunAsync([.. result.Train.Take(half)], cancellation).ConfigureAwait(false);
        if (first.End != AttemptEnd.Settled)
            return Join(result, first) with { Train = result.Train };
        var second = await RunAsync([.. result.Train.Skip(half)], cancellation).ConfigureAwait(false);
        return Join(Join(result, first), second);
    }

    /// <summary>The edge at which git's unexpected failures, and a full disk, become a value.</summary>
    private async Task<AttemptResult> OnceAsync(ILandingAttempt attempt, IReadOnlyList<LaneSlot> slots, CancellationToken cancellation)
    {
        try
        {
            var result = await attempt.RunAsync(slots, cancellation).ConfigureAwait(false);
            if (result.End is AttemptEnd.Moved or AttemptEnd.Refused)
                rejected();
            return result;
        }
        catch (GitException e)
        {
            return AttemptResult.Stopped(AttemptEnd.Unreachable, e.DiskFull ? "The disk is full: make room." : e.Message, slots);
        }
        catch (IOException e)
        {
            return AttemptResult.Stopped(AttemptEnd.Unreachable, $"The journal cannot be written, so nothing is pushed: make room, or repair the disk ({e.Message}).", slots);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return AttemptResult.Stopped(AttemptEnd.Halted, $"A bug of fleet stopped the landing ({e.GetType().Name}: {e.Message}). Nothing is lost; fleet lane resume tries again.", slots);
        }
    }

    private static AttemptResult Join(AttemptResult one, AttemptResult other) => other with
    {
        Slots = [.. one.Slots, .. other.Slots],
        Paths = Join(one.Paths, other.Paths),
        Heads = Join(one.Heads, other.Heads),
    };

    private static Dictionary<string, T> Join<T>(IReadOnlyDictionary<string, T> one, IReadOnlyDictionary<string, T> other) =>
        one.Concat(other).GroupBy(static p => p.Key, StringComparer.Ordinal).ToDictionary(static g => g.Key, static g => g.Last().Value, StringComparer.Ordinal);

    private ResiliencePipeline<AttemptResult> Pipeline()
    {
        var again = tools.Setup.Settings.MaximumAttempts - 1;
        if (again < 1)
            return ResiliencePipeline<AttemptResult>.Empty;
        return new ResiliencePipelineBuilder<AttemptResult> { TimeProvider = tools.Setup.Time }
            .AddRetry(new RetryStrategyOptions<AttemptResult>
            {
                ShouldHandle = static a => ValueTask.FromResult(a.Outcome.Result?.End == AttemptEnd.Moved),
                MaxRetryAttempts = again,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromMilliseconds(100),
                MaxDelay = TimeSpan.FromSeconds(5),
                Randomizer = tools.Setup.Random.NextDouble,
                OnRetry = a =>
                {
                    tools.Tell(new LaneEvent.Moved(tools.Now, a.AttemptNumber + 1, a.Outcome.Result?.Reason ?? ""));
                    return default;
                },
            })
            .Build();
    }
}
