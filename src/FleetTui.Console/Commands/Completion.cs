using FleetTui.Console.Model;

namespace FleetTui.Console.Commands;

/// <summary>Completes the last word of a command line: commands and verbs first, then what they take.</summary>
public static class Completion
{
    /// <returns>The line as far as it is certain, and what its last word may be when it is not.</returns>
    public static (string Line, IReadOnlyList<string> Candidates) Complete(string line, ConsoleModel model)
    {
        var start = line.LastIndexOf(' ') + 1;
        var word = line[start..];
        var found = Candidates(line[..start].Trim(), line, model).Where(candidate => candidate.StartsWith(word, StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal).ToList();
        return found.Count switch
        {
            0 => (line, []),
            1 => (line[..start] + found[0] + " ", []),
            _ => (line[..start] + Common(found), found),
        };
    }

    private static IEnumerable<string> Candidates(string before, string line, ConsoleModel model)
    {
        var words = before.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var slots = model.Slots.Select(slot => slot.Id);
        return words switch
        {
            [] => CommandTable.Default.All.Where(command => command.Available).Select(command => command.Name).Concat(model.Options.Verbs?.All.Select(verb => verb.Name.Split(' ')[0]) ?? []),
            ["layout"] => ["grid", "rail", "columns", "chips", "cards", "own", "auto", .. Layouts.Presets.Names],
            ["order"] => ["number", "attention"],
            ["split"] => ["right", "below"],
            ["resize"] => ["up", "down", "left", "right"],
            ["lane"] => ["pause", "resume"],
            ["role"] => ["assign", "list", "try"],
            ["role", "assign", _] or ["assign", _] or ["fleet", "role", "assign", _] => Roles(model),
            ["migration"] => ["next", "check"],
            ["fleet", ..] => Verbs(line["fleet".Length..].TrimStart(), model).Concat(words.Length > 1 ? slots : []),
            [var name, ..] when !CommandTable.Default.Has(name) => Verbs(line, model).Concat(slots),
            _ => slots,
        };
    }

    private static IEnumerable<string> Verbs(string line, ConsoleModel model) => model.Options.Verbs?.Complete(line) ?? [];

    private static IEnumerable<string> Roles(ConsoleModel model) =>
        (model.Roles ?? []).Select(role => role.Name).Concat(model.Slots.Select(slot => slot.Status.Role)).Where(name => name.Length > 0);

    private static string Common(List<string> words)
    {
        var first = words[0];
        var length = first.Length;
        foreach (var word in words)
        {
            length = Math.Min(length, word.Length);
            while (!word.AsSpan(0, length).SequenceEqual(first.AsSpan(0, length)))
            {
                length--;
            }
        }

        return first[..length];
    }
}
