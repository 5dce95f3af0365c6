namespace FleetTui.Roles.Coverage;

/// <summary>Which of the paths a repository tracks lie in whose domain. Pure; each path is looked at once per role.</summary>
public sealed class DomainCensus
{
    private readonly Domain shared;
    private readonly List<string> sharedFiles = [];
    private readonly List<string> uncovered = [];
    private readonly Dictionary<string, List<string>> filesOf;
    private readonly Dictionary<(string One, string Other), List<string>> overlaps = [];
    private readonly Dictionary<string, List<string>> rolesOf = new(StringComparer.Ordinal);

    /// <param name="tracked">From the root, '/' between parts.</param>
    public DomainCensus(IReadOnlyList<Role> roles, Domain shared, IReadOnlyList<string> tracked)
    {
        this.shared = shared;
        Roles = roles;
        Tracked = tracked;
        filesOf = roles.ToDictionary(role => role.Name, _ => new List<string>(), StringComparer.Ordinal);
        foreach (var path in tracked)
        {
            Count(path);
        }
    }

    public IReadOnlyList<Role> Roles { get; }

    public IReadOnlyList<string> Tracked { get; }

    /// <summary>Paths any role may change, whatever domain they lie in.</summary>
    public IReadOnlyList<string> Shared => sharedFiles;

    /// <summary>Neither shared nor in any domain: only a slot without a domain may change them.</summary>
    public IReadOnlyList<string> Uncovered => uncovered;

    /// <summary>Paths in two domains, by pair, in the roles' order; a path in three is in three pairs.</summary>
    public IReadOnlyDictionary<(string One, string Other), List<string>> Overlaps => overlaps;

    /// <summary>The paths in a role's domain that are not shared.</summary>
    public IReadOnlyList<string> FilesOf(string role) => filesOf[role];

    /// <summary>How many of all paths a single pattern takes in.</summary>
    public int CountOf(string pattern)
    {
        var domain = new Domain([pattern.StartsWith('!') ? pattern[1..] : pattern]);
        return Tracked.Count(domain.Contains);
    }

    /// <summary>What a domain that is not written down yet would take in, and whose that is now.</summary>
    public TriedDomain Try(IReadOnlyList<string> patterns)
    {
        var domain = new Domain(patterns);
        var files = Tracked.Where(path => domain.Contains(path) && !shared.Contains(path)).ToList();
        var meets = new List<DomainMeeting>();
        foreach (var role in Roles)
        {
            var common = files.Where(role.Domain.Contains).ToList();
            if (common.Count > 0)
            {
                meets.Add(new DomainMeeting(role.Name, common, null));
            }
            else if (Domain.Compare(domain, role.Domain, shared) is CommonGround.Path possible)
            {
                meets.Add(new DomainMeeting(role.Name, [], possible.Example));
            }
        }

        return new TriedDomain([.. patterns.Select(Domain.ProblemOf).OfType<string>()], files, [.. files.Where(path => !rolesOf.ContainsKey(path))], meets);
    }

    private void Count(string path)
    {
        if (shared.Contains(path))
        {
            sharedFiles.Add(path);
            return;
        }

        var owners = Roles.Where(role => role.Domain.Contains(path)).Select(role => role.Name).ToList();
        if (owners.Count == 0)
        {
            uncovered.Add(path);
            return;
        }

        rolesOf[path] = owners;
        for (var i = 0; i < owners.Count; i++)
        {
            filesOf[owners[i]].Add(path);
            for (var j = i + 1; j < owners.Count; j++)
            {
                if (!overlaps.TryGetValue((owners[i], owners[j]), out var both))
                {
                    overlaps[(owners[i], owners[j])] = both = [];
                }

                both.Add(path);
            }
        }
    }
}
