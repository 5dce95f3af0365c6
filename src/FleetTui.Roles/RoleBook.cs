using FleetTui.Configuration;
using FleetTui.Roles.Assignment;
using FleetTui.Roles.Ownership;

namespace FleetTui.Roles;

/// <summary>
/// Who has which role, and whose path is whose. Immutable: an assignment gives a new book. Each slot has one role or none ("" = free),
/// each role at most one holder. Domains are compiled once, when the book is opened.
/// </summary>
public sealed class RoleBook
{
    private readonly Dictionary<string, Role> roles;
    private readonly Dictionary<string, string> roleOf;
    private readonly Domain shared;

    private RoleBook(IReadOnlyList<Role> roles, IEnumerable<KeyValuePair<string, string>> roleOf, Domain shared)
    {
        Roles = roles;
        this.roles = roles.ToDictionary(role => role.Name, StringComparer.Ordinal);
        this.roleOf = new(roleOf, StringComparer.Ordinal);
        this.shared = shared;
    }

    /// <summary>As in the file.</summary>
    public IReadOnlyList<Role> Roles { get; }

    /// <summary>What any role may change.</summary>
    public Domain Shared => shared;

    /// <summary>The book these files describe. What is wrong with it is told by <see cref="RoleProblems"/>.</summary>
    public static RoleBook Of(FleetConfiguration configuration) => new(
        [.. configuration.Roles.DistinctBy(role => role.Name, StringComparer.Ordinal).Select(role => new Role(role.Name, role.Title, new Domain(role.Domain)))],
        configuration.Slots.DistinctBy(slot => slot.Id, StringComparer.Ordinal).Select(slot => KeyValuePair.Create(slot.Id, slot.Role)),
        new Domain(configuration.SharedPaths));

    /// <summary>The slot's role; "" when it is free or there is no such slot.</summary>
    public string RoleOf(string slot) => roleOf.GetValueOrDefault(slot, "");

    /// <summary>The slot that holds the role, or null.</summary>
    public string? HolderOf(string role) => role.Length == 0 ? null : roleOf.FirstOrDefault(pair => pair.Value == role).Key;

    public PathOwner OwnerOf(string path)
    {
        if (shared.Contains(path)) return new PathOwner.Everyone();
        return Roles.FirstOrDefault(role => role.Domain.Contains(path)) is { } owner
            ? new PathOwner.OfRole(owner.Name, HolderOf(owner.Name))
            : new PathOwner.Nobody();
    }

    /// <summary>
    /// Why this slot may not change the path; null when it may: shared paths, those of its role, and for a slot without a domain
    /// (free, or with a role that names none) those no role owns.
    /// </summary>
    public PathRefusal? Refuse(string slot, string path)
    {
        var role = roles.GetValueOrDefault(RoleOf(slot));
        if (role is not null && role.Domain.Contains(path)) return null;
        return OwnerOf(path) switch
        {
            PathOwner.Everyone => null,
            PathOwner.Nobody when role is null || role.Domain.IsEmpty => null,
            var owner => new(path, slot, role?.Name ?? "", owner),
        };
    }

    /// <summary>What giving the slot this role ("" frees it) would do; nothing changes.</summary>
    public AssignmentDecision Decide(string slot, string role, bool swap)
    {
        if (!roleOf.TryGetValue(slot, out var from)) return new AssignmentDecision.UnknownSlot(slot, role, [.. roleOf.Keys]);
        if (role.Length > 0 && !roles.ContainsKey(role)) return new AssignmentDecision.UnknownRole(slot, from, role, [.. Roles.Select(known => known.Name)]);
        if (from == role) return new AssignmentDecision.Nothing(slot, role);
        if (role.Length == 0) return new AssignmentDecision.Freed(slot, from);
        return HolderOf(role) switch
        {
            null => new AssignmentDecision.Assigned(slot, from, role),
            var holder when swap => new AssignmentDecision.Swapped(slot, from, role, holder),
            var holder => new AssignmentDecision.Held(slot, from, role, holder),
        };
    }

    /// <summary>The book after a decision; itself when the decision changes nothing.</summary>
    public RoleBook After(AssignmentDecision decision)
    {
        if (decision.Changes.Count == 0) return this;
        var next = new Dictionary<string, string>(roleOf, StringComparer.Ordinal);
        foreach (var change in decision.Changes) next[change.Slot] = change.To;
        return new(Roles, next, shared);
    }
}
