using FleetTui.Processes.Native;

namespace FleetTui.Processes;

/// <summary>
/// A child that is talked to over its standard input and output for as long as it is wanted (<c>git cat-file --batch</c>). Its standard error goes to <c>/dev/null</c>.
/// Not thread-safe. Disposing closes its input, gives it <see cref="Command.Grace"/> to end, then kills its group.
/// </summary>
public sealed class LongLivedProcess : IDisposable
{
    private readonly Child child;
    private readonly TimeSpan grace;

    private LongLivedProcess(Child child, Stream input, Stream output, TimeSpan grace)
    {
        this.child = child;
        this.grace = grace;
        Input = input;
        Output = output;
    }

    public int Pid => child.Pid;

    /// <summary>Buffered: flush before waiting for an answer.</summary>
    public Stream Input { get; }

    public Stream Output { get; }

    /// <exception cref="InvalidOperationException">It could not be started; the message is a sentence for the user.</exception>
    public static LongLivedProcess Start(Command command)
    {
        using var input = Pipe.Create();
        using var output = Pipe.Create();
        using var error = new FileStream("/dev/null", FileMode.Open, FileAccess.Write);
        var spawned = Spawn.Start(command, input.ReadEnd, output.WriteEnd, (int)error.SafeFileHandle.DangerousGetHandle());
        if (spawned.Problem is { } problem)
            throw new InvalidOperationException(problem);
        return new LongLivedProcess(
            new Child(spawned.Pid),
            new FileStream(input.TakeWriteEnd(), FileAccess.Write, 16 * 1024),
            new FileStream(output.TakeReadEnd(), FileAccess.Read, 64 * 1024),
            command.Grace);
    }

    /// <summary>Ends the whole group at once; a read under way then sees the end of the stream.</summary>
    public void Kill() => child.Signal(Posix.Kill);

    public void Dispose()
    {
        try
        {
            Input.Dispose();
        }
        catch (IOException)
        {
            // It is gone already and its pipe with it.
        }

        Output.Dispose();
        child.WaitFor(grace);
        child.Dispose();
    }
}
