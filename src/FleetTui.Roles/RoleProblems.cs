using FleetTui.Configuration;

namespace FleetTui.Roles;

/// <summary>What only the meaning of domains can tell: overlaps, and patterns that match nothing. Names and holders are the configuration's own rules.</summary>
public static class RoleProblems
{
    /// <summary>All of them, in file order. <paramref name="tracked"/>, the paths git tracks, gives overlaps a path that exists.</summary>
    public static IReadOnlyList<ConfigurationError> Of(FleetConfiguration configuration, IReadOnlyList<string>? tracked = null) =>
    [
        .. Patterns(configuration),
        .. Overlaps(configuration, tracked ?? []),
    ];

    private static IEnumerable<ConfigurationError> Patterns(FleetConfiguration configuration) =>
        from list in configuration.Roles.Select(role => (role.Position, Of: $"role {role.Name}", role.Domain))
            .Prepend((Position: new SourcePosition(ConfigurationLoader.RolesFile, 1, 1), Of: "shared", Domain: configuration.SharedPaths))
        from pattern in list.Domain
        let problem = Domain.ProblemOf(pattern)
        where problem is not null
        select new ConfigurationError(list.Position, $"{list.Of}: {problem}", null);

    private static IEnumerable<ConfigurationError> Overlaps(FleetConfiguration configuration, IReadOnlyList<string> tracked)
    {
        var shared = new Domain(configuration.SharedPaths);
        var roles = configuration.Roles.Select(role => (Definition: role, Domain: new Domain(role.Domain))).ToList();
        for (var second = 1; second < roles.Count; second++)
        {
            for (var first = 0; first < second; first++)
            {
                var (one, other) = (roles[first], roles[second]);
                if (Common(one.Domain, other.Domain, shared, tracked) is not { } path) continue;
                yield return new(
                    other.Definition.Position,
                    $"roles {one.Definition.Name} and {other.Definition.Name} overlap: both \"{one.Domain.PatternFor(path)}\" and \"{other.Domain.PatternFor(path)}\" hold {path}",
                    "narrow one of them, take the path out with \"!…\", or list it in shared");
            }
        }
    }

    private static string? Common(Domain one, Domain other, Domain shared, IReadOnlyList<string> tracked)
    {
        var ground = Domain.Compare(one, other, shared);
        if (ground is CommonGround.None) return null;
        return tracked.FirstOrDefault(path => one.Contains(path) && other.Contains(path) && !shared.Contains(path))
            ?? (ground as CommonGround.Path)?.Example;
    }
}
