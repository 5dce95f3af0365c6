using System.Collections.Concurrent;
using System.Threading.Channels;
using FleetTui.Git;
using FleetTui.Git.Running;

namespace FleetTui.Daemon.Status;

/// <summary>
/// Each slot's ahead, behind and dirty, read again after a change: at most one <c>git status</c> per slot at a time and per <see cref="Settle"/>, two in all.
/// </summary>
internal sealed class WorktreeStatuses(Repository repository, Func<string> against, TimeProvider clock, Action changed, Action<string> tell)
{
    /// <summary>git and agents change files in bursts; one look after the burst is enough.</summary>
    public static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentDictionary<string, SlotGit> known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> due = new(StringComparer.Ordinal);
    private readonly Channel<(string Slot, string Worktree)> work = Channel.CreateUnbounded<(string, string)>();

    public SlotGit Of(string slot) => known.GetValueOrDefault(slot, SlotGit.Unknown);

    /// <summary>Something may have changed there.</summary>
    public void Changed(string slot, string worktree)
    {
        if (due.TryAdd(slot, worktree))
        {
            work.Writer.TryWrite((slot, worktree));
        }
    }

    public Task RunAsync(CancellationToken cancellation) => Task.WhenAll(ReadAsync(cancellation), ReadAsync(cancellation));

    private async Task ReadAsync(CancellationToken cancellation)
    {
        try
        {
            await foreach (var (slot, worktree) in work.Reader.ReadAllAsync(cancellation))
            {
                await Task.Delay(Settle, clock, cancellation);
                due.TryRemove(slot, out _);
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
