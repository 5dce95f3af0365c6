using FleetTui.Console.Effects;
using FleetTui.Console.Model;

namespace FleetTui.Console.Commands;

/// <summary>Gives the keyboard to a slot, or to a place without one.</summary>
internal static class Focusing
{
    public static void To(CommandContext context, int index)
    {
        var model = context.Model;
        if (index < 0 || index >= model.Slots.Count)
        {
            return;
        }

        if (index != model.Focus || model.EmptyFocus is not null)
        {
            TellFocus(context, model.Focused, focused: false);
            model.LastFocus = model.EmptyFocus is null ? model.Focus : model.LastFocus;
            (model.Focus, model.EmptyFocus) = (index, null);
            TellFocus(context, model.Focused, model.WindowFocused);
        }

        Boards.Opening.ToTiles(model);

        model.Arrange();
        PaneSizes.Due(model);
    }

    /// <param name="name">A slot's id, or an empty place of the user's pages.</param>
    public static void ToPlace(CommandContext context, string name)
    {
        var model = context.Model;
        if (model.Slots.FindIndex(slot => slot.Id == name) is >= 0 and var index)
        {
            To(context, index);
            return;
        }

        TellFocus(context, model.Focused, focused: false);
        model.EmptyFocus = name;
        model.Arrange();
        PaneSizes.Due(model);
    }

    public static void TellFocus(CommandContext context, SlotModel? slot, bool focused)
    {
        if (slot?.View is { Exists: true } view && view.Modes.FocusReports && !context.Model.Options.ReadOnly)
        {
            context.Ask(new Effect.TellFocus(slot.Id, focused));
        }
    }
}
