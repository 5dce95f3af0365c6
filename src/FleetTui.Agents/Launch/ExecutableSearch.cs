namespace FleetTui.Agents.Launch;

/// <summary>Finds a program as execvp(3) does: a name with a slash is a path, any other is looked for along PATH.</summary>
public static class ExecutableSearch
{
    private const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>The program's path, or null. Relative entries count from <paramref name="directory"/>.</summary>
    public static string? Find(string program, string path, string directory)
    {
        if (program.Contains('/', StringComparison.Ordinal))
        {
            return Runs(Path.Combine(directory, program));
        }

        foreach (var entry in path.Split(':'))
        {
            if (Runs(Path.Combine(directory, entry, program)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static string? Runs(string file) => File.Exists(file) && (File.GetUnixFileMode(file) & AnyExecute) != 0 ? file : null;
}
