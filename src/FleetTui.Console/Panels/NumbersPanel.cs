using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;
using FleetTui.Console.Views;

namespace FleetTui.Console.Panels;

/// <summary>Large numbers in the tiles (<c>prefix q</c>); a digit goes there (0 is 10, a 11, b 12), any key ends it.</summary>
public sealed class NumbersPanel : IPanel
{
    public string Mode => "NUMBERS";

    public Rect Place(ConsoleModel model) => new(0, 0, model.Columns, model.Rows - 1);

    public void Draw(Canvas canvas, ConsoleModel model)
    {
        foreach (var tile in model.Plan.Tiles)
        {
            var slot = model.Slots[tile.Slot];
            var text = slot.Status.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var style = model.HasKeyboard(tile.Slot) ? model.Theme.Needs : model.Theme.BorderFocus;
            LargeDigits.Draw(canvas.Part(tile.Content), text, style);
            var size = slot.View is { } view ? $"{view.Columns}x{view.Rows}" : "";
            canvas.Part(tile.Content).Text(Math.Max(0, tile.Content.Width - size.Length), 0, size, style);
        }
    }

    /// <summary>Numbers beyond nine have a letter, which no tile can say.</summary>
    public string? StatusText(ConsoleModel model) => model.Slots.Count switch
    {
        <= 9 => $" NUMBERS  a digit goes there, any other key leaves",
        10 => $" NUMBERS  a digit goes there, 0 to 10; any other key leaves",
        _ => $" NUMBERS  a digit goes there, 0 to 10, a to 11, b to 12; any other key leaves",
    };

    public void Press(KeyStroke key, CommandContext context)
    {
        context.Model.Panel = null;
        var number = key.Printable switch
        {
            "0" => "10",
            "a" => "11",
            "b" => "12",
            { } digit when digit.Length == 1 && char.IsAsciiDigit(digit[0]) => digit,
            _ => null,
        };
        if (number is not null)
        {
            context.Run($"slot {number}");
        }
    }
}
