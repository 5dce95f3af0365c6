using FleetTui.Agents.Conversations;
using FleetTui.Agents.Launch;
using FleetTui.Configuration;
using FleetTui.Daemon.Worktrees;
using FleetTui.Git.Running;
using FleetTui.TerminalHost.Panes;

namespace FleetTui.Daemon.Slots;

/// <summary>The worktree, then the agent's command in the environment of a pane.</summary>
internal sealed class SlotLaunch(
    Func<FleetConfiguration> configuration,
    Func<SlotDefinition, string> place,
    WorktreePreparation worktrees,
    SlotStore store,
    ConversationStore conversations,
    IReadOnlyDictionary<string, string> inherited,
    string root,
    string url,
    Action<string> tell) : ISlotLaunch
{
    private static readonly Dictionary<string, string> Nothing = [];

    public async Task<SlotLaunchPlan> PrepareAsync(SlotDefinition slot, Action<string> step, CancellationToken cancellation)
    {
        var now = configuration();
        var worktree = place(slot);
        try
        {
            if (await worktrees.EnsureAsync(slot, worktree, now, step, cancellation) is { } problem)
            {
                return Pane(LaunchPlan.Notice(problem, $"Then: fleet restart {slot.Id}", Nothing), root);
            }
        }
        catch (Exception error) when (error is GitException or IOException or UnauthorizedAccessException)
        {
            tell($"worktree of {slot.Id}: {error}");
            return Pane(LaunchPlan.Notice($"The worktree of slot {slot.Id} could not be made ready: {error.Message}", $"Then: fleet restart {slot.Id}", Nothing), root);
        }

        if (!now.Agents.TryGetValue(slot.Agent, out var agent))
        {
            return Pane(LaunchPlan.Notice($"Slot {slot.Id} names the agent '{slot.Agent}', which is not defined.", $"Then: fleet restart {slot.Id}", Nothing), root);
        }

        var plan = AgentLauncher.Plan(new LaunchRequest(
            slot,
            agent,
            now.Accounts.GetValueOrDefault(slot.Account),
            now.Roles.FirstOrDefault(role => role.Name == slot.Role),
            worktree,
            url,
            store.Token(slot.Id),
            conversations.Of(slot.Id, string.Join('\n', slot.Agent, slot.Account, worktree, slot.Role)),
            inherited));
        return Pane(plan, worktree);
    }

    public void StartAfresh(string slot) => conversations.Forget(slot);

    private SlotLaunchPlan Pane(LaunchPlan plan, string directory) =>
        new(plan.Command, directory, PaneEnvironment.ForPane(inherited, plan.Environment), plan.Problem?.Split('\n')[0]);
}
