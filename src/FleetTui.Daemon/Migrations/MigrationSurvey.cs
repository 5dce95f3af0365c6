using FleetTui.Configuration;
using FleetTui.Git;
using FleetTui.Git.Running;
using FleetTui.Migrations;
using FleetTui.Migrations.Checking;

namespace FleetTui.Daemon.Migrations;

/// <summary>Looks through the target branch and every slot's worktree for migrations: landed, committed and not yet committed ones. Needs no daemon.</summary>
public sealed class MigrationSurvey(Repository repository)
{
    /// <param name="target">A reference or commit: what has landed.</param>
    /// <param name="slots">In the order in which they would land, with their worktrees (absolute). A slot without a worktree has nothing.</param>
    public async Task<MigrationInputs> LookAsync(MigrationRules rules, string target, IReadOnlyList<(SlotDefinition Slot, string Worktree)> slots, CancellationToken cancellation)
    {
        var commit = await repository.Refs.ResolveAsync(target, cancellation);
        var main = commit is null ? [] : (await repository.Trees.ListAsync(commit, rules.Directories, cancellation)).Where(entry => entry.Type == "blob").Select(entry => entry.Path).ToList();
        var landed = main.ToHashSet(StringComparer.Ordinal);
        var changes = await Task.WhenAll(slots.Where(one => Path.Exists(Path.Combine(one.Worktree, ".git"))).Select(one => ChangesAsync(rules, commit, landed, one.Slot.Id, one.Worktree, cancellation)));
        return new MigrationInputs(main, [.. changes.SelectMany(one => one)]);
    }

    private async Task<IReadOnlyList<MigrationChange>> ChangesAsync(MigrationRules rules, string? target, HashSet<string> landed, string slot, string worktree, CancellationToken cancellation)
    {
        var found = new List<MigrationChange>();
        if (target is not null)
        {
            // Since the slot left the target, and still different from it: what has landed already under other ids is no change any more.
            var own = await NamesAsync(worktree, rules, cancellation, "diff", "--name-only", "--no-renames", "-z", $"{target}...HEAD", "--");
            var differs = await NamesAsync(worktree, rules, cancellation, "diff", "--name-only", "--no-renames", "-z", target, "HEAD", "--");
            found.AddRange(own.Intersect(differs, StringComparer.Ordinal).Select(path => Change(path, committed: true)));
        }

        var edited = await NamesAsync(worktree, rules, cancellation, "diff", "--name-only", "--no-renames", "-z", "HEAD", "--");
        var untracked = await NamesAsync(worktree, rules, cancellation, "ls-files", "--others", "--exclude-standard", "-z", "--");
        found.AddRange(edited.Concat(untracked).Except(found.Select(change => change.Path), StringComparer.Ordinal).Select(path => Change(path, committed: false)));
        return [.. found.Where(change => change is not { Kind: MigrationChangeKind.Deleted } || landed.Contains(change.Path))];

        MigrationChange Change(string path, bool committed)
        {
            var kind = !File.Exists(Path.Combine(worktree, path)) ? MigrationChangeKind.Deleted : landed.Contains(path) ? MigrationChangeKind.Edited : MigrationChangeKind.Added;
            return new MigrationChange(slot, path, kind, committed);
        }
    }

    private async Task<IReadOnlyList<string>> NamesAsync(string worktree, MigrationRules rules, CancellationToken cancellation, params string[] words)
    {
        var command = GitCommand.Read(["--literal-pathspecs", .. words, .. rules.Directories.Select(directory => directory.Length == 0 ? "." : directory)]).In(worktree);
        return (await repository.Git.TextAsync(command, cancellation)).Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }
}
