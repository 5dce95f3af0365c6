namespace FleetTui.Roles.Coverage;

/// <summary>What a domain would take in.</summary>
/// <param name="Problems">What is wrong with its patterns, one sentence each.</param>
/// <param name="Files">Of those tracked, without shared ones.</param>
/// <param name="New">Those of them that lie in no domain now.</param>
/// <param name="Meets">The domains it would overlap with: it could not be written down so.</param>
public sealed record TriedDomain(IReadOnlyList<string> Problems, IReadOnlyList<string> Files, IReadOnlyList<string> New, IReadOnlyList<DomainMeeting> Meets);
