using FleetTui.Git;
using FleetTui.Git.History;

namespace FleetTui.Landing.Slots;

/// <summary>Finds what each slot has to land, with one git for all of them.</summary>
internal static class UnlandedWork
{
    /// <param name="hasLanded">Whether the journal knows this commit of a slot to be on the target already.</param>
    internal static async Task<IReadOnlyList<SlotWork>> ReadAsync(
        Repository repository, IReadOnlyList<SlotPosition> positions, string target, Func<string, bool> hasLanded, CancellationToken cancellation)
    {
        var heads = positions.Where(static p => p.Head is not null).Select(static p => p.Head!).Distinct().ToList();
        var commits = await repository.Commits.ListAsync(heads, [target], cancellation).ConfigureAwait(false);
        var places = commits.Select(static (c, i) => (c.Id, i)).ToDictionary(static p => p.Id, static p => p.i, StringComparer.Ordinal);
        return [.. positions.Select(p => One(p, commits, places, hasLanded))];
    }

    /// <summary>
    /// The order slots land in: the one whose oldest commit is oldest first, then by number, so that nobody is overtaken for ever. (Dates only choose between slots,
    /// never the order within one.)
    /// </summary>
    internal static IReadOnlyList<SlotWork> Ordered(IEnumerable<SlotWork> work) =>
        [.. work.OrderBy(static w => w.Commits[0].Committer.At).ThenBy(static w => w.Slot.Number).ThenBy(static w => w.Slot.Id, StringComparer.Ordinal)];

    private static SlotWork One(SlotPosition position, IReadOnlyList<CommitInfo> commits, Dictionary<string, int> places, Func<string, bool> hasLanded)
    {
        var reached = new SortedSet<int>();
        var open = new Stack<string>();
        if (position.Head is not null)
            open.Push(position.Head);
        while (open.TryPop(out var id))
        {
            if (!places.TryGetValue(id, out var place) || !reached.Add(place))
                continue;
            foreach (var parent in commits[place].Parents)
                open.Push(parent);
        }

        var own = reached.Select(i => commits[i]).ToList();
        var left = own.Where(c => !hasLanded(c.Id)).ToList();
        return new SlotWork(position, left, own.Count - left.Count);
    }
}
