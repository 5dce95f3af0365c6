using System.Text;
using FleetTui.Git;
using FleetTui.Git.Running;
using FleetTui.Git.Status;
using FleetTui.Git.Worktrees;
using FleetTui.Migrations.Repair;

namespace FleetTui.Landing.Migrations;

/// <summary>
/// Renames and rewrites a slot's own migrations in its worktree: what git tracks with <c>git mv</c>, so that the rename is staged and nothing is committed; what was only
/// written by moving the file. Everything is looked at first, so that a plan is carried out whole or not at all.
/// </summary>
public sealed class WorktreeRepair(Repository repository, string worktree)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="GitException">git failed in a way nobody expects.</exception>
    public async Task<RepairResult> ApplyAsync(RepairPlan plan, bool dryRun, CancellationToken cancellation)
    {
        if (WorktreeGitDirectory.Of(worktree) is not { } gitDirectory) return new RepairResult.Refused($"There is no worktree at {worktree}.");
        var progress = OperationInProgress.Read(gitDirectory);
        if (progress.Operation is { } operation) return new RepairResult.Refused($"A {operation} is in progress in {worktree}: finish it first.");
        if (progress.IndexLocked) return new RepairResult.Refused($"Another git is working in {worktree} (index.lock): try again.");

        var renames = plan.Steps.OfType<RepairStep.Rename>().Where(step => !step.Optional || Path.Exists(Full(step.From))).ToList();
        if (Obstacle(renames) is { } obstacle) return new RepairResult.Refused(obstacle);
        var rewrites = Rewritten(plan, renames, out var problem);
        if (problem is not null) return new RepairResult.Refused(problem);
        var tracked = await ListAsync(["ls-files", "-z", "--cached"], [.. renames.Select(static step => step.From), .. rewrites.Select(static one => one.From)], cancellation).ConfigureAwait(false);
        var dirty = await ListAsync(["diff", "--name-only", "-z"], [.. rewrites.Select(static one => one.From)], cancellation).ConfigureAwait(false);

        var steps = new List<string>();
        foreach (var (from, to, _) in renames)
        {
            var known = tracked.Any(path => path == from || path.StartsWith(from + "/", StringComparison.Ordinal));
            if (!dryRun)
            {
                // Not cancellable from here: half of it is worse than all of it.
                if (known) await repository.Git.BytesAsync(Move(from, to).In(worktree), CancellationToken.None).ConfigureAwait(false);
                else if (Directory.Exists(Full(from))) Directory.Move(Full(from), Full(to));
                else File.Move(Full(from), Full(to));
            }

            steps.Add($"renamed {from} to {to}{(known ? ", staged" : "")}");
        }

        foreach (var (from, path, content, what) in rewrites)
        {
            if (!dryRun) await File.WriteAllBytesAsync(Full(path), content, CancellationToken.None).ConfigureAwait(false);
            // What the agent had not staged of that file stays its own to stage.
            var stage = tracked.Contains(from) && !dirty.Contains(from);
            if (stage && !dryRun) await repository.Git.BytesAsync(Add(path).In(worktree), CancellationToken.None).ConfigureAwait(false);
            steps.Add($"changed {what} in {path}{(stage ? ", staged" : "")}");
        }

        return new RepairResult.Done(steps);
    }

    public static GitCommand Move(string from, string to) => GitCommand.Write("mv", "--", from, to);

    public static GitCommand Add(string path) => GitCommand.Write("--literal-pathspecs", "add", "--", path);

    private string? Obstacle(List<RepairStep.Rename> renames)
    {
        var leaves = renames.Select(static step => step.From).ToHashSet(StringComparer.Ordinal);
        foreach (var (from, to, _) in renames)
        {
            if (!Path.Exists(Full(from))) return $"{from} is not there any more: look again with 'fleet migration check'.";
            if (Path.Exists(Full(to)) || leaves.Contains(to)) return $"{to} is there already, so {from} cannot be called that.";
        }

        return null;
    }

    /// <summary>Of each file that changes: what it is called now and then, its bytes then, and what changes; all from before anything is touched.</summary>
    private List<(string From, string Path, byte[] Content, string What)> Rewritten(RepairPlan plan, List<RepairStep.Rename> renames, out string? problem)
    {
        problem = null;
        var done = new List<(string From, string Path, byte[] Content, string What)>();
        foreach (var step in plan.Steps.OfType<RepairStep.Rewrite>())
        {
            var at = done.FindIndex(one => one.Path == step.Path);
            var from = Before(step.Path, renames);
            var bytes = at >= 0 ? done[at].Content : File.Exists(Full(from)) ? File.ReadAllBytes(Full(from)) : null;
            var changed = bytes is null ? null : Changed(bytes, step.Change);
            if (changed is not null && at >= 0) done[at] = (from, step.Path, changed, $"{done[at].What} and {step.What}");
            else if (changed is not null) done.Add((from, step.Path, changed, step.What));
            else if (!step.Optional) problem ??= $"{from} does not say {step.What} as expected, or is not UTF-8: nothing was changed; mend it by hand.";
        }

        return done;
    }

    private static byte[]? Changed(byte[] bytes, Func<string, string?> change)
    {
        var mark = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        try
        {
            return change(Strict.GetString(bytes, mark, bytes.Length - mark)) is { } text ? [.. bytes.AsSpan(0, mark), .. Strict.GetBytes(text)] : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Before(string path, List<RepairStep.Rename> renames)
    {
        foreach (var (from, to, _) in renames)
        {
            if (path == to) return from;
            if (path.StartsWith(to + "/", StringComparison.Ordinal)) return from + path[to.Length..];
        }

        return path;
    }

    private async Task<HashSet<string>> ListAsync(IReadOnlyList<string> words, IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        if (paths.Count == 0) return [];
        var text = await repository.Git.TextAsync(GitCommand.Read(["--literal-pathspecs", .. words, "--", .. paths]).In(worktree), cancellation).ConfigureAwait(false);
        return [.. text.Split('\0', StringSplitOptions.RemoveEmptyEntries)];
    }

    private string Full(string path) => Path.Combine(worktree, path);
}
