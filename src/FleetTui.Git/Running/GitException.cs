using FleetTui.Processes;

namespace FleetTui.Git.Running;

/// <summary>
/// git did what none of its documented answers to this question covers: disk full, damaged repository, deadline. Expected answers are values of the method that asked;
/// who runs a longer piece of work catches this once, at its edge.
/// </summary>
public sealed class GitException(string command, CommandResult result)
    : Exception($"{command} failed: {Reason(result)}")
{
    public CommandResult Result { get; } = result;

    /// <summary>Whether the file system is full: nothing that writes will work until the user makes room.</summary>
    public bool DiskFull => Result.ErrorText.Contains("No space left on device", StringComparison.Ordinal);

    public static string Reason(CommandResult result)
    {
        if (result.End is CommandEnd.TimedOut timedOut)
            return $"no answer within {timedOut.Deadline.TotalSeconds:0} s";
        var lines = result.ErrorText.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var telling = lines.FirstOrDefault(static l => l.StartsWith("fatal: ", StringComparison.Ordinal) || l.StartsWith("error: ", StringComparison.Ordinal))
            ?? lines.LastOrDefault();
        return telling is null ? $"exit code {result.ExitCode}" : telling[(telling.IndexOf(": ", StringComparison.Ordinal) is var at and > 0 and < 6 ? at + 2 : 0)..];
    }
}
