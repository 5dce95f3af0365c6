using FleetTui.Configuration;
using FleetTui.Processes;

namespace FleetTui.Daemon.Worktrees;

/// <summary>Runs the configured set-up commands in a new worktree, in order, until one fails. Their output is in <c>logs/setup-SLOT.log</c>.</summary>
internal sealed class WorktreeSetup(string root, string logDirectory)
{
    private const int LinesShown = 12;

    /// <summary>Null when all succeeded; else what failed, with the end of its output.</summary>
    public async Task<string?> RunAsync(SlotDefinition slot, string worktree, WorktreeSettings settings, Action<string> step, CancellationToken cancellation)
    {
        if (settings.Setup.Count == 0)
        {
            return null;
        }

        var log = Path.Combine(logDirectory, $"setup-{slot.Id}.log");
        Directory.CreateDirectory(logDirectory);
        await File.WriteAllTextAsync(log, "", cancellation);
        foreach (var line in settings.Setup)
        {
            step($"running {line}");
            var command = new Command("/bin/sh", "-c", $"exec 2>&1; {line}")
            {
                WorkingDirectory = worktree,
                Deadline = settings.SetupTimeout,
                OutputLimit = 4 << 20,
                Environment = new Dictionary<string, string?> { ["FLEET_SLOT"] = slot.Id, ["FLEET_ROOT"] = root },
            };
            var result = await command.RunAsync(cancellation);
            await File.AppendAllTextAsync(log, $"$ {line}\n{result.OutputText}\n", cancellation);
            if (!result.Succeeded)
            {
                var how = result.End is CommandEnd.TimedOut timedOut ? $"took longer than {timedOut.Deadline.TotalSeconds:0} s" : $"failed with exit code {result.ExitCode}";
                var end = string.Join('\n', result.OutputText.TrimEnd().Split('\n').TakeLast(LinesShown));
                return $"The set-up command of slot {slot.Id}'s new worktree {how}: {line} (see {log}){(end.Length == 0 ? "" : "\n\n" + end)}";
            }
        }

        return null;
    }
}
