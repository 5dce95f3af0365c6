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
        var all = context.Model.Plan.PageSlots.SelectMany(page => page).ToList();
        if (all.Count > 0)
        {
            Focusing.To(context, all[(all.IndexOf(context.Model.Focus) + by + all.Count) % all.Count]);
        }
    }

    /// <summary>To the neighbour on screen; in a list, up and down go through it.</summary>
    private static void Toward(CommandContext context, int dx, int dy)
    {
        var model = context.Model;
        if (Here(model) is not { } here || model.Plan.Tiles.Count + model.Plan.Empty.Count < 2)
        {
            Step(context, dx + dy);
            return;
        }

        var (x, y) = Middle(here);
        var best = model.Plan.Tiles.Select(tile => (model.Slots[tile.Slot].Id, tile.Content)).Concat(model.Plan.Empty.Select(place => (Id: place.Name, place.Content)))
            .Where(place => place.Content != here)
            .Select(place => (place.Id, At: Middle(place.Content), place.Content))
            .Where(place => dx != 0 ? (dx > 0 ? place.Content.X >= here.Right : place.Content.Right <= here.X) : dy > 0 ? place.Content.Y >= here.Bottom : place.Content.Bottom <= here.Y)
            .OrderBy(place => dx == 0 ? Gap(place.Content.X, place.Content.Right, here.X, here.Right) : Gap(place.Content.Y, place.Content.Bottom, here.Y, here.Bottom))
            .ThenBy(place => dx == 0 ? Math.Abs(place.At.Y - y) : Math.Abs(place.At.X - x))
            .ThenBy(place => dx == 0 ? Math.Abs(place.At.X - x) : Math.Abs(place.At.Y - y))
            .Select(place => place.Id)
            .FirstOrDefault();
        if (best is not null)
        {
            Focusing.ToPlace(context, best);
        }
        else if (model.Plan.Rail is not null || model.Plan.Pages > 1)
        {
            Step(context, dx + dy);
        }
    }

    private static Rect? Here(Model.ConsoleModel model) =>
        model.EmptyFocus is { } empty ? model.Plan.Empty.FirstOrDefault(place => place.Name == empty)?.Content : model.Plan.TileOf(model.Focus)?.Content;

    /// <summary>How far apart two stretches lie; 0 where they overlap.</summary>
    private static int Gap(int from, int to, int otherFrom, int otherTo) => Math.Max(0, Math.Max(from - otherTo, otherFrom - to));

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
