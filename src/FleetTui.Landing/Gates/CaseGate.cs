namespace FleetTui.Landing.Gates;

/// <summary>
/// Holds a slot that adds a path which differs from another of the train's tree only in case, in any of its parts: on Windows and macOS one of
/// them could not be checked out. Of two slots the later is held; what is on main already is left alone.
/// </summary>
public sealed class CaseGate : IGate
{
    public string Name => "case";

    public async Task<IReadOnlyList<GateFinding>> CheckAsync(TrainView train, CancellationToken cancellation)
    {
        var added = (from slot in train.Slots
                     from path in slot.Commits.SelectMany(commit => commit.Changes).Where(change => change.Status == 'A').Select(change => change.Path).Distinct(StringComparer.Ordinal)
                     select (Slot: slot.Slot.Id, Path: path)).ToList();
        if (added.Count == 0) return [];

        // Only the directories that got something new can hold a new collision: their names, not the whole tree.
        var directories = added.SelectMany(one => Ancestors(one.Path)).Distinct(StringComparer.Ordinal).ToList();
        var names = await train.Repository.Trees.NamesAsync(train.Tip, directories, cancellation).ConfigureAwait(false);
        var twins = names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.OrdinalIgnoreCase);
        if (twins.Count == 0) return [];

        var before = (await train.Repository.Trees.NamesAsync(train.Base, directories, cancellation).ConfigureAwait(false)).ToHashSet(StringComparer.Ordinal);
        var told = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var findings = new List<GateFinding>();
        foreach (var (slot, path) in added.AsEnumerable().Reverse())
        {
            var name = Ancestors(path).Select(directory => path[..NextSlash(path, directory)]).FirstOrDefault(part => twins.ContainsKey(part) && !before.Contains(part));
            if (name is null || !told.Add(name)) continue;
            var other = twins[name].First(twin => twin != name);
            findings.Add(new(slot, $"{path} differs from {other} only in case{Owner(other)}: rename it, or write it as the other is.", [path, other]) { Fix = "rename it, or write it as the other is" });

            string Owner(string twin) => added.FirstOrDefault(one => one.Slot != slot && (one.Path == twin || one.Path.StartsWith(twin + "/", StringComparison.Ordinal))) is { Slot: { } owner } ? $" ({owner} adds it too)" : "";
        }

        findings.Reverse();
        return findings;
    }

    /// <summary>Every directory above a path, the root ("") first.</summary>
    private static IEnumerable<string> Ancestors(string path)
    {
        yield return "";
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = path.IndexOf('/', slash + 1)) yield return path[..slash];
    }

    private static int NextSlash(string path, string directory)
    {
        var from = directory.Length == 0 ? 0 : directory.Length + 1;
        return path.IndexOf('/', from) is >= 0 and var slash ? slash : path.Length;
    }
}
