using FleetTui.Console.Compositing;
using FleetTui.Console.Model;

namespace FleetTui.Console.Panels;

/// <summary>Where panels lie: the whole screen above the status line where it is small, else a box in the middle.</summary>
internal static class PanelPlace
{
    public static Rect Centered(ConsoleModel model, int width, int height)
    {
        var (columns, rows) = (model.Columns, model.Rows - 1);
        var (w, h) = (columns < 100 ? columns : Math.Min(columns - 6, width), rows < 30 ? rows : Math.Min(rows - 4, height));
        return new Rect((columns - w) / 2, (rows - h) / 2, w, h);
    }
}
