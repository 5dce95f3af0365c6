namespace FleetTui.Cli.CommandLine;

/// <summary>What a user sees of a bug: one line and where the rest is. <c>FLEET_DEBUG=1</c> prints the rest at once.</summary>
internal static class BugReport
{
    /// <summary>Asked before a verb runs: the demo changes the environment under it.</summary>
    public static string LogFile(CliContext context)
    {
        var state = context.Environment("XDG_STATE_HOME") is { Length: > 0 } set
            ? set
            : Path.Combine(context.Environment("HOME") ?? "/tmp", ".local", "state");
        return Path.Combine(state, "fleet", "bugs.log");
    }

    public static async Task TellAsync(Exception bug, string[] args, string log, CliContext context)
    {
        if (context.Environment("FLEET_DEBUG") == "1")
        {
            await context.Error.WriteLineAsync(bug.ToString());
            return;
        }

        var where = Write(bug, args, log, context) ? $"the details are in {log}" : "run it again with FLEET_DEBUG=1 to see where";
        await context.Error.WriteLineAsync($"fleet: this is a bug in fleet: {FirstLine(bug.Message)}; {where}");
    }

    private static bool Write(Exception bug, string[] args, string log, CliContext context)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(log)!);
            var verb = args.Length == 0 ? "" : args[0];
            File.AppendAllText(log, $"{context.Time.GetUtcNow():O} fleet {verb} in {context.Directory}\n{bug}\n\n");
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string FirstLine(string message) => message.Split('\n', 2)[0].TrimEnd('\r', '.');
}
