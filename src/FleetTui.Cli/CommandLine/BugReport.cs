namespace FleetTui.Cli.CommandLine;

/// <summary>What a user sees of a bug: one line and where the rest is. <c>FLEET_DEBUG=1</c> prints the rest at once.</summary>
internal static class BugReport
{
    public static async Task TellAsync(Exception bug, string[] args, CliContext context)
    {
        if (context.Environment("FLEET_DEBUG") == "1")
        {
            await context.Error.WriteLineAsync(bug.ToString());
            return;
        }

        var log = Write(bug, args, context);
        var where = log is null ? "run it again with FLEET_DEBUG=1 to see where" : $"the details are in {log}";
        await context.Error.WriteLineAsync($"fleet: this is a bug in fleet: {FirstLine(bug.Message)}; {where}");
    }

    /// <summary>The log's path, or null when it could not be written.</summary>
    private static string? Write(Exception bug, string[] args, CliContext context)
    {
        var state = context.Environment("XDG_STATE_HOME") is { Length: > 0 } set
            ? set
            : Path.Combine(context.Environment("HOME") ?? "/tmp", ".local", "state");
        var path = Path.Combine(state, "fleet", "bugs.log");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var verb = args.Length == 0 ? "" : args[0];
            File.AppendAllText(path, $"{context.Time.GetUtcNow():O} fleet {verb} in {context.Directory}\n{bug}\n\n");
            return path;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string FirstLine(string message) => message.Split('\n', 2)[0].TrimEnd('\r', '.');
}
