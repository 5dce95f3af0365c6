namespace FleetTui.Roles.Assignment;

/// <summary>One slot's role, before and after; "" = free.</summary>
public sealed record SlotRoleChange(string Slot, string From, string To);
