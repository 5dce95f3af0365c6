namespace FleetTui.Coordination.Events;

/// <summary>Which events are wanted; null is any.</summary>
/// <param name="Kind">A kind (<c>lane.held</c>), or what stands before its dot (<c>lane</c>).</param>
/// <param name="Text">Somewhere in the message, ASCII letters without regard to case.</param>
public sealed record EventFilter(string? Slot, string? Kind, string? Text);
