using System.Diagnostics.CodeAnalysis;
using FleetTui.TerminalHost.Readiness;

namespace FleetTui.Console.Loop;

/// <summary>
/// What happened and was not taken yet, and whose turn it is to take it. Whoever posts takes the turn on its own thread when it is free: a key goes to the host from the thread
/// that read it, an echo to the terminal from the thread that received it, and no other thread has to be woken on the way. Who finds the turn taken leaves the message to its
/// holder, who looks again before and after giving it up. One thread of its own comes when a time has come.
/// </summary>
internal sealed class TurnQueue
{
    private readonly Queue<ConsoleMessage> _waiting = new();
    private readonly Lock _turn = new();
    private readonly object _sleep = new();
    private readonly TimeProvider _clock;
    private readonly Action _take;
    private long _until = long.MaxValue;
    private long _sleepsUntil = long.MaxValue;
    private volatile bool _some;
    private volatile bool _over;

    /// <param name="take">One turn: takes what is there. Never called twice at once.</param>
    public TurnQueue(TimeProvider clock, Action take)
    {
        _clock = clock;
        _take = take;
    }

    /// <summary>True while messages wait.</summary>
    public bool HasSome => _some;

    public void Post(ConsoleMessage message)
    {
        lock (_waiting)
        {
            _waiting.Enqueue(message);
            _some = true;
        }

        TakeTurns();
    }

    /// <summary>For the holder of the turn.</summary>
    public bool TryTake([NotNullWhen(true)] out ConsoleMessage? message)
    {
        message = null;
        if (!_some)
        {
            return false;
        }

        lock (_waiting)
        {
            _some = _waiting.Count > 1;
            return _waiting.TryDequeue(out message);
        }
    }

    /// <summary>A turn is wanted after so long; the last wish counts. <see cref="Timeout.InfiniteTimeSpan"/>: none.</summary>
    public void WakeAfter(TimeSpan wait)
    {
        var until = wait == Timeout.InfiniteTimeSpan ? long.MaxValue : _clock.GetTimestamp() + (long)(Math.Max(0, wait.TotalSeconds) * _clock.TimestampFrequency);
        lock (_sleep)
        {
            _until = until;
            if (until < _sleepsUntil)
            {
                Monitor.Pulse(_sleep);
            }
        }
    }

    /// <summary>The thread that comes when a time has come, until <see cref="End"/>.</summary>
    public void RunClock()
    {
        PromptThread.Begin(TimeSpan.FromMilliseconds(0.5));
        while (!_over)
        {
            lock (_turn)
            {
                if (!_over)
                {
                    _take();
                }
            }

            TakeTurns();
            Sleep();
        }
    }

    /// <summary>No turn begins any more.</summary>
    public void End()
    {
        _over = true;
        WakeAfter(TimeSpan.Zero);
    }

    private void TakeTurns()
    {
        if (_turn.IsHeldByCurrentThread)
        {
            return;
        }

        while (_some && !_over && _turn.TryEnter())
        {
            try
            {
                _take();
            }
            finally
            {
                _turn.Exit();
            }
        }
    }

    private void Sleep()
    {
        lock (_sleep)
        {
            while (!_over)
            {
                var now = _clock.GetTimestamp();
                if (now >= _until)
                {
                    break;
                }

                // Sleeping too long by the clock's whole milliseconds is fine, waking for nothing is not.
                _sleepsUntil = _until;
                var milliseconds = Math.Ceiling(_clock.GetElapsedTime(now, _until == long.MaxValue ? now : _until).TotalMilliseconds);
                Monitor.Wait(_sleep, _until == long.MaxValue ? Timeout.Infinite : (int)Math.Min(milliseconds, 3_600_000));
            }

            _sleepsUntil = 0;
            _until = long.MaxValue;
        }
    }
}
