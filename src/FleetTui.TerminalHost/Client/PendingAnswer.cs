using FleetTui.TerminalHost.Protocol;

namespace FleetTui.TerminalHost.Client;

/// <summary>Reads what a request is answered with.</summary>
internal delegate T AnswerReader<out T>(ref WireReader wire);

/// <summary>A request that waits for its answer.</summary>
internal abstract class PendingAnswer
{
    public abstract void Complete(ref WireReader wire);

    public abstract void Fail(Exception reason);
}

/// <inheritdoc/>
internal sealed class PendingAnswer<T>(AnswerReader<T> read) : PendingAnswer
{
    private readonly TaskCompletionSource<T> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Task => _source.Task;

    public override void Complete(ref WireReader wire) => _source.TrySetResult(read(ref wire));

    public override void Fail(Exception reason) => _source.TrySetException(reason);

    public void Cancel(CancellationToken cancellation) => _source.TrySetCanceled(cancellation);
}
