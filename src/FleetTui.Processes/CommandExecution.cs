using FleetTui.Processes.Native;

namespace FleetTui.Processes;

/// <summary>Runs a <see cref="Command"/> to its end.</summary>
public static class CommandExecution
{
    /// <summary>Runs the command and collects what it prints.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the child's whole group is gone by then.</exception>
    public static Task<CommandResult> RunAsync(this Command command, CancellationToken cancellation = default) =>
        RunAsync(command, line: null, cancellation);

    /// <summary>As <see cref="RunAsync(Command, CancellationToken)"/>, and calls <paramref name="line"/> for each line of standard output as it comes (without its end, UTF-8), on the reading thread.</summary>
    public static Task<CommandResult> RunAsync(this Command command, Action<string>? line, CancellationToken cancellation = default)
    {
        if (cancellation.IsCancellationRequested)
            return Task.FromCanceled<CommandResult>(cancellation);
        var completion = new TaskCompletionSource<CommandResult>(TaskCreationOptions.RunContinuationsAsynchronously);

        // A thread of its own rather than one of the pool's: it blocks in poll(2) as long as the child lives, and a dozen
        // fetches on a two-core machine would starve the pool. Creating one costs about a tenth of a git.
        var thread = new Thread(() =>
        {
            try
            {
                completion.SetResult(Run(command, line, cancellation));
            }
            catch (OperationCanceledException)
            {
                completion.SetCanceled(cancellation);
            }
            catch (Exception e)
            {
                completion.SetException(e);
            }
        }, maxStackSize: 512 * 1024)
        {
            IsBackground = true,
            Name = command.Executable,
        };
        thread.Start();
        return completion.Task;
    }

    /// <summary>The same on the calling thread.</summary>
    public static CommandResult Run(this Command command, CancellationToken cancellation = default) => Run(command, line: null, cancellation);

    private static CommandResult Run(Command command, Action<string>? line, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var output = Pipe.Create();
        using var error = Pipe.Create();
        using var input = command.Input.IsEmpty ? null : Pipe.Create();
        var spawned = Spawn.Start(command, input?.ReadEnd ?? -1, output.WriteEnd, error.WriteEnd);
        if (spawned.Problem is { } problem)
            return new CommandResult(new CommandEnd.NotStarted(problem), default, default, false);

        output.CloseWriteEnd();
        error.CloseWriteEnd();
        input?.CloseReadEnd();
        using var child = new Child(spawned.Pid);
        return new ChildLoop(command, child, input, output, error, line).Run(cancellation);
    }
}
