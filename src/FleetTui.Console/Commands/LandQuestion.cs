using FleetTui.Console.Model;

namespace FleetTui.Console.Commands;

/// <summary>What one should know before landing now: how much it is, from which branch, at which place of the queue, and that the checks come first.</summary>
internal static class LandQuestion
{
    /// <summary>Why there is nothing to ask; null when there is.</summary>
    public static string? NothingFor(ConsoleModel model, IReadOnlyList<string> slots) =>
        slots.Count == 1 && model.SlotOf(slots[0]) is { Status.Ahead: 0 } && model.Lane?.Queue.Any(entry => entry.Slot == slots[0]) != true
            ? $"{slots[0]} has no commits that {Target(model)} has not: nothing to land"
            : null;

    /// <param name="slots">Empty: all that are ready.</param>
    public static string Of(ConsoleModel model, IReadOnlyList<string> slots)
    {
        if (slots.Count != 1 || model.SlotOf(slots[0]) is not { Status: { } status })
        {
            return $"land {(slots.Count == 0 ? "all ready slots" : string.Join(", ", slots))} now, with all checks?";
        }

        var facts = new List<string> { $"{status.Ahead} commit{(status.Ahead == 1 ? "" : "s")} of {status.Branch} to {Target(model)}" };
        if (status.Landing == "held")
        {
            facts.Add("held: tried again");
        }

        var waiting = model.Lane?.Queue.Where(entry => entry.State != "held").Select(entry => entry.Slot).ToList() ?? [];
        if (waiting.IndexOf(status.Id) is >= 0 and var place)
        {
            facts.Add($"place {place + 1} of {waiting.Count}");
        }

        facts.Add(model.Lane?.Train is { } train ? $"after the train that is {train.Step}" : "all checks first");
        return $"land {status.Id} now ({string.Join("; ", facts)})?";
    }

    private static string Target(ConsoleModel model) => model.Lane is { Target.Length: > 0 } lane ? lane.Target : "main";
}
