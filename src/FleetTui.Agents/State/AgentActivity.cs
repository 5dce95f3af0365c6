namespace FleetTui.Agents.State;

/// <summary>What an agent is doing, as the user sees it.</summary>
public enum AgentActivity
{
    /// <summary>Its process runs, and nothing says what it does. Never a synonym of idle.</summary>
    Unknown,

    /// <summary>Its process has begun and shown nothing yet.</summary>
    Starting,
    Working,

    /// <summary>It waits for the user: a permission, a question, trust, a login.</summary>
    NeedsInput,
    Idle,

    /// <summary>It has finished what it was told.</summary>
    Done,
    RateLimited,

    /// <summary>No process: not started, stopped by the user, or ended by itself without an error.</summary>
    Stopped,

    /// <summary>Ended with an error, or could not be started.</summary>
    Crashed,
}
