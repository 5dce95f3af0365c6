using FleetTui.Console.Model;

namespace FleetTui.Console.Commands;

/// <summary>Completes the last word of a command line: commands first, then what they take.</summary>
public static class Completion
{
    public static string Complete(string line, ConsoleModel model)
    {
        var start = line.LastIndexOf(' ') + 1;
        var word = line[start..];
        var found = Candidates(line[..start].Trim(), model).Where(candidate => candidate.StartsWith(word, StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal).ToList();
        return found.Count switch
        {
            0 => line,
            1 => line[..start] + found[0] + " ",
            _ => line[..start] + Common(found),
        };
    }

    private static IEnumerable<string> Candidates(string before, ConsoleModel model)
    {
        var words = before.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [] => CommandTable.Default.All.Where(command => command.Available).Select(command => command.Name),
            ["layout"] => ["grid", "rail", "columns", "chips", "cards", "own", "auto", .. Layouts.Presets.Names],
            ["load-layout"] or ["delete-layout"] or ["save-layout"] => model.SavedLayouts.Keys,
            ["hints"] => ["0", "1", "2"],
            ["order"] => ["number", "attention"],
            ["split"] => ["right", "below"],
            ["resize"] => ["up", "down", "left", "right"],
            ["lane"] => ["pause", "resume"],
            ["role"] => ["assign", "list", "try"],
            ["role", "assign", _] => (model.Roles ?? []).Select(role => role.Name),
            ["migration"] => ["next", "check"],
            _ => model.Slots.Select(slot => slot.Id),
        };
    }

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
