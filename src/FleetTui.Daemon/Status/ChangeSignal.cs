namespace FleetTui.Daemon.Status;

/// <summary>Wakes everyone who waits for the next change. Any number may wait; a change nobody waits for costs nothing.</summary>
internal sealed class ChangeSignal
{
    private TaskCompletionSource next = New();

    /// <summary>Completes at the next <see cref="Raise"/>. Take it before looking, so that no change is missed.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    public void Raise() => Interlocked.Exchange(ref next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
