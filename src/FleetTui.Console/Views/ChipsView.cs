using FleetTui.Console.Compositing;
using FleetTui.Console.Model;

namespace FleetTui.Console.Views;

/// <summary>All slots in rows of six: number, glyph and name in thirteen cells each at 80 columns.</summary>
public static class ChipsView
{
    public const int Across = 6;

    public static void Draw(Canvas canvas, ConsoleModel model)
    {
        for (var i = 0; i < model.Ordered.Count; i++)
        {
            if (Place(i, canvas.Width) is not { } place || place.Y >= canvas.Height)
            {
                continue;
            }

            var slot = model.Slots[model.Ordered[i]];
            var chip = canvas.Part(place);
            var style = slot.Mood.Style(model.Theme);
            var name = model.HasKeyboard(model.Ordered[i]) ? model.Theme.Mode : slot.Status.Attention ? style : model.Theme.Text;
            var x = chip.Text(0, 0, $"{slot.Status.Number,2}", model.Theme.Dim);
            x = chip.Text(x, 0, slot.Mood.Glyph(model.Ascii), style);
            chip.TextFit(x, 0, slot.Id, name, chip.Width - x - 1, "");
        }
    }

    /// <summary>Where the chip of a slot is, for drawing and for clicks.</summary>
    public static Rect? Place(int index, int width)
    {
        var each = width / Across;
        return new Rect(index % Across * each, index / Across, each, 1);
    }
}
