using FleetTui.Console.Commands;
using FleetTui.Console.Model;

namespace FleetTui.Console.Boards;

/// <summary>Opens, closes and moves boards; at most one is open.</summary>
internal static class Opening
{
    /// <summary>Opens a board. The same one again, when it has the keys, is closed instead, so that a board's key is its switch.</summary>
    public static void Open(CommandContext context, Board board)
    {
        var model = context.Model;
        if (model.Board is { } open && open.GetType() == board.GetType() && open.Mode == board.Mode)
        {
            if (model.BoardHasKeys)
            {
                Close(context);
            }
            else
            {
                model.BoardHasKeys = true;
            }

            return;
        }

        Put(context, board);
    }

    /// <summary>Puts a board where the one before was, if any.</summary>
    public static void Put(CommandContext context, Board board)
    {
        var model = context.Model;
        (model.Board, model.BoardHasKeys) = (board, true);
        Arrange(model);
        board.Opened(context);
    }

    public static void Close(CommandContext context)
    {
        var model = context.Model;
        (model.Board, model.BoardHasKeys) = (null, false);
        Arrange(model);
    }

    /// <summary>From the whole screen to the side, or back.</summary>
    public static void Switch(CommandContext context)
    {
        var model = context.Model;
        if (model.Columns < BoardPlace.LeastColumns)
        {
            model.Say($"a view fits beside the slots from {BoardPlace.LeastColumns} columns on; this window has {model.Columns}");
            return;
        }

        model.BoardAtSide = !model.BoardAtSide;
        Arrange(model);
    }

    /// <summary>The keyboard goes to the tiles: a board at the side stays, one over them goes.</summary>
    public static void ToTiles(ConsoleModel model)
    {
        if (model.Board is null)
        {
            return;
        }

        model.BoardHasKeys = false;
        if (!BoardPlace.IsSide(model))
        {
            model.Board = null;
        }
    }

    private static void Arrange(ConsoleModel model)
    {
        model.Arrange();
        PaneSizes.Due(model);
    }
}
