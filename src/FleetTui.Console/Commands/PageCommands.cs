using FleetTui.Console.Layouts;
using FleetTui.Console.Panels;

namespace FleetTui.Console.Commands;

/// <summary>Pages: tmux's windows.</summary>
internal static class PageCommands
{
    public static readonly ConsoleCommand[] All =
    [
        new("page", "page by number", "go to this page", (context, number) => Page(context, int.TryParse(number, out var page) ? page - 1 : -1)),
        new("next-page", "next page", "go to the next page", (context, _) => Step(context, 1)),
        new("previous-page", "previous page", "go to the page before", (context, _) => Step(context, -1)),
        new("last-page", "last page", "go back to the page that was left last", (context, _) => Last(context)),
        new("new-page", "a new page", "a page with one place, for a slot of your choice", (context, _) => New(context)),
        new("close-page", "give up this page", "give up the places you cut on this page; its slots go on and follow on later pages", (context, _) => Close(context)),
    ];

    private static void Step(CommandContext context, int by)
    {
        var plan = context.Model.Plan;
        if (plan.Pages < 2)
        {
            context.Model.Say("all slots are on this page");
            return;
        }

        Page(context, (plan.Page + by + plan.Pages) % plan.Pages);
    }

    private static void Page(CommandContext context, int page)
    {
        var model = context.Model;
        if (page < 0 || page >= model.Plan.Pages)
        {
            model.Say(model.Plan.Pages < 2 ? "all slots are on this page" : $"there are pages 1 to {model.Plan.Pages}");
            return;
        }

        if (page == model.Plan.Page)
        {
            return;
        }

        // As in tmux, a page remembers who had the keyboard there.
        var slots = model.Plan.PageSlots[page];
        var recent = model.Recent.Select(id => model.Slots.FindIndex(slot => slot.Id == id)).Where(slots.Contains).ToList();
        if (recent.Count > 0 || slots.Count > 0)
        {
            Focusing.To(context, recent.Count > 0 ? recent[0] : slots[0]);
        }
        else if (model.Own is { } own && page < own.Pages.Count)
        {
            Focusing.ToPlace(context, own.Pages[page].Places().First().Name);
        }
    }

    private static void Last(CommandContext context)
    {
        var model = context.Model;
        var here = model.Plan.PageSlots[model.Plan.Page];
        var there = model.Recent.Select(id => model.Slots.FindIndex(slot => slot.Id == id)).FirstOrDefault(slot => slot >= 0 && !here.Contains(slot), -1);
        if (there < 0)
        {
            model.Say("no other page was seen yet");
            return;
        }

        Focusing.To(context, there);
    }

    private static void New(CommandContext context)
    {
        if (Cutting.Here(context.Model) is null)
        {
            return;
        }

        var own = Cutting.Begin(context.Model).Own;
        var name = own.NextEmpty();
        Cutting.Take(context, own.Inserting(own.Pages.Count, new LayoutPlace(name)), name);
        context.Model.Panel = new SlotPickerPanel(context.Model, "which slot shall be on the new page?", "put");
    }

    private static void Close(CommandContext context)
    {
        var model = context.Model;
        if (model.Plan.Kind != LayoutKind.Own || model.Own is not { } own || own.PageOf(Cutting.Here(model) ?? "") is not (>= 0 and var page))
        {
            model.Say("this page was not cut by you: there is nothing to give up");
            return;
        }

        model.Panel = new ConfirmPanel($"give up page {page + 1} with {own.Pages[page].Places().Count()} places? Its slots go on.", yes =>
        {
            Cutting.Remember(yes.Model, "giving up the page");
            Cutting.Take(yes, own.With(page, null));
        });
    }
}
