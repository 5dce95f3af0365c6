using FleetTui.Console.Compositing;
using FleetTui.Console.Model;

namespace FleetTui.Console.Boards;

/// <summary>Where a board lies: the whole screen above the status line, or the right side of it, where the tiles then keep the rest.</summary>
public static class BoardPlace
{
    /// <summary>A narrower window has no room for a board beside a terminal.</summary>
    public const int LeastColumns = 100;

    private const int LeastSide = 48;
    private const int MostSide = 100;

    public static bool IsSide(ConsoleModel model) => model is { Board: not null, BoardAtSide: true } && model.Columns >= LeastColumns;

    /// <summary>The columns that a board takes from the tiles.</summary>
    public static int SideColumns(ConsoleModel model) => IsSide(model) ? Math.Clamp(model.Columns * 2 / 5, LeastSide, MostSide) : 0;

    public static Rect Of(ConsoleModel model)
    {
        var side = SideColumns(model);
        return side == 0 ? new Rect(0, 0, model.Columns, model.Rows - 1) : new Rect(model.Columns - side, 0, side, model.Rows - 1);
    }
}
