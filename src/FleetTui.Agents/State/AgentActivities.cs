namespace FleetTui.Agents.State;

/// <summary>The words for activities in the API and on screen.</summary>
public static class AgentActivities
{
    public static string Word(this AgentActivity activity) => activity switch
    {
        AgentActivity.Starting => "starting",
        AgentActivity.Working => "working",
        AgentActivity.NeedsInput => "needs-input",
        AgentActivity.Idle => "idle",
        AgentActivity.Done => "done",
        AgentActivity.RateLimited => "rate-limited",
        AgentActivity.Stopped => "stopped",
        AgentActivity.Crashed => "crashed",
        _ => "unknown",
    };

    /// <summary>Whether the user has to do something before the agent goes on.</summary>
    public static bool NeedsUser(this AgentActivity activity) =>
        activity is AgentActivity.NeedsInput or AgentActivity.Crashed or AgentActivity.RateLimited;
}
