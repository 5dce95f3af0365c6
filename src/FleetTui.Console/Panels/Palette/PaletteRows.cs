using FleetTui.Console.Commands;
using FleetTui.Console.Model;

namespace FleetTui.Console.Panels.Palette;

/// <summary>What the list of keys and the palette hold: the live key table, all commands, slots, roles, and every verb of the command line.</summary>
public static class PaletteRows
{
    private static readonly HashSet<string> TakesWords = ["slot", "page", "layout", "resize", "send", "role", "rename", "split"];

    /// <summary>Every bound command, in the order of the commands: the fleet's first, then views, slots, layouts; keys without a command yet come last.</summary>
    public static IEnumerable<PaletteRow> Keys(ConsoleModel model)
    {
        var bound = Bound(model);
        foreach (var command in Commands())
        {
            foreach (var (key, line) in bound[command.Name])
            {
                yield return Row(key, line, command, model);
            }
        }
    }

    public static IEnumerable<PaletteRow> All(ConsoleModel model) => Actions(model).Concat(Slots(model)).Concat(Roles(model)).Concat(Verbs(model));

    private static IEnumerable<PaletteRow> Actions(ConsoleModel model)
    {
        var bound = Bound(model);
        return Commands()
            .Select(command => bound[command.Name].DefaultIfEmpty(("", command.Name)).First() is var (key, line) ? Row(key, line, command, model) : null!);
    }

    private static IEnumerable<PaletteRow> Slots(ConsoleModel model) =>
        model.Slots.Select(slot => new PaletteRow(model.Keys.Spell($"slot {slot.Status.Number}") ?? "", $"goto {slot.Id}", $"go to slot {slot.Status.Number} {slot.Status.Label} {slot.Status.Role}".TrimEnd()));

    /// <summary>The roles for the slot with the keyboard; those nobody holds are known once the roles were read.</summary>
    private static IEnumerable<PaletteRow> Roles(ConsoleModel model)
    {
        if (model.Focused is not { } slot)
        {
            return [];
        }

        var names = (model.Roles ?? []).Select(role => role.Name).Concat(model.Slots.Select(other => other.Status.Role)).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal);
        return names.Select(name => new PaletteRow("", $"assign {slot.Id} {name}", $"give {slot.Id} the role {name}", Disabled: Refused(model, changes: true)));
    }

    private static IEnumerable<PaletteRow> Verbs(ConsoleModel model) => (model.Options.Verbs?.All ?? []).Select(verb => new PaletteRow(
        "",
        $"fleet {verb.Name}",
        verb.Arguments.Length > 0 ? $"{verb.Note.TrimEnd('.')}: {verb.Arguments}" : verb.Note.TrimEnd('.'),
        verb.NeedsWords,
        verb.Outside ?? Refused(model, verb.Changes)));

    private static PaletteRow Row(string key, string line, ConsoleCommand command, ConsoleModel model) =>
        new(key, line, command.Note, TakesWords.Contains(line), command.Available ? Refused(model, command.Changes) : "not in this version");

    private static string? Refused(ConsoleModel model, bool changes) => changes && model.Options.ReadOnly ? "this console is read-only" : null;

    private static IEnumerable<ConsoleCommand> Commands() => CommandTable.Default.All.OrderBy(command => command.Available ? 0 : 1);

    private static ILookup<string, (string Key, string Command)> Bound(ConsoleModel model) =>
        Numbered(model.Keys.Prefix.Select(binding => (Key: $"{model.Keys.PrefixKey} {binding.Key}", binding.Command)))
            .Concat(Numbered(model.Keys.Root.Select(binding => (Key: binding.Key.ToString(), binding.Command))))
            .ToLookup(item => CommandTable.Default.Find(item.Command)?.Name ?? "");

    /// <summary>Keys that differ only in a number are one line.</summary>
    private static IEnumerable<(string Key, string Command)> Numbered(IEnumerable<(string Key, string Command)> bindings)
    {
        foreach (var group in bindings.GroupBy(item => char.IsAsciiDigit(item.Command[^1]) && item.Command.Contains(' ', StringComparison.Ordinal) ? item.Command[..item.Command.LastIndexOf(' ')] : item.Command + item.Key))
        {
            var all = group.ToList();
            yield return all.Count == 1 ? all[0] : ($"{all[0].Key}…{all[^1].Key[^1]}", group.Key);
        }
    }
}
