namespace FleetTui.Api.Client;

/// <summary>What of a slot's table in <c>roles.toml</c> shall be changed; null: stays as it is.</summary>
/// <param name="Label">Empty: the id.</param>
/// <param name="Account">Empty: the agent's own login.</param>
public sealed record SlotSettings(string? Label = null, string? Agent = null, string? Account = null);

/// <summary>What became of it.</summary>
/// <param name="Before">What it was, for taking it back.</param>
/// <param name="Restarted">The agent that ran was ended, and the new one started.</param>
/// <param name="Message">One sentence.</param>
public sealed record SlotSettingsResult(string Slot, SlotSettings Before, bool Restarted, string Message);

/// <summary>An agent that a slot can run.</summary>
/// <param name="Kind">claude, codex or command.</param>
/// <param name="Accounts">Its logins that <c>fleet.toml</c> names.</param>
public sealed record AgentChoice(string Name, string Kind, IReadOnlyList<string> Command, IReadOnlyList<string> Accounts);
