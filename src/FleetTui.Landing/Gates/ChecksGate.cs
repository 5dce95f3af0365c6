using System.Globalization;
using System.Text;
using FleetTui.Git;
using FleetTui.Processes;

namespace FleetTui.Landing.Gates;

/// <summary>
/// Runs the user's own commands (<c>landing.checks</c>) on the tip of the train, one after another, in a worktree made for it and removed afterwards.
/// What they print is kept. Nobody knows yet whose fault a failure is: with several slots in the train the finding names none, and the train is halved.
/// </summary>
/// <param name="directory">Absolute; the worktree and the logs live here.</param>
public sealed class ChecksGate(GateRules rules, string directory) : IGate
{
    private const int MostLogs = 20;
    private const int LinesTold = 8;

    public string Name => "checks";

    public async Task<IReadOnlyList<GateFinding>> CheckAsync(TrainView train, CancellationToken cancellation)
    {
        var checks = rules.Landing.Checks;
        if (checks.Count == 0) return [];

        Directory.CreateDirectory(directory);
        var worktree = Path.Combine(directory, "tree");
        if (Directory.Exists(worktree)) await GiveBackAsync(train.Repository, worktree).ConfigureAwait(false); // left by a killed daemon
        if (await train.Repository.Worktrees.AddDetachedAsync(worktree, train.Tip, cancellation).ConfigureAwait(false) is { } problem)
            return [Finding(train, $"The checks cannot run: {problem}")];
        try
        {
            return await RunAsync(train, checks, worktree, cancellation).ConfigureAwait(false);
        }
        finally
        {
            await GiveBackAsync(train.Repository, worktree).ConfigureAwait(false);
            ForgetOldLogs();
        }
    }

    private async Task<IReadOnlyList<GateFinding>> RunAsync(TrainView train, IReadOnlyList<string> checks, string worktree, CancellationToken cancellation)
    {
        var log = Path.Combine(directory, train.Tip[..12] + ".log");
        await using var output = File.Create(log);
        for (var i = 0; i < checks.Count; i++)
        {
            var check = checks[i];
            train.Step($"{Name} {i + 1}/{checks.Count}: {check}");
            var result = await Command(check, worktree, train).RunAsync(cancellation).ConfigureAwait(false);
            await output.WriteAsync(Encoding.UTF8.GetBytes($"$ {check}\n"), cancellation).ConfigureAwait(false);
            await output.WriteAsync(result.Output, cancellation).ConfigureAwait(false);
            await output.WriteAsync(Encoding.UTF8.GetBytes($"(it {Ended(result)})\n"), cancellation).ConfigureAwait(false);
            if (!result.Succeeded) return [Finding(train, $"The check \"{check}\" {Ended(result)}: {Last(result)} (all of it in {log})") with { Fix = $"run it in the worktree until it passes, and commit: {check}" }];
        }

        return [];
    }

    private Command Command(string check, string worktree, TrainView train) => new("sh", "-c", $"exec 2>&1\n{check}")
    {
        WorkingDirectory = worktree,
        Deadline = rules.Landing.CheckTimeout,
        Environment = new Dictionary<string, string?>
        {
            ["FLEET_BASE"] = train.Base,
            ["FLEET_TIP"] = train.Tip,
            ["FLEET_SLOTS"] = string.Join(' ', train.Slots.Select(slot => slot.Slot.Id)),
            // A daemon started from a hook would point its children's git at the wrong repository.
            ["GIT_DIR"] = null,
            ["GIT_WORK_TREE"] = null,
            ["GIT_INDEX_FILE"] = null,
        },
    };

    private static GateFinding Finding(TrainView train, string reason) =>
        new(train.Slots is [var only] ? only.Slot.Id : null, reason, []);

    private static string Ended(CommandResult result) => result.End switch
    {
        CommandEnd.Exited exited => string.Create(CultureInfo.InvariantCulture, $"ended with {exited.Code}"),
        CommandEnd.TimedOut late => string.Create(CultureInfo.InvariantCulture, $"took longer than {late.Deadline.TotalSeconds:0.#} s"),
        CommandEnd.Signalled signalled => string.Create(CultureInfo.InvariantCulture, $"was ended by signal {signalled.Signal}"),
        _ => "did not start",
    };

    private static string Last(CommandResult result)
    {
        var lines = result.OutputText.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length > 0 ? string.Join(" | ", lines.TakeLast(LinesTold)) : result.End is CommandEnd.NotStarted ? result.ErrorText : "it printed nothing";
    }

    /// <summary>Not cancellable: what was made is taken away again.</summary>
    private static async Task GiveBackAsync(Repository repository, string worktree)
    {
        if (await repository.Worktrees.RemoveDetachedAsync(worktree, CancellationToken.None).ConfigureAwait(false)) return;
        // git knows nothing of it; it is ours all the same.
        if (Directory.Exists(worktree)) Directory.Delete(worktree, recursive: true);
    }

    private void ForgetOldLogs()
    {
        foreach (var old in new DirectoryInfo(directory).GetFiles("*.log").OrderByDescending(file => file.LastWriteTimeUtc).Skip(MostLogs)) old.Delete();
    }
}
