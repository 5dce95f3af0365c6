using FleetTui.Console.Layouts;
using FleetTui.Console.Panels;

namespace FleetTui.Console.Commands;

/// <summary>Pages: tmux's windows.</summary>
internal static class PageCommands
{
    private const int LongestName = 60;

    public static readonly ConsoleCommand[] All =
    [
        new("page", "page by number", "go to this page, by its number or its name; without a word it asks", Named),
        new("next-page", "next page", "go to the next page", (context, _) => Step(context, 1)),
        new("previous-page", "previous page", "go to the page before", (context, _) => Step(context, -1)),
        new("last-page", "last page", "go back to the page that was left last", (context, _) => Last(context)),
        new("new-page", "a new page", "a page with one place, for a slot of your choice", (context, _) => New(context)),
        new("pages", "pages", "all pages with their names and slots; Enter goes there, r names one", (context, _) => context.Model.Panel = new PagesPanel(context.Model)),
        new("rename-page", "name the page", "rename-page NAME: what this page is called; without a name it asks", Rename),
        new("unname-page", "page without a name", "this page shall have no name any more", (context, _) => Call(context, "")),
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

    private static void Named(CommandContext context, string wanted)
    {
        var plan = context.Model.Plan;
        if (wanted.Length == 0)
        {
            context.Model.Panel = new PromptPanel("page (number or name): ", "page ");
            return;
        }

        var names = Enumerable.Range(0, plan.Pages).Select(plan.NameOf).ToList();
        var page = int.TryParse(wanted, out var number) ? number - 1
            : names.FindIndex(name => name == wanted) is >= 0 and var exact ? exact
            : names.FindIndex(name => name.Contains(wanted, StringComparison.OrdinalIgnoreCase));
        if (page < 0 && number == 0 && names.Any(name => name.Length > 0))
        {
            context.Model.Say($"no page is called \"{wanted}\"; there are {string.Join(", ", names.Where(name => name.Length > 0))}", error: true);
            return;
        }

        Page(context, page);
    }

    private static void Rename(CommandContext context, string name)
    {
        var plan = context.Model.Plan;
        if (context.Model.Plan.Tree is null)
        {
            context.Model.Say("there is no page to name");
        }
        else if (name.Length == 0)
        {
            context.Model.Panel = new PromptPanel("name of this page: ", "rename-page ", plan.NameOf(plan.Page), whenEmpty: "unname-page");
        }
        else
        {
            Call(context, name.Length <= LongestName ? name : name[..LongestName]);
        }
    }

    /// <summary>A page that the user cut carries its name; one that is laid out by itself has it by its number, so that a name changes no layout.</summary>
    private static void Call(CommandContext context, string name)
    {
        var model = context.Model;
        var zoomed = model.Zoomed;
        Cutting.Remember(model, "naming the page");
        model.Zoomed = false;
        model.Arrange();
        if (model.Plan.Kind == LayoutKind.Own)
        {
            var (own, page) = Cutting.Begin(model);
            model.Own = own.Named(page, name);
        }
        else if (name.Length > 0)
        {
            model.PageNames[(model.Plan.Kind, model.Plan.Page)] = name;
        }
        else
        {
            model.PageNames.Remove((model.Plan.Kind, model.Plan.Page));
        }

        model.Zoomed = zoomed;
        model.Arrange();
        model.Say(name.Length > 0 ? $"this page is \"{name}\"" : "this page has no name");
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
