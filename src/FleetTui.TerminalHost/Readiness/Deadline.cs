namespace FleetTui.TerminalHost.Readiness;

/// <summary>One thing that may have to happen later. Armed again for an earlier time it moves; for a later one it stays.</summary>
internal sealed class Deadline(DeadlineQueue queue, Action<long> reached)
{
    private long _at = long.MaxValue;

    /// <summary>Reached at <paramref name="at"/> (a timestamp of the queue's clock) at the latest.</summary>
    public void Arm(long at)
    {
        while (true)
        {
            var current = Interlocked.Read(ref _at);
            if (current <= at) return;
            if (Interlocked.CompareExchange(ref _at, at, current) != current) continue;
            queue.Add(this, at);
            return;
        }
    }

    /// <summary>When it is reached, or null when it is not armed.</summary>
    public long? At => Interlocked.Read(ref _at) is var at && at == long.MaxValue ? null : at;

    public void Cancel() => Interlocked.Exchange(ref _at, long.MaxValue);

    internal bool TakeIfDue(long at) => Interlocked.CompareExchange(ref _at, long.MaxValue, at) == at;

    internal void Run(long now) => reached(now);
}
