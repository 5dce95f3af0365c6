using FleetTui.Console.Layouts;
using FleetTui.Console.Model;
using FleetTui.Console.Panels;

namespace FleetTui.Console.Commands;

/// <summary>Cutting a page into places, and what comes where: tmux's pane commands.</summary>
internal static class SplitCommands
{
    public static readonly ConsoleCommand[] All =
    [
        new("split", "split", "split right | below: cut this place in two; the next slot that is on no page comes there", Split),
        new("resize", "move a border", "resize up | down | left | right [CELLS]: move this place's border", Resize),
        new("join", "join a slot here", "join SLOT [right | below]: bring a slot to this page, beside this place", Join),
        new("put", "choose this place's slot", "put SLOT: show that slot in this place", Put),
        new("break", "a page for this slot", "give this slot a page of its own", (context, _) => Break(context)),
        new("close", "close this place", "take this place off the page; its slot goes on and follows on a later page", (context, _) => Close(context)),
        new("even", "even out", "make the places of the page alike; on a page that was not cut, let the window's shape choose", (context, _) => Even(context)),
        new("swap-up", "swap with the one before", "change places with the slot before", (context, _) => Swapping.Step(context, -1)),
        new("swap-down", "swap with the next", "change places with the next slot", (context, _) => Swapping.Step(context, 1)),
        new("rotate", "rotate the slots", "every slot of the page goes one place on", (context, _) => Swapping.Rotate(context, back: false)),
        new("rotate-back", "rotate back", "every slot of the page goes one place back", (context, _) => Swapping.Rotate(context, back: true)),
        new("exchange", "exchange with the mark", "change places with the marked slot", (context, _) => Swapping.WithMarked(context)),
    ];

    private static void Split(CommandContext context, string where)
    {
        if (where is not ("right" or "below" or ""))
        {
            context.Model.Say("split: right or below", error: true);
            return;
        }

        if (Cutting.Here(context.Model) is not { } here)
        {
            return;
        }

        var (own, page) = Cutting.Begin(context.Model);
        var added = Next(context.Model, own, here) ?? own.NextEmpty();
        var tree = LayoutTree.Split(own.Pages[page], here, where == "below", added);
        if (Cutting.HasRoom(context, tree))
        {
            Cutting.Take(context, own.With(page, tree), added);
        }
    }

    /// <summary>The next slot after this one that is on no page of the user's.</summary>
    private static string? Next(ConsoleModel model, OwnLayout own, string here)
    {
        var ids = model.Ordered.Select(slot => model.Slots[slot].Id).ToList();
        var at = Math.Max(0, ids.IndexOf(here));
        return ids.Skip(at).Concat(ids.Take(at)).FirstOrDefault(id => own.PageOf(id) < 0);
    }

    private static void Resize(CommandContext context, string argument)
    {
        var words = argument.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        (bool Rows, int Sign)? way = words.FirstOrDefault() switch { "up" => (true, -1), "down" => (true, 1), "left" => (false, -1), "right" => (false, 1), _ => null };
        var cells = 1;
        if (way is not { } found || words.Length > 2 || (words.Length == 2 && (!int.TryParse(words[1], out cells) || cells is < 1 or > 500)))
        {
            context.Model.Say("resize up | down | left | right [CELLS]", error: true);
            return;
        }

        if (Cutting.Here(context.Model) is not { } here)
        {
            return;
        }

        if (!found.Rows && context.Model.Plan is { Rail: not null, Tree: { } tree } && Borders.Of(tree, here, rows: false) is null)
        {
            // Nothing but the rail is beside it.
            RailCommands.By(context, found.Sign * cells);
            return;
        }

        var (own, page) = Cutting.Begin(context.Model);
        if (Borders.Of(own.Pages[page], here, found.Rows) is not { } border)
        {
            context.Model.Say(found.Rows ? "there is nothing above or below this place" : "there is nothing beside this place");
            return;
        }

        Borders.Move(context, own, page, border, found.Sign * cells);
    }

    private static void Join(CommandContext context, string argument)
    {
        var model = context.Model;
        var words = argument.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var below = words.Remove("below") ? true : words.Remove("right") ? false : (bool?)null;
        if (words.Count == 0 && model.Slots.FirstOrDefault(slot => slot.Marked) is { } marked)
        {
            words = [marked.Id];
        }

        if (words.Count == 0)
        {
            model.Panel = new SlotPickerPanel(model, "which slot shall join this page?", "join");
            return;
        }

        if (Cutting.Here(model) is not { } here || Named(context, words) is not { } slot)
        {
            return;
        }

        if (slot == here)
        {
            model.Say($"{slot} is here already");
            return;
        }

        var own = Cutting.Begin(model).Own.Without(slot);
        var page = own.PageOf(here);
        var shape = model.Plan.TileOf(model.Focus)?.Content ?? model.Plan.Space;
        var tree = LayoutTree.Split(own.Pages[page], here, below ?? shape.Width < 3 * shape.Height, slot);
        if (Cutting.HasRoom(context, tree))
        {
            Cutting.Remember(model, $"joining {slot}");
            Cutting.Take(context, own.With(page, tree), slot);
        }
    }

    private static void Put(CommandContext context, string argument)
    {
        var model = context.Model;
        var words = argument.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (words.Count == 0)
        {
            model.Panel = new SlotPickerPanel(model, "which slot shall be here?", "put");
        }
        else if (Cutting.Here(model) is { } here && Named(context, words) is { } slot && slot != here)
        {
            var own = Cutting.Begin(model).Own.Without(slot);
            Cutting.Remember(model, $"putting {slot} there");
            Cutting.Take(context, own.Renamed(name => name == here ? slot : name), slot);
        }
    }

    private static void Break(CommandContext context)
    {
        if (Cutting.Here(context.Model) is not { } here || context.Model.Focused is null)
        {
            return;
        }

        var (own, page) = Cutting.Begin(context.Model);
        if (own.Pages[page] is LayoutPlace)
        {
            context.Model.Say($"{here} has a page of its own already");
            return;
        }

        Cutting.Remember(context.Model, $"a page for {here}");
        Cutting.Take(context, own.Without(here).Inserting(page + 1, new LayoutPlace(here)), here);
    }

    private static void Close(CommandContext context)
    {
        if (Cutting.Here(context.Model) is not { } here)
        {
            return;
        }

        var (own, page) = Cutting.Begin(context.Model);
        var names = own.Pages[page].Places().Select(place => place.Name).ToList();
        var at = names.IndexOf(here);
        Cutting.Remember(context.Model, "closing a place");
        Cutting.Take(context, own.Without(here));
        if (names.Count > 1)
        {
            Focusing.ToPlace(context, names[at > 0 ? at - 1 : 1]);
        }
    }

    private static void Even(CommandContext context)
    {
        var model = context.Model;
        if (model.Plan.Kind != LayoutKind.Own || Cutting.Here(model) is null)
        {
            model.Layout = LayoutKind.Automatic;
            Cutting.Changed(context);
            return;
        }

        var (own, page) = Cutting.Begin(model);
        Cutting.Remember(model, "making places alike");
        Cutting.Take(context, own.With(page, LayoutTree.Even(own.Pages[page])));
    }

    private static string? Named(CommandContext context, List<string> words)
    {
        var slot = words.Count == 1 ? context.Model.Slots.FirstOrDefault(slot => slot.Id == words[0] || slot.Status.Label == words[0] || $"{slot.Status.Number}" == words[0]) : null;
        if (slot is null)
        {
            context.Model.Say($"no slot is called \"{string.Join(' ', words)}\"", error: true);
        }

        return slot?.Id;
    }
}
