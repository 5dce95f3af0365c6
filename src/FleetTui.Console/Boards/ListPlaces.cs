using FleetTui.Console.Compositing;
using FleetTui.Console.Model;

namespace FleetTui.Console.Boards;

/// <summary>The list beside the text where both have room, else above it.</summary>
internal readonly record struct ListPlaces(Rect List, Rect Text, bool Beside)
{
    /// <summary>Text this wide has room for line numbers.</summary>
    public const int WithNumbers = 60;

    private const int LeastBeside = 96;

    /// <summary>The line between the two.</summary>
    public void DrawLine(Canvas canvas, ConsoleModel model)
    {
        for (var i = 0; i < (Beside ? canvas.Height : canvas.Width); i++)
        {
            canvas.Text(Beside ? List.Right + 1 : i, Beside ? i : List.Bottom, Beside ? (model.Ascii ? "|" : "│") : model.Ascii ? "-" : "─", model.Theme.Border, 1);
        }
    }

    public static ListPlaces Of(int width, int height, int entries)
    {
        if (width >= LeastBeside)
        {
            var list = Math.Clamp(width * 3 / 10, 30, 56);
            return new ListPlaces(new Rect(0, 0, list, height), new Rect(list + 3, 0, width - list - 3, height), true);
        }

        var rows = Math.Clamp(entries, 1, Math.Max(1, height / 3));
        return new ListPlaces(new Rect(0, 0, width - 1, rows), new Rect(0, rows + 1, width, Math.Max(0, height - rows - 1)), false);
    }
}
