using FleetTui.Git;
using FleetTui.Git.History;
using FleetTui.Git.Trees;

namespace FleetTui.Landing.Trains;

/// <summary>
/// Looks at a built train once more with git's own eyes, independently of how it was built, before anything is pushed. (A merge queue that did not do this silently
/// reverted two thousand changes in a day, all its indicators green.)
/// </summary>
internal static class PostConditions
{
    /// <summary>Null: all hold. Otherwise what does not, which is a bug of ours and stops the lane.</summary>
    internal static async Task<string?> ViolatedAsync(Repository repository, Train train, CancellationToken cancellation)
    {
        var touched = Touched(train);
        var commits = repository.Commits.ListAsync([train.Tip], [train.Base], cancellation);
        var difference = repository.Trees.DifferenceAsync(train.Base, train.Tip, cancellation);
        var entries = await repository.Trees.EntriesAsync(train.Tip, touched.Count > 1000 ? [] : [.. touched.Keys], cancellation).ConfigureAwait(false);
        return Commits(train, await commits.ConfigureAwait(false))
            ?? Changes(touched, await difference.ConfigureAwait(false))
            ?? Contents(touched, entries);
    }

    private static string? Commits(Train train, IReadOnlyList<CommitInfo> commits)
    {
        var expected = train.Cars.SelectMany(static c => c.Commits).ToList();
        if (commits.Count != expected.Count)
            return $"the train has {commits.Count} commits instead of {expected.Count}";
        var parent = train.Base;
        for (var i = 0; i < expected.Count; i++)
        {
            var (is_, was) = (commits[i], expected[i].Source.Commit);
            if (is_.Id != expected[i].Id)
                return $"commit {i + 1} of the train is {is_.Id} instead of {expected[i].Id}";
            if (is_.Parents.Count != 1 || is_.Parents[0] != parent)
                return $"commit {is_.Id} does not follow {parent}";
            if (is_.Author != was.Author || is_.Message.TrimEnd('\n') != was.Message.TrimEnd('\n'))
                return $"commit {is_.Id} has not the author, date or message of {was.Id}";
            parent = is_.Id;
        }

        return null;
    }

    /// <summary>Every path the train's commits touch, with the last change of it; null where a merge may have made something of its own.</summary>
    private static Dictionary<string, TreeChange?> Touched(Train train)
    {
        var touched = new Dictionary<string, TreeChange?>(StringComparer.Ordinal);
        foreach (var commit in train.Cars.SelectMany(static c => c.Commits))
        {
            foreach (var change in commit.Source.Changes.Concat(commit.ByPaths ? [] : commit.Applied))
                touched[change.Path] = commit.ByPaths && (!touched.TryGetValue(change.Path, out var before) || before is not null) ? change : null;
        }

        return touched;
    }

    private static string? Changes(Dictionary<string, TreeChange?> touched, IReadOnlyList<TreeChange> difference) =>
        difference.FirstOrDefault(d => !touched.ContainsKey(d.Path)) is { } foreign ? $"the train changes {foreign.Path}, which no slot's commit does" : null;

    private static string? Contents(Dictionary<string, TreeChange?> touched, IReadOnlyList<TreeEntry> entries)
    {
        var there = entries.Where(e => e.Type != "tree" && touched.ContainsKey(e.Path)).ToDictionary(static e => e.Path, StringComparer.Ordinal);
        foreach (var (path, last) in touched)
        {
            if (last is null)
                continue;
            var entry = there.GetValueOrDefault(path);
            var right = last.Status == 'D' ? entry is null : entry is not null && entry.Id == last.NewId && entry.Mode == last.NewMode;
            if (!right)
                return $"{path} is in the train as {entry?.Id ?? "nothing"} instead of {(last.Status == 'D' ? "nothing" : last.NewId)}, as its slot left it";
        }

        return null;
    }
}
