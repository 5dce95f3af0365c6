using FleetTui.Console.Layouts;
using FleetTui.Console.Model;

namespace FleetTui.Console.Commands;

/// <summary>How the slots are laid out.</summary>
internal static class LayoutCommands
{
    public static readonly ConsoleCommand[] All =
    [
        new("zoom", "zoom", "one slot on the whole screen, or back", (context, _) => Zoom(context)),
        new("next-layout", "next layout", "grid, rail, columns, chips: the next that fits", (context, _) => NextLayout(context)),
        new("layout", "choose a layout", "layout grid | rail | columns | chips | auto", Layout),
        new("style", "next theme", "dark, light, high contrast, the terminal's own colours: the next", Style),
        new("even", "automatic layout", "let the window's shape choose the layout", (context, _) => Set(context, LayoutKind.Automatic)),
        new("rail", "rail wide/narrow/off", "the list at the left: wide, narrow, hidden", (context, _) => Rail(context)),
        new("page", "page by number", "go to this page of the grid", (context, number) => Page(context, int.TryParse(number, out var page) ? page - 1 : 0)),
        new("next-page", "next page", "go to the next page", (context, _) => Page(context, context.Model.Plan.Page + 1)),
        new("previous-page", "previous page", "go to the page before", (context, _) => Page(context, context.Model.Plan.Page - 1)),
        new("last-page", "last page", "go back to the page of the slot before", (context, _) => Focusing.To(context, context.Model.LastFocus)),
    ];

    private static readonly string[] Themes = ["dark", "light", "high-contrast", "terminal"];

    private static void Style(CommandContext context, string name)
    {
        var now = Array.FindIndex(Themes, theme => Theme.Named(theme) == context.Model.Theme);
        var next = name.Length > 0 ? name : Themes[(now + 1) % Themes.Length];
        context.Model.Theme = Theme.Named(next);
        context.Model.Say($"theme: {next}; console.theme in fleet.toml keeps it");
    }

    private static void Zoom(CommandContext context)
    {
        context.Model.Zoomed = !context.Model.Zoomed;
        Changed(context);
    }

    private static void NextLayout(CommandContext context)
    {
        var model = context.Model;
        var choices = ScreenPlanner.Choices(model.Columns, model.Rows);
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
            "auto" => LayoutKind.Automatic,
            _ => (LayoutKind?)null,
        };
        if (kind is not { } found)
        {
            context.Model.Say("layout: grid, rail, columns, chips or auto", error: true);
            return;
        }

        Set(context, found);
        if (found != LayoutKind.Automatic && context.Model.Plan.Kind != found)
        {
            context.Model.Say($"{name} needs a larger window; {Name(context.Model.Plan.Kind)} is shown");
        }
    }

    private static void Set(CommandContext context, LayoutKind kind)
    {
        context.Model.Layout = kind;
        context.Model.Zoomed = false;
        Changed(context);
    }

    private static void Rail(CommandContext context)
    {
        context.Model.Rail = (RailWidth)(((int)context.Model.Rail + 1) % 3);
        Changed(context);
    }

    private static void Page(CommandContext context, int page)
    {
        var model = context.Model;
        if (model.Plan.Pages < 2)
        {
            model.Say("all slots are on this page");
            return;
        }

        if (page > model.Plan.Pages)
        {
            model.Say($"there is no page {page + 1}");
            return;
        }

        Focusing.To(context, (page + model.Plan.Pages) % model.Plan.Pages * model.Plan.PerPage);
    }

    private static void Changed(CommandContext context)
    {
        if (context.Model.Focused is { } slot)
        {
            slot.OwnsSize = true;
        }

        context.Model.Arrange();
        PaneSizes.Due(context.Model);
    }

    private static string Name(LayoutKind kind) => kind.ToString().ToLowerInvariant();
}
