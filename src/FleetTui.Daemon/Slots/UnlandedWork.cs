using FleetTui.Configuration;
using FleetTui.Git;

namespace FleetTui.Daemon.Slots;

/// <summary>What would be forgotten with a slot: looked at now, not as it was last seen.</summary>
/// <param name="place">A slot's worktree, absolute.</param>
/// <param name="target">The reference that slots land on, in full, and its name for people.</param>
internal sealed class UnlandedWork(Repository repository, Func<SlotDefinition, string> place, Func<(string Reference, string Name)> target)
{
    /// <summary>Half a sentence; null when it holds nothing.</summary>
    /// <exception cref="Git.Running.GitException">git cannot tell.</exception>
    public async Task<string?> OfAsync(SlotDefinition slot, CancellationToken cancellation)
    {
        var (reference, name) = target();
        var onto = await repository.Refs.ResolveAsync(reference, cancellation);
        var tips = new HashSet<string>(StringComparer.Ordinal);
        if (await repository.Refs.ResolveAsync($"refs/heads/{slot.Branch}", cancellation) is { } tip)
        {
            tips.Add(tip);
        }

        if (await repository.Status.ReadAsync(place(slot), null, cancellation) is { } status)
        {
            if (!status.IsClean)
            {
                return $"{slot.Worktree} has {status.Changes.Count} {(status.Changes.Count == 1 ? "file" : "files")} that {(status.Changes.Count == 1 ? "is" : "are")} not committed";
            }

            if (status.Progress.Operation is { } operation)
            {
                return $"a {operation} is under way in {slot.Worktree}";
            }

            if (status.Head is { } head)
            {
                tips.Add(head);
            }
        }

        if (tips.Count == 0)
        {
            return null;
        }

        if (onto is null)
        {
            return $"there is no {name} yet to compare it with";
        }

        var left = await repository.Commits.ListAsync([.. tips], [onto], cancellation);
        return left.Count == 0 ? null : $"it has {left.Count} {(left.Count == 1 ? "commit that is" : "commits that are")} not on {name}, the last \"{left[0].Subject}\"";
    }
}
