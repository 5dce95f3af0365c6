using FleetTui.Console.Layouts;
using FleetTui.Console.Model;

namespace FleetTui.Console.Commands;

/// <summary>Slots that change places: in the tree of a page that the user cut, and else in the order in which places are given out.</summary>
internal static class Swapping
{
    /// <summary>With the place before or after this one on the page; the slot keeps the keyboard.</summary>
    public static void Step(CommandContext context, int by)
    {
        var model = context.Model;
        if (Cutting.Here(model) is not { } here || Page(model) is not { Count: > 1 } page)
        {
            model.Say("there is no other place on this page");
            return;
        }

        Exchange(context, here, page[(page.IndexOf(here) + by + page.Count) % page.Count]);
    }

    /// <summary>The keyboard stays at its place, as in tmux: another slot comes under it.</summary>
    public static void Rotate(CommandContext context, bool back)
    {
        var model = context.Model;
        if (Cutting.Here(model) is not { } here || Page(model) is not { Count: > 1 } page)
        {
            model.Say("there is no other place on this page");
            return;
        }

        var comes = page[(page.IndexOf(here) + (back ? 1 : -1) + page.Count) % page.Count];
        if (model.Plan.Kind == LayoutKind.Own)
        {
            var (own, at) = Cutting.Begin(model);
            Cutting.Take(context, own.With(at, LayoutTree.Rotated(own.Pages[at], back)), comes);
            return;
        }

        var turned = page.Select((_, index) => page[(index + (back ? 1 : -1) + page.Count) % page.Count]).ToList();
        Reorder(context, id => page.IndexOf(id) is >= 0 and var index ? turned[index] : id);
        Focusing.ToPlace(context, comes);
    }

    public static void WithMarked(CommandContext context)
    {
        var model = context.Model;
        if (model.Slots.FirstOrDefault(slot => slot.Marked) is not { } marked)
        {
            model.Say($"nothing is marked ({model.Keys.Spell("mark")} marks a slot)");
            return;
        }

        if (Cutting.Here(model) is { } here && here != marked.Id)
        {
            marked.Marked = false;
            Exchange(context, here, marked.Id);
        }
    }

    public static void Exchange(CommandContext context, string one, string other)
    {
        Trade(context, one, other);
        Undoing.Remember(context.Model, $"exchanging {one} and {other}", back => Trade(back, one, other));
    }

    private static void Trade(CommandContext context, string one, string other)
    {
        string Swapped(string name) => name == one ? other : name == other ? one : name;
        if (context.Model.Plan.Kind == LayoutKind.Own)
        {
            Cutting.Take(context, Cutting.Begin(context.Model).Own.Renamed(Swapped));
        }
        else
        {
            Reorder(context, Swapped);
        }
    }

    private static void Reorder(CommandContext context, Func<string, string> moved)
    {
        var model = context.Model;
        int Index(int slot) => model.Slots.FindIndex(found => found.Id == moved(model.Slots[slot].Id));
        var (order, shown) = (model.Ordered.Select(Index).ToList(), model.Shown.Select(Index).ToList());
        model.OwnOrder.Clear();
        model.OwnOrder.AddRange(order.Select(slot => model.Slots[slot].Id));
        model.Order = SlotOrder.Own;
        model.Shown.Clear();
        model.Shown.AddRange(shown);
        Cutting.Changed(context);
    }

    /// <summary>The places of the page in reading order, as far as they can be swapped.</summary>
    private static List<string> Page(ConsoleModel model)
    {
        if (model.Zoomed)
        {
            model.Zoomed = false;
            model.Arrange();
        }

        return model.Plan.Tree is { } tree ? [.. tree.Places().Where(place => !place.IsBlank).Select(place => place.Name)] : [];
    }
}
