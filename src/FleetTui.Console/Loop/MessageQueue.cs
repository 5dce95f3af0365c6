using System.Diagnostics.CodeAnalysis;

namespace FleetTui.Console.Loop;

/// <summary>
/// What happened and was not taken yet. Anyone posts; the loop's thread alone takes, and sleeps here until there is something or its time has come:
/// a wait that wakes exactly that thread, where a channel would go through the thread pool, which is late when the cores are busy.
/// </summary>
internal sealed class MessageQueue
{
    private readonly Queue<ConsoleMessage> _waiting = new();

    public void Post(ConsoleMessage message)
    {
        lock (_waiting)
        {
            _waiting.Enqueue(message);
            Monitor.Pulse(_waiting);
        }
    }

    public bool TryTake([NotNullWhen(true)] out ConsoleMessage? message)
    {
        lock (_waiting)
        {
            return _waiting.TryDequeue(out message);
        }
    }

    /// <summary>Until a message is there, or <paramref name="longest"/> has passed (<see cref="Timeout.InfiniteTimeSpan"/>: no limit).</summary>
    public void Wait(TimeSpan longest)
    {
        lock (_waiting)
        {
            if (_waiting.Count == 0)
            {
                Monitor.Wait(_waiting, longest);
            }
        }
    }
}
