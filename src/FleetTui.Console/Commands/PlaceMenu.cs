using FleetTui.Console.Compositing;
using FleetTui.Console.Layouts;
using FleetTui.Console.Panels;

namespace FleetTui.Console.Commands;

/// <summary>The page's menu, and a slot's exchange of places with another that is named.</summary>
internal static class PlaceMenu
{
    public static readonly ConsoleCommand[] All =
    [
        new("page-menu", "page menu", "all that can be done with this page and its places", (context, _) => Menu(context)),
        new("move-slot", "exchange places", "let this slot change places with another", (context, _) => Move(context)),
        new("exchange-with", "exchange places", "exchange-with SLOT: let this slot change places with that one", (context, name) => With(context, name)),
    ];

    private static void Menu(CommandContext context)
    {
        var model = context.Model;
        var mine = model.Plan.Kind == LayoutKind.Own ? null : "you did not cut this page";
        var name = model.Plan.NameOf(model.Plan.Page);
        context.Model.Panel = new MenuPanel($"page {model.Plan.Page + 1} of {model.Plan.Pages}{(name.Length > 0 ? $": {TextWidth.Fit(name, 24)}" : "")}",
        [
            new('%', "a place at the right", "split right"),
            new('"', "a place below", "split below"),
            new('l', "next layout", "next-layout"),
            new('E', "make the places alike", "even"),
            new('z', "zoom", "zoom"),
            new(',', "name this page", "rename-page"),
            new('w', "all pages", "pages"),
            new('c', "a new page", "new-page"),
            new('&', "give up this page's places", "close-page", mine),
            new('!', "this slot on a page of its own", "break"),
            new('J', "bring a slot here", "join"),
            new('.', "exchange places with another slot", "move-slot"),
            new('W', "save the layout under a name", "save-layout"),
            new('N', "order of the slots", "order"),
            new('b', "rail: wide, narrow, off", "rail"),
            new('n', "next page", "next-page", model.Plan.Pages > 1 ? null : "all slots are on this page"),
        ]);
    }

    private static void Move(CommandContext context)
    {
        if (context.Model.Focused is not null)
        {
            context.Model.Panel = new SlotPickerPanel(context.Model, "change places with which slot?", "exchange-with");
        }
    }

    private static void With(CommandContext context, string name)
    {
        if (context.Model.SlotOf(name) is null)
        {
            context.Model.Say($"there is no slot {name}", error: true);
        }
        else if (Cutting.Here(context.Model) is { } here && here != name)
        {
            Swapping.Exchange(context, here, name);
        }
    }
}
