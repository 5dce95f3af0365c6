using System.Collections.Concurrent;
using FleetTui.TerminalHost.Pty;

namespace FleetTui.TerminalHost.Readiness;

/// <summary>
/// The host's threads: they share one epoll set and each takes one ready descriptor at a time, so work spreads over the cores and a
/// flooding descriptor goes to the end of the line after its turn. With nothing ready they all sleep.
/// </summary>
internal sealed class EventPump : IDisposable
{
    private const ulong StopKey = 0;
    private const int StackBytes = 256 * 1024;
    private readonly int _epoll = EpollLibc.NewEpoll();
    private readonly int _stop = EpollLibc.NewEvent();
    private readonly ConcurrentDictionary<ulong, Registration> _registrations = new();
    private readonly Thread[] _threads;
    private ulong _lastKey;

    public EventPump(int threads)
    {
        _ = EpollLibc.Control(_epoll, EpollLibc.CtlAdd, _stop, EpollLibc.In, StopKey);
        _threads = new Thread[threads];
        for (var index = 0; index < threads; index++)
        {
            _threads[index] = new Thread(Run, StackBytes) { Name = $"pump {index}", IsBackground = true };
            _threads[index].Start();
        }
    }

    /// <summary>Adds a descriptor; nothing happens until <see cref="Registration.Want"/>.</summary>
    public Registration Add(int descriptor, IReadyHandler handler)
    {
        var registration = new Registration(_epoll, descriptor, Interlocked.Increment(ref _lastKey), handler);
        _registrations[registration.Key] = registration;
        return registration;
    }

    public void Remove(Registration registration)
    {
        registration.Close();
        _registrations.TryRemove(registration.Key, out _);
    }

    /// <summary>Ends the threads after their current turns. Not to be called from one of them.</summary>
    public unsafe void Dispose()
    {
        ulong one = 1;
        _ = PtyLibc.Write(_stop, (byte*)&one, sizeof(ulong));
        foreach (var thread in _threads) thread.Join();
        _ = PtyLibc.Close(_epoll);
        _ = PtyLibc.Close(_stop);
    }

    private void Run()
    {
        while (true)
        {
            if (EpollLibc.WaitOne(_epoll, out var events, out var key) != 1) continue;
            if (key == StopKey) return;
            if (_registrations.TryGetValue(key, out var registration)) registration.Dispatch(events);
        }
    }
}
