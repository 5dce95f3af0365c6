using FleetTui.Configuration;
using FleetTui.Coordination.Events;

namespace FleetTui.Daemon.Slots;

/// <summary>What every slot's supervisor works with.</summary>
/// <param name="Configuration">The one in force now.</param>
/// <param name="Worktree">A slot's worktree, absolute.</param>
/// <param name="Conversation">The id of the conversation a slot was started with; empty when there is none.</param>
/// <param name="Inherited">The environment agents inherit.</param>
/// <param name="HostProblem">Why there is no terminal host; null when nothing is known to be wrong.</param>
/// <param name="Changed">Called after a slot's snapshot has changed.</param>
/// <param name="Tell">For bugs: the daemon's own log.</param>
internal sealed record SlotSurroundings(
    Func<FleetConfiguration> Configuration,
    Func<SlotDefinition, string> Worktree,
    ISlotLaunch Launch,
    SlotStore Store,
    FollowedFiles Files,
    Func<string, string> Conversation,
    IReadOnlyDictionary<string, string> Inherited,
    EventLog Log,
    TimeProvider Clock,
    Func<string?> HostProblem,
    Action Changed,
    Action<string> Tell)
{
    /// <summary>Called when an agent has finished a turn; must return at once.</summary>
    public Action<SlotSnapshot> TurnEnded { get; init; } = static _ => { };
}
