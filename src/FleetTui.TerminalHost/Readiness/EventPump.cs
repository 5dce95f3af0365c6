using System.Collections.Concurrent;
using FleetTui.TerminalHost.Pty;

namespace FleetTui.TerminalHost.Readiness;

/// <summary>
/// The host's threads: they share one epoll set and each takes one ready descriptor at a time, so work spreads over the cores and a
/// flooding descriptor goes to the end of the line after its turn. What a user waits for is in a second, urgent set, which floods look into
/// between two reads: a key does not wait for eleven floods' turns. With nothing ready all threads sleep.
/// </summary>
internal sealed class EventPump : IDisposable
{
    private const ulong StopKey = 0;
    private const ulong UrgentKey = 1;
    private const int UrgentInARow = 32;
    private const int StackBytes = 256 * 1024;
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(0.5);

    [ThreadStatic]
    private static bool t_servesUrgent;

    private readonly int _usual = EpollLibc.NewEpoll();
    private readonly int _urgent = EpollLibc.NewEpoll();
    private readonly int _stop = EpollLibc.NewEvent();
    private readonly ConcurrentDictionary<ulong, Registration> _registrations = new();
    private readonly Thread[] _threads;
    private ulong _lastKey = UrgentKey;
    private volatile bool _pausing;

    public EventPump(int threads)
    {
        _ = EpollLibc.Control(_usual, EpollLibc.CtlAdd, _stop, EpollLibc.In, StopKey);
        _ = EpollLibc.Control(_usual, EpollLibc.CtlAdd, _urgent, EpollLibc.In | EpollLibc.Edge, UrgentKey);
        _threads = new Thread[threads];
        Start();
    }

    /// <summary>Adds a descriptor; nothing happens until <see cref="Registration.Want"/>.</summary>
    public Registration Add(int descriptor, IReadyHandler handler, bool urgent = false)
    {
        var registration = new Registration(_usual, _urgent, descriptor, Interlocked.Increment(ref _lastKey), handler);
        if (urgent) registration.SetUrgent(true);
        _registrations[registration.Key] = registration;
        return registration;
    }

    public void Remove(Registration registration)
    {
        registration.Close();
        _registrations.TryRemove(registration.Key, out _);
    }

    /// <summary>Handles one urgent descriptor if one is ready. For long turns, between their parts, with no lock held.</summary>
    public bool ServeUrgent()
    {
        if (t_servesUrgent || EpollLibc.TakeOne(_urgent, wait: false, out var events, out var key) != 1) return false;
        t_servesUrgent = true;
        try
        {
            Dispatch(events, key);
        }
        finally
        {
            t_servesUrgent = false;
        }

        return true;
    }

    /// <summary>Ends the threads after their current turns: when it returns, no handler runs and none will until <see cref="Resume"/>. Not to be called from one of them.</summary>
    public unsafe void Pause()
    {
        _pausing = true;
        ulong one = 1;
        _ = PtyLibc.Write(_stop, (byte*)&one, sizeof(ulong));
        foreach (var thread in _threads) thread.Join();
    }

    /// <summary>Goes on after <see cref="Pause"/>; what became ready meanwhile is handled.</summary>
    public unsafe void Resume()
    {
        ulong stops;
        _ = PtyLibc.Read(_stop, (byte*)&stops, sizeof(ulong));
        _pausing = false;
        TellUrgentAgain();
        Start();
    }

    /// <summary>Ends the threads after their current turns. Not to be called from one of them.</summary>
    public void Dispose()
    {
        Pause();
        _ = PtyLibc.Close(_usual);
        _ = PtyLibc.Close(_urgent);
        _ = PtyLibc.Close(_stop);
    }

    private void Start()
    {
        for (var index = 0; index < _threads.Length; index++)
        {
            _threads[index] = new Thread(Run, StackBytes) { Name = $"pump {index}", IsBackground = true };
            _threads[index].Start();
        }
    }

    private void Run()
    {
        PromptThread.Begin(Slice);
        while (!_pausing)
        {
            if (EpollLibc.TakeOne(_usual, wait: true, out var events, out var key) != 1) continue;
            if (key == StopKey) return;
            if (key == UrgentKey) ServeAllUrgent();
            else Dispatch(events, key);
        }
    }

    /// <summary>The set tells only once that it became ready, so it is emptied; where that does not end, the others get a turn and it tells again.</summary>
    private void ServeAllUrgent()
    {
        for (var served = 0; served < UrgentInARow; served++)
        {
            if (!ServeUrgent()) return;
        }

        TellUrgentAgain();
    }

    private void TellUrgentAgain() => _ = EpollLibc.Control(_usual, EpollLibc.CtlModify, _urgent, EpollLibc.In | EpollLibc.Edge, UrgentKey);

    private void Dispatch(uint events, ulong key)
    {
        if (_registrations.TryGetValue(key, out var registration)) registration.Dispatch(events);
    }
}
