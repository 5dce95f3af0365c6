namespace FleetTui.Coordination.Events;

/// <summary>One thing that happened in the fleet.</summary>
/// <param name="Id">Rises by one with each event; survives restarts.</param>
/// <param name="Kind">Dotted, lower case: slot.started, lane.landed, role.assigned…</param>
/// <param name="Slot">Null when it concerns no single slot.</param>
/// <param name="Message">One sentence.</param>
public sealed record FleetEvent(long Id, DateTimeOffset At, string Kind, string? Slot, string Message);
