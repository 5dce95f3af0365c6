namespace FleetTui.Configuration.Schema;

/// <summary>What no single key can say: names are unique, what is named exists, and no two slots share what is one's own.</summary>
internal static class SlotRules
{
    /// <param name="fleet">Null when <c>fleet.toml</c> could not be read: then agents and accounts are not looked up.</param>
    public static void Check(RolesFile roles, FleetFile? fleet, string root, Problems problems)
    {
        var named = roles.Roles.Where(role => role.Definition.Name.Length > 0).ToList();
        Unique(named, role => role.Definition.Name, StringComparer.Ordinal, (role, first) =>
            problems.Add(role.Source.PositionOf(RolesSchema.RoleName), $"The role {role.Definition.Name} is defined twice (line {first.Definition.Position.Line} has it first)."));

        var slots = roles.Slots.Where(slot => slot.Definition.Id.Length > 0).ToList();
        Unique(slots, slot => slot.Definition.Id, StringComparer.OrdinalIgnoreCase, (slot, first) =>
            problems.Add(slot.Source.PositionOf(RolesSchema.Id), $"The slot {slot.Definition.Id} is defined twice (line {first.Definition.Position.Line} has it first)."));
        slots = [.. slots.DistinctBy(slot => slot.Definition.Id, StringComparer.OrdinalIgnoreCase)];

        Unique(slots.Where(slot => slot.Definition.Role.Length > 0), slot => slot.Definition.Role, StringComparer.Ordinal, (slot, first) =>
            problems.Add(slot.Source.PositionOf(RolesSchema.Role), $"The role {slot.Definition.Role} is held by {first.Definition.Id} already; {slot.Definition.Id} cannot hold it too."));
        Unique(slots, slot => slot.Definition.Branch, StringComparer.Ordinal, (slot, first) =>
            problems.Add(slot.Source.PositionOf(RolesSchema.Branch), $"{slot.Definition.Id} and {first.Definition.Id} have the same branch {slot.Definition.Branch}; each needs its own."));
        Worktrees(slots, root, problems);
        foreach (var slot in slots)
            References(slot, named, fleet?.Configuration, problems);
    }

    private static void References(SlotEntry slot, List<RoleEntry> roles, FleetConfiguration? fleet, Problems problems)
    {
        var (definition, source) = slot;
        if (definition.Role.Length > 0 && roles.All(role => role.Definition.Name != definition.Role))
            problems.Add(source.PositionOf(RolesSchema.Role), $"{definition.Id} holds the role {definition.Role}, which does not exist.", NearestName.Advice(definition.Role, [.. roles.Select(role => role.Definition.Name)]));
        if (fleet is null)
            return;
        if (!fleet.Agents.TryGetValue(definition.Agent, out var agent))
            problems.Add(source.PositionOf(RolesSchema.Agent), $"{definition.Id} runs the agent {definition.Agent}, which does not exist.", NearestName.Advice(definition.Agent, [.. fleet.Agents.Keys]));
        if (fleet.Landing.Branch.Length > 0 && definition.Branch == fleet.Landing.Branch)
            problems.Add(source.PositionOf(RolesSchema.Branch), $"{definition.Id} cannot work on {definition.Branch}, the branch that commits land on.");
        if (definition.Account.Length == 0)
            return;
        if (!fleet.Accounts.TryGetValue(definition.Account, out var account))
            problems.Add(source.PositionOf(RolesSchema.Account), $"{definition.Id} uses the account {definition.Account}, which does not exist.", NearestName.Advice(definition.Account, [.. fleet.Accounts.Keys]) ?? $"add [accounts.{definition.Account}] to fleet.toml");
        else if (agent is not null && fleet.Agents.TryGetValue(account.Agent, out var owner) && owner.Kind != agent.Kind)
            problems.Add(source.PositionOf(RolesSchema.Account), $"{definition.Id} runs {definition.Agent}, but the account {account.Name} is a login of {account.Agent}.");
    }

    private static void Worktrees(List<SlotEntry> slots, string root, Problems problems)
    {
        var home = Full(root, ".");
        var seen = new List<(SlotEntry Slot, string Path)>();
        foreach (var slot in slots)
        {
            var path = Full(root, slot.Definition.Worktree);
            if (home.StartsWith(path, StringComparison.Ordinal))
                problems.Add(slot.Source.PositionOf(RolesSchema.Worktree), $"The worktree of {slot.Definition.Id} is the repository itself or holds it; it needs a directory of its own.");
            else if (path.StartsWith(Full(root, ".git"), StringComparison.Ordinal))
                problems.Add(slot.Source.PositionOf(RolesSchema.Worktree), $"The worktree of {slot.Definition.Id} lies in .git.");
            foreach (var (other, otherPath) in seen)
            {
                if (path == otherPath)
                    problems.Add(slot.Source.PositionOf(RolesSchema.Worktree), $"{slot.Definition.Id} and {other.Definition.Id} have the same worktree {slot.Definition.Worktree}; each needs its own.");
                else if (path.StartsWith(otherPath, StringComparison.Ordinal) || otherPath.StartsWith(path, StringComparison.Ordinal))
                    problems.Add(slot.Source.PositionOf(RolesSchema.Worktree), $"The worktrees of {slot.Definition.Id} and {other.Definition.Id} lie one in the other.");
            }
            seen.Add((slot, path));
        }
    }

    /// <summary>With a slash at the end, so that "begins with" means "lies in".</summary>
    private static string Full(string root, string path) => Path.GetFullPath(path, Path.GetFullPath(root)).TrimEnd('/') + "/";

    private static void Unique<T>(IEnumerable<T> items, Func<T, string> name, StringComparer comparer, Action<T, T> report)
    {
        var first = new Dictionary<string, T>(comparer);
        foreach (var item in items)
        {
            if (!first.TryAdd(name(item), item))
                report(item, first[name(item)]);
        }
    }
}
