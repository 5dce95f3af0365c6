using FleetTui.Console.Layouts;
using FleetTui.Console.Model;
using FleetTui.Console.Status;

namespace FleetTui.Console.Commands;

/// <summary>How the slots are laid out.</summary>
internal static class LayoutCommands
{
    public static readonly ConsoleCommand[] All =
    [
        new("zoom", "zoom", "one slot on the whole screen, or back", (context, _) => Zoom(context)),
        new("next-layout", "next layout", "grid, rail, columns, chips, cards, your own: the next that fits", (context, _) => NextLayout(context)),
        new("layout", "choose a layout", "layout grid | rail | columns | chips | cards | own | auto, or tmux's even-horizontal, even-vertical, main-horizontal, main-vertical, tiled", Layout),
        new("order", "order of the slots", "order number | attention: places by number, or those that need you first; without a word the other of the two", Order),
        new("pin", "keep live", "keep this slot live beside the rail, or no longer", (context, _) => Pin(context)),
        new("hints", "more or fewer hints", "hints 2 | 1 | 0: how much the status line says can be pressed; 0 leaves the counts and the lane. Without a number the next", Hints),
        new("style", "theme", "choose among the themes, each tried on at once; style NAME", Style),
    ];

    private static void Style(CommandContext context, string name)
    {
        var model = context.Model;
        if (name.Length == 0)
        {
            model.Panel = new Panels.ThemePanel(model);
        }
        else if (Panels.ThemePanel.Names.Contains(name))
        {
            model.UseTheme(name);
        }
        else
        {
            model.Say($"style: {string.Join(", ", Panels.ThemePanel.Names)}", error: true);
        }
    }

    private static void Zoom(CommandContext context)
    {
        context.Model.Zoomed = !context.Model.Zoomed;
        Cutting.Changed(context);
    }

    private static void NextLayout(CommandContext context)
    {
        var model = context.Model;
        var choices = ScreenPlanner.Choices(model.Columns, model.Rows, model.Own is not null);
        var at = choices.ToList().IndexOf(model.Plan.Kind);
        Set(context, choices[(at + 1) % choices.Count]);
        model.Say($"layout: {Name(model.Plan.Kind)}");
    }

    private static void Layout(CommandContext context, string name)
    {
        var kind = name switch
        {
            "grid" => LayoutKind.Grid,
            "rail" => LayoutKind.Rail,
            "columns" => LayoutKind.Columns,
            "chips" => LayoutKind.Chips,
            "cards" => LayoutKind.Cards,
            "own" => LayoutKind.Own,
            "auto" => LayoutKind.Automatic,
            _ => (LayoutKind?)null,
        };
        if (kind is not { } found)
        {
            Preset(context, name);
            return;
        }

        if (found == LayoutKind.Own && context.Model.Own is null)
        {
            context.Model.Say($"you have not cut a page yet ({context.Model.Keys.Spell("split right")} does)");
            return;
        }

        Set(context, found);
        if (found != LayoutKind.Automatic && context.Model.Plan.Kind != found)
        {
            context.Model.Say($"{name} needs a larger window; {Name(context.Model.Plan.Kind)} is shown");
        }
    }

    private static void Preset(CommandContext context, string name)
    {
        var model = context.Model;
        if (!Presets.Names.Contains(name))
        {
            model.Say($"layout: grid, rail, columns, chips, cards, own, auto, {string.Join(", ", Presets.Names)}", error: true);
            return;
        }

        if (Cutting.Here(model) is not { } here)
        {
            return;
        }

        // The places of a page that the user cut stay the same, as in tmux; else as many slots as get a tile.
        var own = model.Plan.Kind == LayoutKind.Own && !model.Zoomed;
        if (name == "tiled" && !own)
        {
            Set(context, LayoutKind.Grid);
            return;
        }

        var (pages, page) = Cutting.Begin(model);
        var places = own ? pages.Pages[page].Places().Select(place => place.Name).ToList() : model.Ordered.Select(slot => model.Slots[slot].Id).ToList();
        var tree = Presets.Tree(name, places, here, model.Plan.Space, comfortable: !own);
        Cutting.Remember(model, $"the layout {name}");
        Cutting.Take(context, pages.With(page, tree), here);
    }

    private static void Order(CommandContext context, string name)
    {
        var model = context.Model;
        SlotOrder? order = name switch
        {
            "number" => SlotOrder.Number,
            "attention" => SlotOrder.Attention,
            "" => model.Order == SlotOrder.Number ? SlotOrder.Attention : SlotOrder.Number,
            _ => null,
        };
        if (order is not { } found)
        {
            model.Say("order: number or attention", error: true);
            return;
        }

        model.Order = found;
        Cutting.Changed(context);
        model.Say(found == SlotOrder.Number ? "order: by number" : "order: those that need you first; the slot with the keyboard stays where it is");
    }

    private static void Hints(CommandContext context, string level)
    {
        var model = context.Model;
        if (level is not ("" or "0" or "1" or "2"))
        {
            model.Say("hints: 2, 1 or 0", error: true);
            return;
        }

        model.Hints = level.Length > 0 ? level[0] - '0' : (model.Hints + StatusHints.Most) % (StatusHints.Most + 1);
        model.Say(model.Hints switch
        {
            0 => $"hints: none; {model.Keys.Spell("hints")} brings them back",
            1 => "hints: few",
            _ => "hints: all that fit",
        });
    }

    private static void Pin(CommandContext context)
    {
        if (context.Model.Focused is { } slot)
        {
            slot.Pinned = !slot.Pinned;
            Cutting.Changed(context);
            context.Model.Say(slot.Pinned ? $"{slot.Id} stays live beside the rail" : $"{slot.Id} is pinned no longer");
        }
    }

    private static void Set(CommandContext context, LayoutKind kind)
    {
        context.Model.Layout = kind;
        context.Model.Zoomed = false;
        Cutting.Changed(context);
    }

    private static string Name(LayoutKind kind) => kind.ToString().ToLowerInvariant();
}
