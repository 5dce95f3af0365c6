namespace FleetTui.Api.Client;

/// <summary>A slot to be added behind the last one.</summary>
/// <param name="Like">The slot whose agent and login it takes; null: the last one's.</param>
/// <param name="Role">Null: it is free.</param>
/// <param name="Agent">Null: as the pattern has it.</param>
/// <param name="Account">Null: as the pattern has it, where the agent is the same.</param>
/// <param name="Label">Null: its id.</param>
/// <param name="Start">Its worktree is made and its agent started at once.</param>
public sealed record SlotAddition(string Id, string? Like = null, string? Role = null, string? Agent = null, string? Account = null, string? Label = null, bool Start = true);

/// <param name="Message">One sentence.</param>
public sealed record SlotAdded(string Slot, string Message);

/// <summary>A slot that was taken off, and all that puts it back.</summary>
/// <param name="Lines">Its table in <c>roles.toml</c>.</param>
/// <param name="Before">The slot it stood before; null when it was the last.</param>
/// <param name="Role">What it held; empty for nothing.</param>
/// <param name="Message">One sentence.</param>
public sealed record SlotRemoval(string Slot, string Lines, string? Before, string Role, string Message);
