using FleetTui.Console.Keeping;
using FleetTui.Console.Layouts;
using FleetTui.Console.Model;

namespace FleetTui.Console.Commands;

/// <summary>Changes the page on the screen as one that the user cuts. A page that was laid out by itself becomes the user's own with the first change.</summary>
internal static class Cutting
{
    /// <summary>The place with the keyboard, by its name in the tree; null where there are no slots.</summary>
    public static string? Here(ConsoleModel model) => model.Plan.Tree is null ? null : model.EmptyFocus ?? model.Focused?.Id;

    /// <summary>The user's pages with the page on the screen among them, and its number.</summary>
    public static (OwnLayout Own, int Page) Begin(ConsoleModel model)
    {
        if (model.Zoomed)
        {
            model.Zoomed = false;
            model.Arrange();
        }

        var here = Here(model)!;
        var plan = model.Plan;
        var own = plan.Kind == LayoutKind.Own ? Known(model.Own!, model) : new OwnLayout([], FrameOf(plan.Kind));
        if (own.PageOf(here) is >= 0 and var page)
        {
            return (own, page);
        }

        own = own.Inserting(own.Pages.Count, LayoutTree.Pruned(plan.Tree!, place => !place.IsBlank)!, plan.NameOf(plan.Page));
        return (own, own.Pages.Count - 1);
    }

    public static void Take(CommandContext context, OwnLayout own)
    {
        var model = context.Model;
        model.Own = own.Pages.Count == 0 ? null : own;
        model.Layout = own.Pages.Count == 0 ? LayoutKind.Automatic : LayoutKind.Own;
        Changed(context);
    }

    /// <summary>Gives the keyboard to a place; the layout is taken first.</summary>
    public static void Take(CommandContext context, OwnLayout own, string focus)
    {
        Take(context, own);
        Focusing.ToPlace(context, focus);
    }

    /// <summary>What the user may want back: a page that was cut with care is gone with one key.</summary>
    public static void Remember(ConsoleModel model, string what)
    {
        var before = KeptLayout.Of(model);
        Undoing.Remember(model, what, back =>
        {
            before.Apply(back.Model);
            Changed(back);
        });
    }

    public static void Changed(CommandContext context)
    {
        context.Model.Arrange();
        PaneSizes.Due(context.Model);
    }

    /// <summary>Says so and is false where a tree needs more cells than there are.</summary>
    public static bool HasRoom(CommandContext context, LayoutNode tree)
    {
        var fits = TreePlanner.Fits(tree, context.Model.Plan.Space);
        if (!fits)
        {
            context.Model.Say($"no room: a place needs {TreePlanner.LeastColumns}x{TreePlanner.LeastRows} cells");
        }

        return fits;
    }

    private static OwnLayout Known(OwnLayout own, ConsoleModel model) => own.Pruned(place => place.IsEmpty || model.SlotOf(place.Name) is not null);

    private static PageFrame FrameOf(LayoutKind kind) => kind switch
    {
        LayoutKind.Rail => PageFrame.Rail,
        LayoutKind.Chips => PageFrame.Chips,
        _ => PageFrame.Plain,
    };
}
