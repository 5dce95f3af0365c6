namespace FleetTui.TerminalHost.Pty;

/// <summary>
/// Finds the program that a command names, as execvp(3) does but on the new program's own PATH and seen from its own working directory,
/// so that "not found" and "not executable" can be told apart and told well.
/// </summary>
internal static class CommandLookup
{
    private const int Executable = 1;
    private const string DefaultPath = "/usr/local/bin:/usr/bin:/bin";

    /// <summary>The program's path, or null and one sentence why there is none.</summary>
    public static string? Find(string command, string workingDirectory, string? path, out string reason)
    {
        reason = "";
        if (command.Contains('/', StringComparison.Ordinal))
        {
            var full = Path.Combine(workingDirectory, command);
            if (IsProgram(full)) return full;
            reason = Directory.Exists(full) ? $"{command} is a directory, not a program."
                : File.Exists(full) ? $"{command} is not executable: chmod +x it."
                : $"{command} does not exist.";
            return null;
        }

        string? notExecutable = null;
        foreach (var directory in (path ?? DefaultPath).Split(':'))
        {
            var candidate = Path.Combine(workingDirectory, directory, command);
            if (IsProgram(candidate)) return candidate;
            if (File.Exists(candidate)) notExecutable ??= candidate;
        }

        reason = notExecutable is null
            ? $"{command} was not found on PATH."
            : $"{notExecutable} is not executable: chmod +x it.";
        return null;
    }

    private static bool IsProgram(string path) => File.Exists(path) && PtyLibc.Access(path, Executable) == 0;
}
