using FleetTui.Git;
using FleetTui.Migrations;
using FleetTui.Migrations.Checking;

namespace FleetTui.Landing.Migrations;

/// <summary>What one branch does to the migrations of another, for a check without a fleet: in CI, before a push.</summary>
/// <param name="slot">Who the branch is in messages.</param>
public sealed class BranchMigrations(Repository repository, MigrationRules rules, string slot)
{
    /// <summary>What HEAD has that the base has not, and what is only written in the worktree.</summary>
    /// <param name="onto">A commit; what it has counts as landed.</param>
    /// <param name="worktree">Absolute.</param>
    public Task<MigrationInputs> OfWorktreeAsync(string onto, string worktree, CancellationToken cancellation) =>
        new MigrationFiles(repository, rules).CollectAsync(onto, [new SlotWorktree(slot, worktree)], [], cancellation);

    /// <summary>What a commit has that the base has not.</summary>
    /// <param name="fork">Where the two parted.</param>
    public async Task<MigrationInputs> OfCommitAsync(string onto, string fork, string head, CancellationToken cancellation)
    {
        var files = await new MigrationFiles(repository, rules).OfAsync(onto, cancellation).ConfigureAwait(false);
        var changes = new List<MigrationChange>();
        foreach (var change in await repository.Trees.DifferenceAsync(fork, head, cancellation).ConfigureAwait(false))
        {
            if (rules.Locate(change.Path) is not var (_, relative)) continue;
            var landed = files.GetValueOrDefault(change.Path);
            var gone = change.Status == 'D';
            if (gone ? landed is null : landed == change.NewId) continue;
            changes.Add(new(slot, change.Path, landed is null ? MigrationChangeKind.Added : gone ? MigrationChangeKind.Deleted : MigrationChangeKind.Edited, Committed: true, rules.Grammar.LooksInto(relative) ? change.NewId : null));
        }

        return new([.. files.Keys], changes) { Texts = await new MigrationTexts(repository, rules).ReadAsync(files, changes, [], cancellation).ConfigureAwait(false) };
    }
}
