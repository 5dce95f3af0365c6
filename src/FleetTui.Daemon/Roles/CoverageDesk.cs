using FleetTui.Api.Client;
using FleetTui.Api.Status;
using FleetTui.Daemon.Live;
using FleetTui.Git;
using FleetTui.Git.Running;
using FleetTui.Roles;
using FleetTui.Roles.Coverage;

namespace FleetTui.Daemon.Roles;

/// <summary>Counts the target's files by domain.</summary>
internal sealed class CoverageDesk(Repository repository, Func<ConfigurationSnapshot> configuration, Func<(string Reference, string Name)> target)
{
    /// <summary>More paths are counted and not named.</summary>
    private const int Named = 200;

    /// <param name="tried">Patterns of a domain that is not written down; none: nothing is tried.</param>
    public async Task<DomainCoverage> ReadAsync(IReadOnlyList<string> tried, CancellationToken cancellation)
    {
        var (reference, name) = target();
        var commit = await repository.Refs.ResolveAsync(reference, cancellation) ?? throw new FleetApiException(1, $"There is no {name} yet, so no file is tracked.");
        try
        {
            var entries = await repository.Trees.EntriesAsync(commit, [], cancellation);
            var now = configuration();
            var census = new DomainCensus(now.Roles.Roles, new Domain(now.Configuration.SharedPaths), [.. entries.Where(entry => entry.Type != "tree").Select(entry => entry.Path)]);
            return Answer(name, census, tried);
        }
        catch (GitException error)
        {
            throw new FleetApiException(1, $"The files of {name} cannot be read: {error.Message}", error);
        }
    }

    private static DomainCoverage Answer(string name, DomainCensus census, IReadOnlyList<string> tried)
    {
        var twice = census.Overlaps.Values.SelectMany(paths => paths).ToHashSet(StringComparer.Ordinal).Count;
        return new DomainCoverage(
            name,
            census.Tracked.Count,
            census.Shared.Count,
            census.Tracked.Count - census.Shared.Count - census.Uncovered.Count - twice,
            [.. census.Roles.Select(role => Role(census, role))],
            census.Uncovered.Count,
            [.. census.Uncovered.GroupBy(Root).Select(group => new PathGroup(group.Key, group.Count())).OrderByDescending(group => group.Files).ThenBy(group => group.Path, StringComparer.Ordinal).Take(Named)],
            [.. census.Overlaps.Select(pair => new RoleOverlap(pair.Key.One, pair.Key.Other, pair.Value.Count, [.. pair.Value.Take(Named)]))],
            tried.Count == 0 ? null : Tried(census.Try(tried), tried));
    }

    private static RoleCoverage Role(DomainCensus census, Role role)
    {
        var files = census.FilesOf(role.Name);
        return new RoleCoverage(role.Name, files.Count, [.. role.Domain.Patterns.Select(pattern => new PatternCoverage(pattern, census.CountOf(pattern)))], [.. files.Take(Named)]);
    }

    private static TriedCoverage Tried(TriedDomain tried, IReadOnlyList<string> patterns) => new(
        patterns,
        tried.Problems,
        tried.Files.Count,
        tried.New.Count,
        [.. tried.Meets.Select(meeting => new RoleOverlap("", meeting.Role, meeting.Files.Count, meeting.Possible is { } possible ? [possible] : [.. meeting.Files.Take(Named)]))],
        [.. tried.Files.Take(Named)]);

    private static string Root(string path) => path.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? path[..(slash + 1)] : path;
}
