using FleetTui.Git.Trees;

namespace FleetTui.Landing.Trains;

/// <summary>
/// What the tip of a growing train holds at the paths the train touches: the base's entries with the train's own laid over. Undoable, so that a slot that turns out not to
/// fit leaves no trace.
/// </summary>
internal sealed class TipTree
{
    private const string TreeMode = "040000";

    /// <summary>Paths not in here are not in the base either, if they were asked for when this was made.</summary>
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);

    /// <summary>How many files the train itself put below a directory.</summary>
    private readonly Dictionary<string, int> directories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> owners = new(StringComparer.Ordinal);
    private readonly Stack<(string Path, Entry? Before, string? Owner)> undo = new();
    private readonly string zeroId;

    internal TipTree(IEnumerable<TreeEntry> baseEntries, string zeroId)
    {
        this.zeroId = zeroId;
        foreach (var entry in baseEntries)
            entries[entry.Path] = new Entry(entry.Mode, entry.Id);
    }

    private readonly record struct Entry(string Mode, string Id);

    internal enum Fit
    {
        /// <summary>Every path is as the commit found it, or as it left it: its entries can be put.</summary>
        Applies,

        /// <summary>Every path is as the commit left it: there is nothing to do.</summary>
        AlreadyThere,

        /// <summary>Something else is there: only a merge can tell.</summary>
        Differs,
    }

    internal int Mark => undo.Count;

    internal Fit Try(IReadOnlyList<TreeChange> changes)
    {
        var already = 0;
        var removed = changes.Where(static c => c.Status == 'D').Select(static c => c.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            var (mode, id) = At(change.Path);
            if (mode == change.NewMode && id == change.NewId)
                already++;
            else if (mode != change.OldMode || id != change.OldId)
                return Fit.Differs;
            if (change.Status != 'D' && !HasRoomFor(change, removed))
                return Fit.Differs;
        }

        return already == changes.Count && changes.Count > 0 ? Fit.AlreadyThere : Fit.Applies;
    }

    internal void Put(IReadOnlyList<TreeChange> changes, string slot)
    {
        foreach (var change in changes)
        {
            undo.Push((change.Path, entries.TryGetValue(change.Path, out var before) ? before : null, owners.GetValueOrDefault(change.Path)));
            owners[change.Path] = slot;
            Set(change.Path, change.Status == 'D' ? null : new Entry(change.NewMode, change.NewId));
        }
    }

    internal void Undo(int mark)
    {
        while (undo.Count > mark)
        {
            var (path, before, owner) = undo.Pop();
            Set(path, before);
            if (owner is null)
                owners.Remove(path);
            else
                owners[path] = owner;
        }
    }

    /// <summary>Who in this train changed a path; null: nobody, so it is as on the target.</summary>
    internal string? OwnerOf(string path) => owners.GetValueOrDefault(path);

    private (string Mode, string Id) At(string path) => entries.TryGetValue(path, out var entry) ? (entry.Mode, entry.Id) : ("000000", zeroId);

    /// <summary>A file cannot be put where a directory is, nor below a file: fast-import would silently replace the one by the other.</summary>
    private bool HasRoomFor(TreeChange change, HashSet<string> removed)
    {
        if (directories.GetValueOrDefault(change.Path) > 0)
            return false;
        foreach (var parent in Parents(change.Path))
        {
            if (entries.TryGetValue(parent, out var entry) && entry.Mode != TreeMode && !removed.Contains(parent))
                return false;
        }

        return true;
    }

    private void Set(string path, Entry? entry)
    {
        var had = entries.TryGetValue(path, out var before) && before.Mode != TreeMode;
        if (entry is { } value)
            entries[path] = value;
        else
            entries.Remove(path);
        var has = entry is { } now && now.Mode != TreeMode;
        if (had == has)
            return;
        foreach (var parent in Parents(path))
            directories[parent] = directories.GetValueOrDefault(parent) + (has ? 1 : -1);
    }

    internal static IEnumerable<string> Parents(string path)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
            yield return path[..slash];
    }
}
