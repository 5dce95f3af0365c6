using System.Diagnostics;
using System.Globalization;
using FleetTui.Testing;

namespace FleetTui.LandingSoak;

/// <summary>Starts the lane's process and kills it with SIGKILL at a random moment.</summary>
internal static class LaneDeath
{
    private const int MostCommands = 50, MostRecords = 3, MostMilliseconds = 700;

    private const string CountingGit = """
        #!/bin/sh
        n=$(cat "$FLEET_SOAK_COUNT" 2>/dev/null || echo 0)
        n=$((n + 1))
        echo $n >"$FLEET_SOAK_COUNT"
        if [ "$n" = "$FLEET_SOAK_AT" ]; then
            [ "$FLEET_SOAK_WHEN" = before ] || git "$@"
            kill -9 "$FLEET_SOAK_LANE"
            exit 1
        fi
        exec git "$@"
        """;

    internal static async Task OnceAsync(GitSandbox sandbox, int slots, Random random, SoakCounts counts)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "FleetTui.LandingSoak"), ["lane", sandbox.Path, slots.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = sandbox.Path,
        };
        var git = Path.Combine(sandbox.Path, "counting-git");
        var count = Path.Combine(sandbox.Path, "count");
        await File.WriteAllTextAsync(git, CountingGit);
        File.SetUnixFileMode(git, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.Delete(count);
        var (kind, number, wait) = (random.Next(5), random.Next(1, MostCommands), random.Next(MostMilliseconds));
        start.Environment["FLEET_SOAK_COUNT"] = count;
        start.Environment["FLEET_SOAK_AT"] = kind < 2 ? number.ToString(CultureInfo.InvariantCulture) : "0";
        start.Environment["FLEET_SOAK_WHEN"] = kind == 0 ? "before" : "after";
        start.Environment[LaneProcess.Git] = git;
        start.Environment[LaneProcess.DieAtRecord] = kind == 2 ? (1 + (number % MostRecords)).ToString(CultureInfo.InvariantCulture) : "0";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadLineAsync();
        if (kind >= 3)
        {
            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(wait));
            process.Kill(entireProcessTree: kind == 4);
        }

        await process.WaitForExitAsync();
        const int Killed = 128 + 9;
        if (process.ExitCode is not (0 or Killed))
            throw new InvalidOperationException($"The lane ended with {process.ExitCode}: {await errors}");
        var name = process.ExitCode == 0 ? "came too late" : kind switch { 0 => "before a git command", 1 => "after a git command", 2 => "after a journal record", 3 => "any time", _ => "any time with its gits" };
        counts.Deaths[name] = counts.Deaths.GetValueOrDefault(name) + 1;
    }

    /// <summary>Until the gits that a dead lane left have ended. False: they did not.</summary>
    internal static async Task<bool> OrphansEndAsync(string world)
    {
        for (var i = 0; i < 600; i++)
        {
            if (!Directory.EnumerateDirectories("/proc").Any(process => IsOf(process, world)))
                return true;
            await Task.Delay(20);
        }

        return false;
    }

    private static bool IsOf(string process, string world)
    {
        try
        {
            return char.IsAsciiDigit(Path.GetFileName(process)[0]) && File.ReadAllText(Path.Combine(process, "environ")).Contains("FLEET_SOAK_COUNT=" + world + "/", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
