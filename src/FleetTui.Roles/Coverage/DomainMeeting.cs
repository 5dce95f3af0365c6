namespace FleetTui.Roles.Coverage;

/// <summary>Another role's domain that holds something of a tried one.</summary>
/// <param name="Files">Tracked paths in both.</param>
/// <param name="Possible">A path that would lie in both though no such file is tracked; null when there are files.</param>
public sealed record DomainMeeting(string Role, IReadOnlyList<string> Files, string? Possible);
