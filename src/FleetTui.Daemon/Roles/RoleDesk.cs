using FleetTui.Api.Client;
using FleetTui.Coordination.Events;
using FleetTui.Daemon.Live;
using FleetTui.Daemon.Slots;
using FleetTui.Daemon.Status;
using FleetTui.Daemon.Worktrees;
using FleetTui.Roles.Assignment;

namespace FleetTui.Daemon.Roles;

/// <summary>
/// Gives and takes roles: the rules decide, <c>roles.toml</c> is written with its comments kept, the history remembers, and agents that run are started again with their new
/// role. Files and commits of the slots are not touched: what was not landed before is judged by the new domains.
/// </summary>
internal sealed class RoleDesk(RoleAssignment assignment, LiveConfiguration configuration, RoleHistory history, SlotSet slots, WorktreeStatuses worktrees, HookDesk hooks, EventLog log) : IDisposable
{
    private readonly SemaphoreSlim one = new(1);

    public IReadOnlyList<RoleStatus> List()
    {
        var live = configuration.Current;
        return
        [
            .. live.Configuration.Roles.Select(role => new RoleStatus(
                role.Name,
                role.Title,
                role.Domain,
                live.Roles.HolderOf(role.Name),
                [.. history.Of(role.Name).Select(change => new RoleChange(change.At, change.Slot, change.From, change.To, change.Reason))])),
        ];
    }

    public void Dispose() => one.Dispose();

    public async Task<AssignmentResult> AssignAsync(string slot, string role, bool swap, string reason, bool preview)
    {
        await one.WaitAsync();
        try
        {
            var decision = Decided(preview ? assignment.Preview(slot, role, swap) : assignment.Assign(slot, role, swap, reason));
            if (preview && decision is AssignmentDecision.Held)
            {
                return Result(decision);
            }

            if (!decision.Accepted)
            {
                throw new FleetApiException(decision is AssignmentDecision.Held ? 1 : 2, decision.Message);
            }

            if (!preview && decision.Changes.Count > 0)
            {
                await TakeEffectAsync(decision, reason);
            }

            return Result(decision);
        }
        finally
        {
            one.Release();
        }
    }

    private async Task TakeEffectAsync(AssignmentDecision decision, string reason)
    {
        foreach (var change in decision.Changes)
        {
            log.Append("role.assigned", change.Slot, $"{Told(change)}{(reason.Length == 0 ? "" : $" Reason: {reason}")}");
        }

        if (configuration.Reload() is { } problem)
        {
            throw new FleetApiException(2, problem);
        }

        await hooks.ApplyAsync(CancellationToken.None);
        await Task.WhenAll(decision.Changes.Select(change => BriefAsync(change.Slot)));
    }

    private static AssignmentDecision Decided(AssignmentOutcome outcome) => outcome switch
    {
        AssignmentOutcome.Decided decided => decided.Decision,
        AssignmentOutcome.InvalidFiles invalid => throw new FleetApiException(2, $"Nothing was changed, because the files are not valid as they are: {invalid.Errors[0]}"),
        AssignmentOutcome.NotWritten failed => throw new FleetApiException(1, failed.Reason),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>An agent learns its role at its start, so one that runs is started again.</summary>
    private Task BriefAsync(string slot) =>
        slots.Find(slot) is { Snapshot.Pid: not null } supervisor ? supervisor.RestartAsync() : Task.CompletedTask;

    private AssignmentResult Result(AssignmentDecision decision)
    {
        var git = worktrees.Of(decision.Slot);
        return new AssignmentResult(
            decision.Slot,
            decision.From,
            decision.To,
            decision switch
            {
                AssignmentDecision.Swapped swapped => swapped.Holder,
                AssignmentDecision.Held held => held.Holder,
                _ => null,
            },
            decision switch
            {
                AssignmentDecision.Assigned => "assign",
                AssignmentDecision.Swapped => "swap",
                AssignmentDecision.Freed => "free",
                _ => "none",
            },
            git.Ahead,
            git.Dirty,
            decision.Message + LeftOver(decision));
    }

    /// <summary>What the new role may hold back of the slots' work.</summary>
    private string LeftOver(AssignmentDecision decision) => string.Concat(
        from change in decision.Changes
        let ahead = worktrees.Of(change.Slot).Ahead
        where ahead > 0
        select $" {change.Slot} has {ahead} {(ahead == 1 ? "commit" : "commits")} made under {(change.From.Length == 0 ? "no role" : change.From)} that did not land yet: what is outside its new domain will be held.");

    private static string Told(SlotRoleChange change) => (change.From, change.To) switch
    {
        (_, "") => $"Slot {change.Slot} gave up the role {change.From}.",
        ("", _) => $"Slot {change.Slot} took the role {change.To}.",
        _ => $"Slot {change.Slot} took the role {change.To} instead of {change.From}.",
    };
}
