using FleetTui.Console.Compositing;

namespace FleetTui.Console.Commands;

/// <summary>Moving the keyboard from slot to slot.</summary>
internal static class SlotCommands
{
    public static readonly ConsoleCommand[] All =
    [
        new("slot", "slot by number", "go to the slot with this number", Slot),
        new("goto", "slot by name", "go to a slot by its name", (context, name) => Goto(context, name)),
        new("next-slot", "next slot", "go to the next slot", (context, _) => Step(context, 1)),
        new("previous-slot", "previous slot", "go to the slot before", (context, _) => Step(context, -1)),
        new("last-slot", "last slot", "go back to the slot before this one", (context, _) => Focusing.To(context, context.Model.LastFocus)),
        new("focus-up", "slot above", "go to the slot above", (context, _) => Toward(context, 0, -1)),
        new("focus-down", "slot below", "go to the slot below", (context, _) => Toward(context, 0, 1)),
        new("focus-left", "slot at left", "go to the slot at the left", (context, _) => Toward(context, -1, 0)),
        new("focus-right", "slot at right", "go to the slot at the right", (context, _) => Toward(context, 1, 0)),
        new("next-attention", "next that needs you", "go to the slot that has waited longest for you, then to the next", (context, _) => Attention(context, 1)),
        new("previous-attention", "previous that needs you", "go to the slot before that needs you", (context, _) => Attention(context, -1)),
        new("mark", "mark", "mark this slot, or clear the mark", Mark),
        new("observe", "read-only here", "keep this console from typing into the slot, or allow it again", (context, _) => Observe(context)),
    ];

    private static void Slot(CommandContext context, string number)
    {
        var index = context.Model.Slots.FindIndex(slot => slot.Status.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == number);
        if (index < 0)
        {
            context.Model.Say($"there is no slot {number}");
            return;
        }

        Focusing.To(context, index);
    }

    private static void Goto(CommandContext context, string name)
    {
        if (name.Length == 0)
        {
            context.Model.Panel = new Panels.PromptPanel("slot: ", "goto ");
            return;
        }

        var index = context.Model.Slots.FindIndex(slot => slot.Id == name || slot.Status.Label == name);
        index = index >= 0 ? index : context.Model.Slots.FindIndex(slot =>
            slot.Id.Contains(name, StringComparison.OrdinalIgnoreCase) || slot.Status.Label.Contains(name, StringComparison.OrdinalIgnoreCase) || slot.Status.Role.Contains(name, StringComparison.OrdinalIgnoreCase));
        if (index < 0)
        {
            context.Model.Say($"no slot is called \"{name}\"", error: true);
            return;
        }

        Focusing.To(context, index);
    }

    private static void Step(CommandContext context, int by)
    {
        var count = context.Model.Slots.Count;
        if (count > 0)
        {
            Focusing.To(context, (context.Model.Focus + by + count) % count);
        }
    }

    /// <summary>To the neighbour on screen; in a list, up and down go through it.</summary>
    private static void Toward(CommandContext context, int dx, int dy)
    {
        var model = context.Model;
        if (model.Plan.TileOf(model.Focus) is not { } from || model.Plan.Tiles.Count < 2)
        {
            Step(context, dx + dy);
            return;
        }

        var (x, y) = Middle(from.Content);
        var best = model.Plan.Tiles
            .Where(tile => tile != from)
            .Select(tile => (tile.Slot, At: Middle(tile.Content)))
            .Where(tile => (dx * (tile.At.X - x)) + (dy * (tile.At.Y - y)) > 0 && (dx == 0 ? Math.Abs(tile.At.Y - y) > 1 : Math.Abs(tile.At.X - x) > 1))
            .OrderBy(tile => dx == 0 ? Math.Abs(tile.At.X - x) + (Math.Abs(tile.At.Y - y) / 4) : Math.Abs(tile.At.Y - y) + (Math.Abs(tile.At.X - x) / 4))
            .Cast<(int Slot, (int, int) At)?>()
            .FirstOrDefault();
        if (best is { } found)
        {
            Focusing.To(context, found.Slot);
        }
        else if (model.Plan.Rail is not null || model.Plan.Pages > 1)
        {
            Step(context, dx + dy);
        }
    }

    private static (int X, int Y) Middle(Rect rect) => (rect.X + (rect.Width / 2), rect.Y + (rect.Height / 2));

    private static void Attention(CommandContext context, int direction)
    {
        var model = context.Model;
        var waiting = model.Slots
            .Select((slot, index) => (slot, index))
            .Where(item => item.slot.Status.Attention)
            .OrderBy(item => item.slot.Status.Since)
            .Select(item => item.index)
            .ToList();
        if (waiting.Count == 0)
        {
            model.Say("no slot needs you");
            return;
        }

        var at = waiting.IndexOf(model.Focus);
        var next = at < 0 ? (direction > 0 ? 0 : waiting.Count - 1) : (at + direction + waiting.Count) % waiting.Count;
        if (waiting[next] == model.Focus)
        {
            model.Say($"only {model.Slots[model.Focus].Id} needs you");
            return;
        }

        Focusing.To(context, waiting[next]);
        model.Panel = null;
    }

    private static void Mark(CommandContext context, string argument)
    {
        foreach (var slot in context.Model.Slots)
        {
            slot.Marked = argument != "clear" && slot == context.Model.Focused && !slot.Marked;
        }
    }

    private static void Observe(CommandContext context)
    {
        if (context.Model.Focused is { } slot)
        {
            slot.Observed = !slot.Observed;
            context.Model.Say(slot.Observed ? $"{slot.Id}: nothing you type here reaches it" : $"{slot.Id}: typing reaches it again");
        }
    }
}
