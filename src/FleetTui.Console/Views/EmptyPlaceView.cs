using FleetTui.Console.Compositing;
using FleetTui.Console.Layouts;
using FleetTui.Console.Model;

namespace FleetTui.Console.Views;

/// <summary>A place without a slot says what can be put there.</summary>
public static class EmptyPlaceView
{
    public static void Draw(Canvas canvas, EmptyPlace place, ConsoleModel model)
    {
        var free = model.Slots.Count(slot => (model.Own?.PageOf(slot.Id) ?? -1) < 0);
        TileView.Message(canvas, model, model.EmptyFocus == place.Name
            ? ["nothing is here yet", "Enter = choose a slot", $"{model.Keys.Spell("stop")} = close this place"]
            : ["nothing is here yet", free > 0 ? $"{free} slots are on no page" : "every slot has a place", "a click, then Enter = choose a slot"]);
    }

    public static void Header(Canvas canvas, EmptyPlace place, ConsoleModel model) =>
        canvas.TextFit(1, 0, $" empty {place.Name[1..]} ", model.EmptyFocus == place.Name ? model.Theme.Mode : model.Theme.Dim, canvas.Width - 2);
}
