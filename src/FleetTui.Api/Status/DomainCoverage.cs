using System.Text.Json.Serialization;

namespace FleetTui.Api.Status;

/// <summary>Which tracked files lie in whose domain: <c>fleet role coverage --json</c>, <c>GET /api/roles/coverage</c>.</summary>
/// <param name="Target">Whose newest known commit the files are of.</param>
/// <param name="Tracked">All files.</param>
/// <param name="Shared">Files any role may change.</param>
/// <param name="Single">Files in exactly one domain.</param>
/// <param name="Uncovered">Files in none, by what they lie in at the root, most first.</param>
/// <param name="Overlaps">Pairs of roles with files in both domains; empty while the configuration is in force.</param>
/// <param name="Tried">Of the patterns asked about; absent without any.</param>
public sealed record DomainCoverage(
    string Target,
    int Tracked,
    int Shared,
    int Single,
    IReadOnlyList<RoleCoverage> Roles,
    int UncoveredFiles,
    IReadOnlyList<PathGroup> Uncovered,
    IReadOnlyList<RoleOverlap> Overlaps,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TriedCoverage? Tried);

/// <param name="Files">In its domain and not shared.</param>
/// <param name="Examples">The first of them.</param>
public sealed record RoleCoverage(string Role, int Files, IReadOnlyList<PatternCoverage> Patterns, IReadOnlyList<string> Examples);

/// <param name="Files">That this pattern alone takes in (or, begun with <c>!</c>, takes out).</param>
public sealed record PatternCoverage(string Pattern, int Files);

/// <param name="Path">A directory at the root, ending in '/', or a file there.</param>
public sealed record PathGroup(string Path, int Files);

/// <param name="Other">The other role; in <see cref="TriedCoverage"/> the one that is met.</param>
/// <param name="Files">Tracked files in both; 0: none yet, but there could be the one in <paramref name="Examples"/>.</param>
public sealed record RoleOverlap(string One, string Other, int Files, IReadOnlyList<string> Examples);

/// <summary>What a domain of these patterns would take in.</summary>
/// <param name="Problems">What is wrong with the patterns, one sentence each.</param>
/// <param name="New">Files that lie in no domain now.</param>
/// <param name="Overlaps">Why it could not be written down so; empty when it could.</param>
public sealed record TriedCoverage(
    IReadOnlyList<string> Patterns, IReadOnlyList<string> Problems, int Files, int New, IReadOnlyList<RoleOverlap> Overlaps, IReadOnlyList<string> Examples);
