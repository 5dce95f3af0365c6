using FleetTui.Console.Effects;
using FleetTui.Console.Model;

namespace FleetTui.Console.Commands;

/// <summary>Gives the keyboard to a slot.</summary>
internal static class Focusing
{
    public static void To(CommandContext context, int index)
    {
        var model = context.Model;
        if (index < 0 || index >= model.Slots.Count)
        {
            return;
        }

        if (index != model.Focus)
        {
            TellFocus(context, model.Focused, focused: false);
            model.LastFocus = model.Focus;
            model.Focus = index;
            TellFocus(context, model.Focused, model.WindowFocused);
        }

        Boards.Opening.ToTiles(model);

        // Who goes to a slot uses it: its tile here gives its size from now on.
        model.Slots[index].OwnsSize = true;
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
