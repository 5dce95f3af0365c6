using System.Collections.Concurrent;
using System.Threading.Channels;
using FleetTui.Git;
using FleetTui.Git.Running;

namespace FleetTui.Daemon.Status;

/// <summary>
/// Each slot's ahead, behind and dirty, read again after a change: one <c>git status</c> per slot for a burst of changes, and two at a time in all. Nothing runs while nothing changes.
/// </summary>
internal sealed class WorktreeStatuses(Repository repository, Func<string> against, TimeProvider clock, Action changed, Action<string> tell) : IDisposable
{
    /// <summary>After git has written: commits come in bursts; one look after the burst is enough.</summary>
    public static readonly TimeSpan AfterGit = TimeSpan.FromMilliseconds(200);

    /// <summary>After an agent's output: it may have edited files, and a dozen of them print all day.</summary>
    public static readonly TimeSpan AfterOutput = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly Dictionary<string, (ITimer Timer, DateTimeOffset At)> due = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SlotGit> known = new(StringComparer.Ordinal);
    private readonly Channel<(string Slot, string Worktree)> work = Channel.CreateUnbounded<(string, string)>();

    public SlotGit Of(string slot) => known.GetValueOrDefault(slot, SlotGit.Unknown);

    /// <summary>Something may have changed there: it is looked at once, <paramref name="settle"/> from now or when it was to be looked at anyway, whichever is sooner.</summary>
    public void Changed(string slot, string worktree, TimeSpan settle)
    {
        lock (gate)
        {
            var at = clock.GetUtcNow() + settle;
            if (due.TryGetValue(slot, out var pending))
            {
                if (at < pending.At)
                {
                    pending.Timer.Change(settle, Timeout.InfiniteTimeSpan);
                    due[slot] = (pending.Timer, at);
                }

                return;
            }

            due[slot] = (clock.CreateTimer(_ => Due(slot, worktree), null, settle, Timeout.InfiniteTimeSpan), at);
        }
    }

    public Task RunAsync(CancellationToken cancellation) => Task.WhenAll(ReadAsync(cancellation), ReadAsync(cancellation));

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var (timer, _) in due.Values)
            {
                timer.Dispose();
            }

            due.Clear();
        }
    }

    private void Due(string slot, string worktree)
    {
        lock (gate)
        {
            if (due.Remove(slot, out var pending))
            {
                pending.Timer.Dispose();
            }
        }

        work.Writer.TryWrite((slot, worktree));
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        try
        {
            await foreach (var (slot, worktree) in work.Reader.ReadAllAsync(cancellation))
            {
                if (await LookAsync(worktree, cancellation) is { } read && read != Of(slot))
                {
                    known[slot] = read;
                    changed();
                }
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
        }
    }

    /// <summary>Null when git cannot tell now, as in the middle of making the worktree: the next change is looked at again.</summary>
    private async Task<SlotGit?> LookAsync(string worktree, CancellationToken cancellation)
    {
        try
        {
            var status = await repository.Status.ReadAsync(worktree, against(), cancellation);
            return status is null
                ? SlotGit.Unknown
                : new SlotGit(status.Branch ?? status.Progress.Branch ?? "", status.Ahead, status.Behind, status.Changes.Count, status.Progress.Operation ?? "");
        }
        catch (GitException error)
        {
            tell($"git status in {worktree}: {error.Message}");
            return null;
        }
    }
}
