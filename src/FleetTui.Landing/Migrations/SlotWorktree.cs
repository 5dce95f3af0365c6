namespace FleetTui.Landing.Migrations;

/// <param name="Slot">Its id.</param>
/// <param name="Path">Absolute.</param>
public sealed record SlotWorktree(string Slot, string Path);
