using FleetTui.TerminalHost.Pty;

namespace FleetTui.TerminalHost.Readiness;

/// <summary>All deadlines of the host on one timerfd, which is armed only while one is pending: an idle host has no timer.</summary>
internal sealed class DeadlineQueue : IReadyHandler, IDisposable
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<Deadline, long> _pending = new();
    private readonly TimeProvider _clock;
    private readonly EventPump _pump;
    private readonly Action<Exception> _tell;
    private readonly int _timer = EpollLibc.NewTimer();
    private readonly Registration _registration;
    private long _armedFor = long.MaxValue;

    public DeadlineQueue(EventPump pump, TimeProvider clock, Action<Exception> tell)
    {
        _pump = pump;
        _clock = clock;
        _tell = tell;
        _registration = pump.Add(_timer, this, urgent: true);
        _registration.Want(EpollLibc.In);
    }

    /// <summary>Now, in the clock's timestamps.</summary>
    public long Now => _clock.GetTimestamp();

    public long Ticks(TimeSpan span) => (long)(span.TotalSeconds * _clock.TimestampFrequency);

    public unsafe uint Ready(uint events)
    {
        ulong expirations;
        _ = PtyLibc.Read(_timer, (byte*)&expirations, sizeof(ulong));
        lock (_gate) _armedFor = long.MaxValue;
        while (true)
        {
            Deadline reached;
            lock (_gate)
            {
                if (!_pending.TryPeek(out reached!, out var at) || at > Now)
                {
                    Arm();
                    return EpollLibc.In;
                }

                _pending.Dequeue();
                if (!reached.TakeIfDue(at)) continue;
            }

            try
            {
                reached.Run(Now);
            }
            catch (Exception bug)
            {
                _tell(bug);
            }
        }
    }

    public void Broken(Exception bug) => _tell(bug);

    public void Dispose()
    {
        _pump.Remove(_registration);
        _ = PtyLibc.Close(_timer);
    }

    internal void Add(Deadline deadline, long at)
    {
        lock (_gate)
        {
            _pending.Enqueue(deadline, at);
            Arm();
        }
    }

    private void Arm()
    {
        if (!_pending.TryPeek(out _, out var first) || first >= _armedFor) return;
        _armedFor = first;
        var nanoseconds = (long)((first - Now) * (1e9 / _clock.TimestampFrequency));
        EpollLibc.SetTimer(_timer, Math.Max(1, nanoseconds));
    }
}
