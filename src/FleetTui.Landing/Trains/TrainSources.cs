using FleetTui.Git;
using FleetTui.Git.Building;
using FleetTui.Landing.Slots;

namespace FleetTui.Landing.Trains;

/// <summary>Reads everything about the commits of a train with three git processes, however many there are.</summary>
internal static class TrainSources
{
    /// <summary>Beyond this many paths listing the whole tree is cheaper than naming them.</summary>
    private const int MostPathsByName = 1000;

    internal static async Task<IReadOnlyDictionary<string, SourceCommit>> ReadAsync(Repository repository, IReadOnlyList<SlotWork> work, CancellationToken cancellation)
    {
        var commits = work.SelectMany(static w => w.Commits).DistinctBy(static c => c.Id).ToList();
        var ids = commits.Select(static c => c.Id).ToList();
        var changes = repository.Trees.ChangesAsync(ids, cancellation);
        var contents = await repository.Objects.ContentsAsync(ids, cancellation).ConfigureAwait(false);
        var byId = await changes.ConfigureAwait(false);
        return commits.Select((c, i) => new SourceCommit(c, CommitObject.Parse(contents[i] ?? default), byId[c.Id])).ToDictionary(static s => s.Commit.Id, StringComparer.Ordinal);
    }

    /// <summary>What the base holds at every path the commits touch, and at the directories above them.</summary>
    internal static async Task<TipTree> TipAsync(Repository repository, string @base, IEnumerable<SourceCommit> sources, CancellationToken cancellation)
    {
        var paths = sources.SelectMany(static s => s.Changes).Select(static c => c.Path).Distinct(StringComparer.Ordinal).ToList();
        var wanted = paths.Concat(paths.SelectMany(TipTree.Parents)).ToHashSet(StringComparer.Ordinal);
        if (wanted.Count == 0)
            return new TipTree([], repository.ZeroId);
        var entries = await repository.Trees.EntriesAsync(@base, wanted.Count > MostPathsByName ? [] : [.. wanted], cancellation).ConfigureAwait(false);
        return new TipTree(entries.Where(e => wanted.Contains(e.Path)), repository.ZeroId);
    }
}
