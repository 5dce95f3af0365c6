using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;
using FleetTui.Terminal.Cells;

namespace FleetTui.Console.Panels;

/// <summary>Large numbers in the tiles (<c>prefix q</c>); a digit goes there (0 is 10, a 11, b 12), any key ends it.</summary>
public sealed class NumbersPanel : IPanel
{
    // Three columns by five rows each, as bits from the top left.
    private static readonly int[] Shapes = [0b111_101_101_101_111, 0b010_110_010_010_111, 0b111_001_111_100_111, 0b111_001_111_001_111, 0b101_101_111_001_001, 0b111_100_111_001_111, 0b111_100_111_101_111, 0b111_001_001_001_001, 0b111_101_111_101_111, 0b111_101_111_001_111];

    public string Mode => "NUMBERS";

    public Rect Place(ConsoleModel model) => new(0, 0, model.Columns, model.Rows - 1);

    public void Draw(Canvas canvas, ConsoleModel model)
    {
        foreach (var tile in model.Plan.Tiles)
        {
            var slot = model.Slots[tile.Slot];
            var text = slot.Status.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var style = model.HasKeyboard(tile.Slot) ? model.Theme.Needs : model.Theme.BorderFocus;
            Number(canvas.Part(tile.Content), text, style);
            var size = slot.View is { } view ? $"{view.Columns}x{view.Rows}" : "";
            canvas.Part(tile.Content).Text(Math.Max(0, tile.Content.Width - size.Length), 0, size, style);
        }
    }

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

    private static void Number(Canvas canvas, string text, CellStyle style)
    {
        var width = (text.Length * 8) - 2;
        if (canvas.Width < width + 2 || canvas.Height < 7)
        {
            canvas.Text((canvas.Width - text.Length) / 2, canvas.Height / 2, text, style);
            return;
        }

        var inverse = style with { Attributes = style.Attributes | CellAttributes.Inverse };
        var (left, top) = ((canvas.Width - width) / 2, (canvas.Height - 5) / 2);
        for (var i = 0; i < text.Length; i++)
        {
            var shape = Shapes[text[i] - '0'];
            for (var bit = 0; bit < 15; bit++)
            {
                if ((shape & (1 << (14 - bit))) != 0)
                {
                    canvas.Text(left + (i * 8) + (bit % 3 * 2), top + (bit / 3), "  ", inverse);
                }
            }
        }
    }
}
