using FleetTui.Configuration;
using FleetTui.Coordination.Events;
using FleetTui.Git;
using FleetTui.Git.Worktrees;

namespace FleetTui.Daemon.Worktrees;

/// <summary>Makes sure a slot has its worktree, filled as configured. Creates, adopts and makes again; never deletes one, never touches what is not ours.</summary>
internal sealed class WorktreePreparation(Repository repository, HookDesk hooks, EventLog log, string logDirectory)
{
    /// <summary>Null when it is ready; else why not, one sentence with what to do.</summary>
    /// <param name="worktree">Absolute.</param>
    /// <param name="step">Told what is being done.</param>
    public async Task<string?> EnsureAsync(SlotDefinition slot, string worktree, FleetConfiguration configuration, Action<string> step, CancellationToken cancellation)
    {
        var target = await FleetTarget.FindAsync(repository, configuration.Landing, cancellation);
        if (slot.Branch == target.Branch)
        {
            return $"Slot {slot.Id} may not work on {slot.Branch} itself, which everything lands on; give it another branch in roles.toml.";
        }

        var start = await repository.Refs.ResolveAsync(target.Reference, cancellation) is null ? "HEAD" : target.Reference;
        switch (await repository.Worktrees.EnsureAsync(worktree, slot.Branch, start, cancellation))
        {
            case WorktreeResult.Refused refused:
                return refused.Reason;
            case WorktreeResult.Created:
                PendingSetup.Mark(worktree);
                log.Append("worktree.created", slot.Id, $"Slot {slot.Id} has a new worktree at {worktree} on {slot.Branch}, from {target.Name}.");
                break;
            case WorktreeResult.Remade:
                PendingSetup.Mark(worktree);
                log.Append("worktree.remade", slot.Id, $"The worktree {worktree} had been deleted; it was made again on {slot.Branch}. What was not committed there is gone.");
                break;
            case WorktreeResult.AdoptedAsIs adopted:
                log.Append("worktree.notice", slot.Id, $"Slot {slot.Id}: {adopted.Notice}");
                break;
        }

        await hooks.EnsureAsync(slot.Id, cancellation);
        if (!PendingSetup.IsMarked(worktree))
        {
            return null;
        }

        await CopiedFiles.CopyAsync(repository, worktree, configuration.Worktrees.Copy, cancellation);
        var setup = new WorktreeSetup(repository.Root, logDirectory);
        if (await setup.RunAsync(slot, worktree, configuration.Worktrees, step, cancellation) is { } problem)
        {
            return problem;
        }

        PendingSetup.Clear(worktree);
        return null;
    }
}
