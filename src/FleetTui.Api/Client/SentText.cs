namespace FleetTui.Api.Client;

/// <summary>What became of a text for one slot.</summary>
/// <param name="Problem">Why it was not sent: one sentence; null when it was.</param>
/// <param name="ExitCode">What a verb that sent only this would end with.</param>
public sealed record SentText(string Slot, string? Problem, int ExitCode);
