using FleetTui.Console.Compositing;
using FleetTui.Console.Model;

namespace FleetTui.Console.Boards;

/// <summary>Where in a longer text one is: a mark in a column of one cell. Nothing where all is seen.</summary>
internal static class ScrollBar
{
    public static void Draw(Canvas column, int top, int count, ConsoleModel model)
    {
        var height = column.Height;
        if (count <= height || height < 2)
        {
            return;
        }

        var length = Math.Max(1, height * height / count);
        var at = (int)Math.Round((double)top * (height - length) / (count - height));
        for (var y = 0; y < height; y++)
        {
            var inside = y >= at && y < at + length;
            column.Text(0, y, inside ? (model.Ascii ? "#" : "┃") : (model.Ascii ? "|" : "│"), inside ? model.Theme.Accent : model.Theme.Border);
        }
    }
}
