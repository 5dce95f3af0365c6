using FleetTui.Git;
using FleetTui.Migrations;
using FleetTui.Migrations.Checking;

namespace FleetTui.Landing.Migrations;

/// <summary>Reads from git what <see cref="MigrationCheck"/> looks at: main's migrations, and what slots have committed or only written since.</summary>
public sealed class MigrationFiles(Repository repository, MigrationRules rules)
{
    /// <summary>Everything for a check of the whole fleet.</summary>
    /// <param name="main">The newest known commit of the target branch, or a reference to it; while there is none every file is new.</param>
    /// <param name="slots">In the fleet's order. One without a worktree has nothing.</param>
    public async Task<MigrationInputs> CollectAsync(string main, IReadOnlyList<SlotWorktree> slots, IReadOnlyList<ReservedVersion> reserved, CancellationToken cancellation)
    {
        if (rules.Directories.Count == 0) return new([], [], reserved);
        var commit = await repository.Refs.ResolveAsync(main, cancellation).ConfigureAwait(false);
        var files = commit is null ? new Dictionary<string, string>() : await OfAsync(commit, cancellation).ConfigureAwait(false);
        var changes = await UnlandedAsync(files, commit ?? main, slots, cancellation).ConfigureAwait(false);
        return new([.. files.Keys], changes, reserved) { Texts = await new MigrationTexts(repository, rules).ReadAsync(files, changes, slots, cancellation).ConfigureAwait(false) };
    }

    /// <summary>Path → blob of every file under the migrations' directories.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(string commit, CancellationToken cancellation)
    {
        var entries = await repository.Trees.FilesAsync(commit, Paths, cancellation).ConfigureAwait(false);
        return entries.ToDictionary(entry => entry.Path, entry => entry.Id, StringComparer.Ordinal);
    }

    /// <summary>What slots did that main has not: all commits first, then all files that are only written, so that of two that collide the committed one stays.</summary>
    public async Task<IReadOnlyList<MigrationChange>> UnlandedAsync(IReadOnlyDictionary<string, string> onMain, string main, IReadOnlyList<SlotWorktree> slots, CancellationToken cancellation)
    {
        var each = await Task.WhenAll(slots.Select(slot => OfSlotAsync(onMain, main, slot, cancellation))).ConfigureAwait(false);
        var changes = each.SelectMany(list => list).ToList();
        return [.. changes.Where(change => change.Committed), .. changes.Where(change => !change.Committed)];
    }

    private bool Looks(string path) => rules.Locate(path) is var (_, relative) && rules.Grammar.LooksInto(relative);

    private IReadOnlyList<string> Paths => [.. rules.Directories.Where(directory => directory.Length > 0)];

    private async Task<IReadOnlyList<MigrationChange>> OfSlotAsync(IReadOnlyDictionary<string, string> onMain, string main, SlotWorktree slot, CancellationToken cancellation)
    {
        var committed = await repository.Trees.SinceForkAsync(main, slot.Path, Paths, cancellation).ConfigureAwait(false);
        var written = await repository.Status.ChangesUnderAsync(slot.Path, Paths, cancellation).ConfigureAwait(false);
        var changes = new Dictionary<string, MigrationChange>(StringComparer.Ordinal);
        foreach (var change in committed)
        {
            var landed = onMain.GetValueOrDefault(change.Path);
            var gone = change.Status == 'D';
            // Landed meanwhile, by whichever commit: the slot only has not moved on yet.
            if (gone ? landed is null : landed == change.NewId) continue;
            Put(change.Path, landed is null ? MigrationChangeKind.Added : gone ? MigrationChangeKind.Deleted : MigrationChangeKind.Edited, isCommitted: true, Looks(change.Path) ? change.NewId : null);
        }

        foreach (var change in written)
        {
            if (change.From is { } from) Written(from, gone: true);
            Written(change.Path, change.Index == 'D' || change.Worktree == 'D');
        }

        return [.. changes.Values];

        void Written(string path, bool gone)
        {
            var landed = onMain.ContainsKey(path);
            if (gone && !landed) changes.Remove(path);
            else if (gone || landed || !changes.ContainsKey(path)) Put(path, gone ? MigrationChangeKind.Deleted : landed ? MigrationChangeKind.Edited : MigrationChangeKind.Added, isCommitted: false);
        }

        void Put(string path, MigrationChangeKind kind, bool isCommitted, string? blob = null) => changes[path] = new(slot.Slot, path, kind, isCommitted, blob);
    }
}
