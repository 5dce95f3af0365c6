using FleetTui.Git;
using FleetTui.Git.Status;
using FleetTui.Git.Worktrees;

namespace FleetTui.Landing.Slots;

/// <summary>Looks where all slots stand, with one git for all of them.</summary>
internal static class SlotPositions
{
    internal static async Task<IReadOnlyList<SlotPosition>> ReadAsync(Repository repository, IReadOnlyList<LaneSlot> slots, CancellationToken cancellation)
    {
        var entries = await repository.Worktrees.ListAsync(cancellation).ConfigureAwait(false);
        var byPath = entries.GroupBy(static e => e.Path, StringComparer.Ordinal).ToDictionary(static g => g.Key, static g => g.First(), StringComparer.Ordinal);
        return [.. slots.Select(s => One(s, byPath))];
    }

    private static SlotPosition One(LaneSlot slot, Dictionary<string, WorktreeEntry> entries)
    {
        var path = Path.TrimEndingDirectorySeparator(slot.Worktree);
        if (!entries.TryGetValue(path, out var entry))
            entries.TryGetValue(RealPath(path), out entry);
        if (entry?.Head is null || WorktreeGitDirectory.Of(slot.Worktree) is not { } gitDirectory)
            return new SlotPosition(slot, null, null, new OperationInProgress(null, false, null), $"Its worktree {slot.Worktree} is not there (any more): fleet up {slot.Id} makes it again.");

        var progress = OperationInProgress.Read(gitDirectory);
        var obstacle = progress.Operation is { } operation ? $"A {operation} is in progress in its worktree." : null;
        return new SlotPosition(slot, entry.Head.All(static c => c == '0') ? null : entry.Head, entry.Branch, progress, obstacle);
    }

    /// <summary>git lists worktrees with links resolved.</summary>
    private static string RealPath(string path)
    {
        var resolved = "/";
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            resolved = Path.Combine(resolved, part);
            if (!Path.Exists(resolved))
                return path;
            resolved = new DirectoryInfo(resolved).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? resolved;
        }

        return resolved;
    }
}
