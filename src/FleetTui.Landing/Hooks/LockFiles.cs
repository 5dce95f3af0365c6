using System.Text;
using FleetTui.Landing.Gates;
using FleetTui.Roles;

namespace FleetTui.Landing.Hooks;

/// <summary>
/// What <c>commit-lock.sh</c> reads of a slot's role: its patterns as files of git's own ignore language, and whose everything else is. Two lists that take paths out again
/// (<c>!…</c>) cannot be one file, since the last pattern decides.
/// </summary>
internal static class LockFiles
{
    internal const string Advice =
        "fleet: Take it out of the commit (git restore --staged PATH), or say why it may be there: git commit --trailer \"" + DomainGate.OverrideTrailer + ": why\",\n"
        + "fleet: or FLEET_OVERRIDE=\"why\" before the command. With --no-verify the landing lane holds it instead.\n";

    /// <summary>File name → content. None: the slot may change everything.</summary>
    internal static IReadOnlyDictionary<string, string> Of(RoleBook book, string slot)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        var role = book.Roles.FirstOrDefault(one => one.Name == book.RoleOf(slot));
        var others = book.Roles.Where(one => one != role && !one.Domain.IsEmpty).ToList();
        if (role is { Domain.IsEmpty: false })
            Put(files, "domain", role.Domain, "shared", book.Shared);
        else if (others.Count == 0)
            return files;
        else
            Owned(files, book, others);

        var whose = new StringBuilder();
        for (var i = 0; i < others.Count; i++)
        {
            files[$"role.{i}"] = Lines(others[i].Domain);
            whose.Append($"role.{i}\t{(book.HolderOf(others[i].Name) is { } holder ? $"is {holder}'s (role {others[i].Name})" : $"belongs to role {others[i].Name}, which no slot holds")}\n");
        }

        files["whose"] = whose.Append($"-\tis in no role's domain, so not in {role?.Name}'s either; add it there or to shared in roles.toml\n").ToString();
        files["advice"] = Advice;
        return files;
    }

    /// <summary>A free slot may change what nobody owns. What a role with exceptions (<c>!…</c>) owns is left to the gate.</summary>
    private static void Owned(Dictionary<string, string> files, RoleBook book, List<Role> others)
    {
        files["shared"] = Lines(book.Shared);
        files["owned"] = string.Concat(others.Where(one => !Negates(one.Domain)).Select(one => Lines(one.Domain)));
    }

    private static void Put(Dictionary<string, string> files, string name, Domain domain, string second, Domain shared)
    {
        if (Negates(domain) || Negates(shared))
            (files[name], files[second]) = (Lines(domain), Lines(shared));
        else
            files[name] = Lines(domain) + Lines(shared);
    }

    private static bool Negates(Domain domain) => domain.Patterns.Any(static pattern => pattern.StartsWith('!'));

    /// <summary>The first line keeps git from taking a byte order mark of the first pattern for one of the file.</summary>
    private static string Lines(Domain domain) => "# fleet\n" + string.Concat(domain.Patterns.Select(static pattern => pattern + "\n"));
}
