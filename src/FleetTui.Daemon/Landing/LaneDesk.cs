using FleetTui.Api.Client;
using FleetTui.Api.Status;
using FleetTui.Configuration;
using FleetTui.Coordination.Events;
using FleetTui.Daemon.Live;
using FleetTui.Landing;

namespace FleetTui.Daemon.Landing;

/// <summary>
/// Runs the lane beside everything else and speaks for it: its state, landing on request, pause and resume. A change of the slots or roles is given to the lane that runs; a change of the
/// landing settings ends it between two steps and makes another.
/// </summary>
internal sealed class LaneDesk(
    LiveConfiguration live,
    string root,
    Func<LaneSetup> compose,
    LaneStore store,
    EventLog log,
    BackgroundWork background,
    TimeProvider clock,
    Action changed)
{
    private static readonly TimeSpan UntilShown = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private LandingSettings settings = live.Current.Configuration.Landing;
    private readonly List<Task> landings = [];
    private Lane? lane;
    private CancellationTokenSource? renewal;
    private volatile HashSet<string> landed = [];
    private volatile LaneStatus status = new("idle", "", "", [], 0, 0, null, []);

    public LaneStatus Status => status;

    /// <summary>The slots' own commits that landed lately: their worktrees may not have moved to what they became yet.</summary>
    public IReadOnlySet<string> Landed => landed;

    /// <summary>Runs until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        live.Changed += Follow;
        try
        {
            while (!cancellation.IsCancellationRequested)
            {
                await RunOneAsync(cancellation);
            }
        }
        finally
        {
            live.Changed -= Follow;
        }
    }

    /// <summary>Lands now. Who asked may go away: what was begun is finished.</summary>
    public async Task<LandResult> LandAsync(IReadOnlyList<string> slots, bool wait, CancellationToken cancellation)
    {
        var landing = new TaskCompletionSource<LandingReport>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            var now = Current();
            background.Run("landing on request", async token =>
            {
                try
                {
                    landing.SetResult(await now.LandAsync(slots, token));
                }
                catch (Exception error)
                {
                    landing.SetException(error);
                    throw;
                }
            });
            landings.RemoveAll(task => task.IsCompleted);
            landings.Add(landing.Task);
        }

        if (wait)
        {
            return LaneAnswers.Of(await landing.Task.WaitAsync(cancellation));
        }

        var named = slots.Count > 0 ? slots : [.. live.Current.Configuration.Slots.Select(slot => slot.Id)];
        return new LandResult([.. named.Select(slot => new Api.Client.SlotLanding(slot, "waiting", "It is being landed.", []))], status.Target, null);
    }

    public async Task PauseAsync(CancellationToken cancellation)
    {
        store.SetPaused(true);
        var now = Current();
        log.Append("lane.paused", null, "The lane was paused: nothing lands until it is resumed.");
        await ShownAsync(now, now.Pause, state => state is LaneState.Paused or LaneState.Halted, cancellation);
    }

    public async Task ResumeAsync(CancellationToken cancellation)
    {
        store.SetPaused(false);
        var now = Current();
        log.Append("lane.resumed", null, "The lane was resumed.");
        await ShownAsync(now, now.Resume, state => state is not (LaneState.Paused or LaneState.Halted), cancellation);
    }

    /// <summary>Who asks for the status next sees what was asked for, unless the lane is busy with a landing for longer.</summary>
    private async Task ShownAsync(Lane of, Action act, Func<LaneState, bool> isShown, CancellationToken cancellation)
    {
        var shown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        of.Changed += See;
        try
        {
            act();
            See(of.Snapshot);
            await shown.Task.WaitAsync(UntilShown, clock, cancellation);
        }
        catch (TimeoutException)
        {
            // It is done when the landing ends.
        }
        finally
        {
            of.Changed -= See;
        }

        void See(LaneSnapshot snapshot)
        {
            if (isShown(snapshot.State)) shown.TrySetResult();
        }
    }

    private Lane Current()
    {
        lock (gate)
        {
            return lane ?? throw new FleetApiException(1, "The lane is just being started; try again.");
        }
    }

    private async Task RunOneAsync(CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var one = Lane.Create(compose());
        one.Changed += Show;
        if (store.IsPaused)
        {
            one.Pause();
        }

        lock (gate)
        {
            (lane, renewal) = (one, end);
        }

        Show(one.Snapshot);
        var events = RecordAsync(one);
        try
        {
            await one.RunAsync(end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
        }
        finally
        {
            lock (gate)
            {
                (lane, renewal) = (null, null);
            }

            one.Changed -= Show;
        }

        Task[] open;
        lock (gate)
        {
            open = [.. landings];
        }

        await Task.WhenAll(open).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        one.Dispose();
        await events;
    }

    private void Show(LaneSnapshot snapshot)
    {
        status = LaneAnswers.Of(snapshot);
        landed = snapshot.Recent.Select(commit => commit.Original).ToHashSet(StringComparer.Ordinal);
        changed();
    }

    private void Follow(ConfigurationSnapshot now)
    {
        lock (gate)
        {
            lane?.UpdateSlots(LaneComposition.Slots(now.Configuration, root));
            if (!Same(settings, now.Configuration.Landing))
            {
                settings = now.Configuration.Landing;
                renewal?.Cancel();
            }
        }
    }

    private static bool Same(LandingSettings one, LandingSettings other) =>
        one.Checks.SequenceEqual(other.Checks, StringComparer.Ordinal) && one with { Checks = other.Checks } == other;

    private async Task RecordAsync(Lane of)
    {
        var wasTold = false;
        await foreach (var happened in of.Events.ReadAllAsync())
        {
            // Idle and landing alternate all day: worth a line only after trouble.
            if (happened is LaneEvent.StateChanged state)
            {
                var isFine = state.State is LaneState.Idle or LaneState.Landing;
                if (isFine && !wasTold)
                {
                    continue;
                }

                wasTold = !isFine;
            }

            var (kind, slot, message) = LaneEventWords.Of(happened);
            log.Append(kind, slot, message);
        }
    }
}
