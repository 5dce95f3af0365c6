using FleetTui.Configuration;

namespace FleetTui.Daemon.Slots;

/// <summary>Makes everything ready for a slot's agent.</summary>
internal interface ISlotLaunch
{
    /// <summary>Makes sure of the worktree and plans the command. Never fails: what is wrong is shown in the pane instead of the agent.</summary>
    /// <param name="step">Told what is being done, for the status.</param>
    Task<SlotLaunchPlan> PrepareAsync(SlotDefinition slot, Action<string> step, CancellationToken cancellation);

    /// <summary>The agent ended with an error as soon as it was started: it must not be started in exactly the same way for ever.</summary>
    void StartAfresh(string slot);
}

/// <param name="Problem">Null, or why the agent itself does not run: one sentence.</param>
internal sealed record SlotLaunchPlan(IReadOnlyList<string> Command, string WorkingDirectory, IReadOnlyDictionary<string, string> Environment, string? Problem);
