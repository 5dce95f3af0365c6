using FleetTui.TerminalHost.Protocol;

namespace FleetTui.TerminalHost.Client;

/// <summary>Reads what a request is answered with.</summary>
internal delegate T AnswerReader<out T>(ref WireReader wire);

/// <summary>A request that waits for its answer. It keeps its message, to be sent again when the host became another program before it had handled it.</summary>
internal abstract class PendingAnswer(MessageKind kind)
{
    public MessageKind Kind => kind;

    /// <summary>As it was sent.</summary>
    public byte[] Message { get; set; } = [];

    /// <summary>True when asking twice does no more than asking once.</summary>
    public bool CanRepeat => kind is MessageKind.List or MessageKind.Capture or MessageKind.Lines or MessageKind.Resize or MessageKind.Stop;

    /// <summary>True when it is answered with nothing but that it is done.</summary>
    public bool HasPlainAnswer => kind is MessageKind.Write or MessageKind.Key or MessageKind.Mouse or MessageKind.Paste or MessageKind.Focus
        or MessageKind.Remove or MessageKind.Unwatch or MessageKind.Unsubscribe;

    public abstract void Complete(ref WireReader wire);

    public abstract void Fail(Exception reason);

    /// <summary>The host did it, and its answer was lost.</summary>
    public void CompleteUnanswered()
    {
        var yes = new WireReader([1]);
        Complete(ref yes);
    }
}

/// <inheritdoc/>
internal sealed class PendingAnswer<T>(MessageKind kind, AnswerReader<T> read) : PendingAnswer(kind)
{
    private readonly TaskCompletionSource<T> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Task => _source.Task;

    public override void Complete(ref WireReader wire) => _source.TrySetResult(read(ref wire));

    public override void Fail(Exception reason) => _source.TrySetException(reason);

    public void Cancel(CancellationToken cancellation) => _source.TrySetCanceled(cancellation);
}
