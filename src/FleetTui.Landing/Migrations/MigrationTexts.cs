using System.Text;
using FleetTui.Git;
using FleetTui.Migrations;
using FleetTui.Migrations.Checking;

namespace FleetTui.Landing.Migrations;

/// <summary>Reads what stands in those migrations whose grammar looks into them; for most tools that is nothing, and no git is run.</summary>
public sealed class MigrationTexts(Repository repository, MigrationRules rules)
{
    /// <summary>Larger than any migration a person or a tool writes; of a larger file nothing is read. Bytes.</summary>
    private const int Most = 4 << 20;

    /// <param name="onMain">Path → blob.</param>
    /// <param name="slots">Where files that are only written are found.</param>
    public Task<IReadOnlyDictionary<(string Slot, string Path), string>> ReadAsync(
        IReadOnlyDictionary<string, string> onMain, IReadOnlyList<MigrationChange> changes, IReadOnlyList<SlotWorktree> slots, CancellationToken cancellation)
    {
        var worktrees = slots.ToDictionary(static slot => slot.Slot, static slot => slot.Path, StringComparer.Ordinal);
        return ReadAsync(onMain, changes, change => change.Committed ? change.Blob : null, change => worktrees.GetValueOrDefault(change.Slot), cancellation);
    }

    /// <param name="aboard">Path → blob on the train's tip, which every change is part of.</param>
    public Task<IReadOnlyDictionary<(string Slot, string Path), string>> ReadAsync(
        IReadOnlyDictionary<string, string> onMain, IReadOnlyList<MigrationChange> changes, IReadOnlyDictionary<string, string> aboard, IReadOnlyList<SlotWorktree> ashore, CancellationToken cancellation)
    {
        var worktrees = ashore.ToDictionary(static slot => slot.Slot, static slot => slot.Path, StringComparer.Ordinal);
        return ReadAsync(onMain, changes, change => worktrees.ContainsKey(change.Slot) ? change.Blob : aboard.GetValueOrDefault(change.Path), change => worktrees.GetValueOrDefault(change.Slot), cancellation);
    }

    private async Task<IReadOnlyDictionary<(string Slot, string Path), string>> ReadAsync(
        IReadOnlyDictionary<string, string> onMain, IReadOnlyList<MigrationChange> changes, Func<MigrationChange, string?> blob, Func<MigrationChange, string?> worktree, CancellationToken cancellation)
    {
        var texts = new Dictionary<(string, string), string>();
        var blobs = new List<((string, string) Key, string Id)>();
        foreach (var (path, id) in onMain)
            if (Looks(path)) blobs.Add((("", path), id));
        foreach (var change in changes.Where(change => change.Kind != MigrationChangeKind.Deleted && Looks(change.Path)))
        {
            if (blob(change) is { } id) blobs.Add(((change.Slot, change.Path), id));
            else if (worktree(change) is { } directory && Written(Path.Combine(directory, change.Path)) is { } text) texts[(change.Slot, change.Path)] = text;
        }

        if (blobs.Count == 0) return texts;
        var contents = await repository.Objects.ContentsAsync([.. blobs.Select(static one => one.Id)], cancellation).ConfigureAwait(false);
        foreach (var ((key, _), content) in blobs.Zip(contents))
            if (content is { Length: <= Most } bytes) texts[key] = Encoding.UTF8.GetString(bytes.Span);
        return texts;
    }

    private bool Looks(string path) => rules.Locate(path) is var (_, relative) && rules.Grammar.LooksInto(relative);

    /// <summary>Null when it is gone meanwhile, or no file to be read.</summary>
    private static string? Written(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, LinkTarget: null, Length: <= Most } ? File.ReadAllText(path) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
