using System.Threading.Channels;
using FleetTui.Landing.Journal;
using FleetTui.Processes;

namespace FleetTui.Landing;

/// <summary>
/// The one queue through which commits reach the target branch. Runs in the background (<see cref="RunAsync"/>), noticing commits by watching references, or lands once
/// (<see cref="LandAsync"/>) without that. One lane per repository at a time, by a lock of the operating system. Safe to call from any thread.
/// </summary>
public sealed class Lane : IDisposable
{
    private const int MostEventsKept = 10_000;
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(30);
    private readonly LaneSetup setup;
    private readonly LaneTurn turn;
    private readonly SemaphoreSlim one = new(1, 1);
    private readonly Channel<bool> wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Channel<LaneEvent> events = Channel.CreateBounded<LaneEvent>(new BoundedChannelOptions(MostEventsKept) { FullMode = BoundedChannelFullMode.DropOldest });
    private LandingJournal? journal;

    private Lane(LaneSetup setup)
    {
        this.setup = setup;
        turn = new LaneTurn(setup, Tell);
    }

    /// <summary>What happens, as it happens; for one reader. Without one the oldest are dropped.</summary>
    public ChannelReader<LaneEvent> Events => events.Reader;

    /// <summary>The lane now. Cheap.</summary>
    public LaneSnapshot Snapshot => turn.Snapshot;

    /// <summary>Called on any thread after every change of <see cref="Snapshot"/>; must be quick.</summary>
    public event Action<LaneSnapshot>? Changed
    {
        add => turn.Changed += value;
        remove => turn.Changed -= value;
    }

    public static Lane Create(LaneSetup setup) => new(setup);

    /// <summary>Lands whatever becomes ready until cancelled. Waits for the lane's lock first, and begins with asking the remote about a train that a crash left open.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var held = await FileLock.AcquireAsync(setup.LockFile, cancellation).ConfigureAwait(false);
        await OpenAsync(cancellation).ConfigureAwait(false);
        try
        {
            using var watch = new Watching.RefWatch(setup.Repository.CommonDirectory, Look, () => turn.AnySyncWaiting);
            while (true)
            {
                var next = await InTurnAsync(token => turn.StepAsync(journal!, token), cancellation).ConfigureAwait(false);
                await WaitAsync(next, cancellation).ConfigureAwait(false);
            }
        }
        finally
        {
            await CloseAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Lands these slots now (all, when none is named), without waiting for quiet, and says what became of each. Works with and without <see cref="RunAsync"/>.</summary>
    public async Task<LandingReport> LandAsync(IReadOnlyList<string> slots, CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (journal is not null)
                return await turn.LandAsync(journal, slots, cancellation).ConfigureAwait(false);
            using var held = await FileLock.AcquireAsync(setup.LockFile, cancellation).ConfigureAwait(false);
            using var opened = LandingJournal.Load(setup.JournalDirectory, setup.Journalled);
            return await turn.LandAsync(opened, slots, cancellation).ConfigureAwait(false);
        }
        finally
        {
            one.Release();
            Wake();
        }
    }

    /// <summary>Nothing lands until <see cref="Resume"/>; what is on its way gets its answer.</summary>
    public void Pause()
    {
        turn.Paused = true;
        Wake();
    }

    /// <summary>Goes on after a pause or a halt. After a halt because the target was rewritten this accepts the target as it is now.</summary>
    public void Resume()
    {
        turn.RequestResume();
        Wake();
    }

    /// <summary>Other slots, or the same with other roles; what was held is tried again.</summary>
    public void UpdateSlots(IReadOnlyList<LaneSlot> slots)
    {
        turn.Slots = slots;
        Wake();
    }

    public void Dispose()
    {
        events.Writer.TryComplete();
        one.Dispose();
    }

    private void Look(string path)
    {
        if (Path.GetFileName(path) == "config")
            turn.RetryNow();
        Wake();
    }

    private void Wake() => wake.Writer.TryWrite(true);

    private void Tell(LaneEvent happened) => events.Writer.TryWrite(happened);

    private Task<bool> OpenAsync(CancellationToken cancellation) => InTurnAsync(
        _ =>
        {
            journal = LandingJournal.Load(setup.JournalDirectory, setup.Journalled);
            return Task.FromResult(true);
        },
        cancellation);

    private async Task CloseAsync()
    {
        await one.WaitAsync().ConfigureAwait(false);
        journal?.Dispose();
        journal = null;
        one.Release();
    }

    private async Task<T> InTurnAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await work(cancellation).ConfigureAwait(false);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Until something wakes us or the time has come; no time: only when woken.</summary>
    private async Task WaitAsync(TimeSpan? time, CancellationToken cancellation)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var woken = wake.Reader.ReadAsync(waiting.Token).AsTask();
        if (time is { } due)
        {
            var late = Task.Delay(due, setup.Time, waiting.Token);
            await Task.WhenAny(woken, late).ConfigureAwait(false);
        }
        else
        {
            await Task.WhenAny(woken).ConfigureAwait(false);
        }

        await waiting.CancelAsync().ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();

        // A commit, and still more a rebase, is many changes of files: one look is for all of them.
        if (woken.IsCompletedSuccessfully)
            await Task.Delay(Settling, setup.Time, cancellation).ConfigureAwait(false);
    }
}
