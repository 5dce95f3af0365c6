namespace FleetTui.Roles.Assignment;

/// <summary>A change of a slot's role as the history keeps it.</summary>
/// <param name="Id">Grows with time; changes of one assignment have neighbouring ids.</param>
/// <param name="Reason">As the user gave it; may be empty.</param>
public sealed record RecordedChange(long Id, DateTimeOffset At, string Slot, string From, string To, string Reason);
