using FleetTui.Console.Compositing;
using FleetTui.Terminal.Cells;

namespace FleetTui.Console.Views;

/// <summary>Numbers and times large enough to be read across the room, six cells wide and five rows high.</summary>
internal static class LargeDigits
{
    private const int Step = 8;
    private const int Rows = 5;

    // Three columns by five rows each, as bits from the top left; the colon of a clock follows the nine.
    private static readonly int[] Shapes = [0b111_101_101_101_111, 0b010_110_010_010_111, 0b111_001_111_100_111, 0b111_001_111_001_111, 0b101_101_111_001_001, 0b111_100_111_001_111, 0b111_100_111_101_111, 0b111_001_001_001_001, 0b111_101_111_101_111, 0b111_101_111_001_111, 0b000_010_000_010_000];

    /// <summary>Draws in the middle; where there is no room, small.</summary>
    /// <param name="text">Of digits and colons.</param>
    public static void Draw(Canvas canvas, string text, CellStyle style)
    {
        var width = (text.Length * Step) - 2;
        if (canvas.Width < width + 2 || canvas.Height < Rows + 2)
        {
            canvas.Text(Math.Max(0, (canvas.Width - text.Length) / 2), canvas.Height / 2, text, style);
            return;
        }

        var inverse = style with { Attributes = style.Attributes | CellAttributes.Inverse };
        var (left, top) = ((canvas.Width - width) / 2, (canvas.Height - Rows) / 2);
        for (var i = 0; i < text.Length; i++)
        {
            var shape = Shapes[text[i] - '0'];
            for (var bit = 0; bit < 15; bit++)
            {
                if ((shape & (1 << (14 - bit))) != 0)
                {
                    canvas.Text(left + (i * Step) + (bit % 3 * 2), top + (bit / 3), "  ", inverse);
                }
            }
        }
    }
}
