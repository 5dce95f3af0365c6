using FleetTui.Processes.Native;

namespace FleetTui.Processes;

/// <summary>A program that goes on without us: the daemon, the terminal host. Own session, standard input from <c>/dev/null</c>, output appended to a log file (made 0600).</summary>
public sealed class DetachedProcess
{
    private DetachedProcess(int pid, Task<CommandEnd> ended)
    {
        Pid = pid;
        Ended = ended;
    }

    public int Pid { get; }

    /// <summary>Completes when it ends while we still live; a program that dies at once is noticed by this.</summary>
    public Task<CommandEnd> Ended { get; }

    /// <exception cref="InvalidOperationException">It could not be started; the message is a sentence for the user.</exception>
    public static DetachedProcess Start(Command command, string logFile)
    {
        if (Path.GetDirectoryName(logFile) is { Length: > 0 } directory)
            Directory.CreateDirectory(directory);
        var spawned = Spawn.Start(command, -1, -1, -1, logFile);
        if (spawned.Problem is { } problem)
            throw new InvalidOperationException(problem);

        var completion = new TaskCompletionSource<CommandEnd>(TaskCreationOptions.RunContinuationsAsynchronously);
        var child = new Child(spawned.Pid);

        // Someone must reap it if it ends before us. Never disposed before its end: that would kill it.
        new Thread(() =>
        {
            var end = child.Reap(wait: true)!;
            child.Dispose();
            completion.SetResult(end);
        }, maxStackSize: 128 * 1024)
        {
            IsBackground = true,
            Name = "reap " + command.Executable,
        }.Start();
        return new DetachedProcess(spawned.Pid, completion.Task);
    }
}
