namespace FleetTui.Agents.State;

/// <summary>The state that counts now, and why.</summary>
/// <param name="Since">When it began.</param>
/// <param name="Reason">One sentence.</param>
public sealed record AgentState(AgentActivity Activity, string Detail, DateTimeOffset Since, ReportSource Source, string Reason);
