using FleetTui.TerminalHost.Readiness;

namespace FleetTui.TerminalHost;

/// <summary>
/// Gives memory back once the panes are quiet. A resize that reflows all scrollback, or a flood, leaves garbage behind that the collector has no reason to
/// visit while nothing is allocated: with 12 panes a third of the host. No timer runs while nothing happens.
/// </summary>
internal sealed class IdleTrim
{
    private const long WorthIt = 16 << 20;
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);
    private readonly DeadlineQueue _deadlines;
    private readonly Deadline _check;
    private readonly long _quiet;
    private long _lastWork;
    private long _allocatedBefore;

    public IdleTrim(DeadlineQueue deadlines)
    {
        _deadlines = deadlines;
        _quiet = deadlines.Ticks(Quiet);
        _check = new Deadline(deadlines, Check);
    }

    /// <summary>Panes printed or changed their size.</summary>
    public void Worked(long now)
    {
        Volatile.Write(ref _lastWork, now);
        _check.Arm(now + _quiet);
    }

    private void Check(long now)
    {
        var due = Volatile.Read(ref _lastWork) + _quiet;
        if (now < due)
        {
            _check.Arm(due);
            return;
        }

        if (GC.GetTotalAllocatedBytes() - _allocatedBefore < WorthIt) return;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        _allocatedBefore = GC.GetTotalAllocatedBytes();
    }
}
