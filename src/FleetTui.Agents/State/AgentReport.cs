namespace FleetTui.Agents.State;

/// <summary>One thing a source said: since <paramref name="At"/> the agent is in this state.</summary>
/// <param name="Detail">permission, question, login…; an exit code; the words it used. Empty if nothing.</param>
public sealed record AgentReport(DateTimeOffset At, ReportSource Source, AgentActivity Activity, string Detail);
