using FleetTui.Api.Client;
using FleetTui.Api.Status;

namespace FleetTui.Console.Boards.Roles;

/// <summary>A line of the list: all domains together, a tried one, or a role.</summary>
internal sealed record RoleEntry(string Key, RoleStatus? Role, int Files)
{
    public const string All = "all";
    public const string Tried = "tried";

    public static IReadOnlyList<RoleEntry> Of(IReadOnlyList<RoleStatus> roles, DomainCoverage coverage)
    {
        var entries = new List<RoleEntry> { new(All, null, coverage.Tracked) };
        if (coverage.Tried is { } tried)
        {
            entries.Add(new RoleEntry(Tried, null, tried.Files));
        }

        entries.AddRange(roles.Select(role => new RoleEntry($"role {role.Name}", role, coverage.Roles.FirstOrDefault(one => one.Role == role.Name)?.Files ?? 0)));
        return entries;
    }
}
