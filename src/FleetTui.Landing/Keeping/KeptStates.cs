using FleetTui.Git;
using FleetTui.Git.Refs;

namespace FleetTui.Landing.Keeping;

/// <summary>The pinned states in the repository. They are references, so that no garbage collection takes what they hold, and any git can read them.</summary>
internal static class KeptStates
{
    /// <summary>Newest first.</summary>
    internal static async Task<IReadOnlyList<KeptState>> ListAsync(Repository repository, CancellationToken cancellation) =>
    [
        .. (await repository.Refs.ListAsync([KeptState.Prefix], cancellation).ConfigureAwait(false))
            .Select(static pair => KeptState.Parse(pair.Key, pair.Value)).OfType<KeptState>().OrderByDescending(static kept => kept.At).ThenBy(static kept => kept.Slot, StringComparer.Ordinal),
    ];

    internal static Task<bool> PinAsync(Repository repository, KeptState kept, CancellationToken cancellation) =>
        repository.Refs.TryChangeAsync([new RefChange(kept.Reference, kept.Commit, null)], cancellation);

    internal static Task<bool> DropAsync(Repository repository, IReadOnlyList<KeptState> kept, CancellationToken cancellation) =>
        repository.Refs.TryChangeAsync([.. kept.Select(static one => new RefChange(one.Reference, null, one.Commit))], cancellation);

    /// <summary>The commits of a state, parents first, whose change none of <paramref name="tips"/> has: neither the commit itself, nor as what it landed as, nor the same patch.</summary>
    internal static async Task<IReadOnlyList<string>> MissingAsync(Repository repository, string state, IReadOnlyList<string> tips, Func<string, bool> hasLanded, CancellationToken cancellation)
    {
        var missing = (await repository.Commits.IdsAsync([state], tips, cancellation).ConfigureAwait(false)).Where(id => !hasLanded(id)).ToList();
        foreach (var tip in tips)
        {
            if (missing.Count == 0)
                break;
            var unlike = (await repository.Commits.UnlikeAsync(tip, state, cancellation).ConfigureAwait(false)).ToHashSet(StringComparer.Ordinal);
            missing.RemoveAll(id => !unlike.Contains(id));
        }

        return missing;
    }
}
