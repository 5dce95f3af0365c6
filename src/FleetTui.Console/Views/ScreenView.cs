using FleetTui.Console.Compositing;
using FleetTui.Console.Layouts;
using FleetTui.Console.Model;
using FleetTui.Console.Outer.Output;
using FleetTui.Console.Status;

namespace FleetTui.Console.Views;

/// <summary>The whole screen from the model: panes first, the lines between them after, then headers, panels and the status line.</summary>
public static class ScreenView
{
    public static FrameCursor? Draw(CellBuffer buffer, ConsoleModel model)
    {
        buffer.Resize(model.Columns, model.Rows);
        buffer.Clear();
        buffer.AsciiOnly = model.Ascii;
        var whole = new Canvas(buffer, new Rect(0, 0, buffer.Width, buffer.Height));
        var plan = model.Plan;
        if (plan.TooSmall)
        {
            TooSmall(whole, model);
            return null;
        }

        if (model.Slots.Count == 0)
        {
            Welcome(whole, model);
        }

        var cursor = Tiles(whole, model);
        if (plan.Rail is { } rail)
        {
            RailView.Draw(whole.Part(rail), model);
        }

        if (plan.Chips is { } chips)
        {
            ChipsView.Draw(whole.Part(chips), model);
        }

        FrameView.Draw(buffer, model);
        StatusLine.Draw(whole.Part(plan.Status), model);
        if (model.Board is { } board)
        {
            board.Draw(whole.Part(board.Place(model)), model);
            cursor = model.BoardHasKeys ? null : cursor;
        }

        if (model.Panel is { } panel)
        {
            cursor = Panel(whole, panel, model);
        }
        else if (model.ShowsContinuations)
        {
            ContinuationsView.Draw(whole, model);
        }

        return model.PrefixPending ? null : cursor;
    }

    private static FrameCursor? Tiles(Canvas whole, ConsoleModel model)
    {
        FrameCursor? cursor = null;
        foreach (var tile in model.Plan.Tiles)
        {
            var focused = model.HasKeyboard(tile.Slot);
            if (tile.Card)
            {
                CardView.Draw(whole.Part(tile.Content), model.Slots[tile.Slot], model);
                continue;
            }

            var at = TileView.Draw(whole.Part(tile.Content), model.Slots[tile.Slot], focused, model);
            cursor = focused ? at : cursor;
        }

        foreach (var place in model.Plan.Empty)
        {
            EmptyPlaceView.Draw(whole.Part(place.Content), place, model);
        }

        return cursor;
    }

    private static FrameCursor? Panel(Canvas whole, Panels.IPanel panel, ConsoleModel model)
    {
        var place = panel.Place(model);
        if (!place.IsEmpty)
        {
            panel.Draw(whole.Part(place), model);
        }

        if (!place.IsEmpty && panel.Cursor(whole.Part(place), model) is { } cursor)
        {
            return cursor;
        }

        return panel.StatusCursor(model) is { } column
            ? new FrameCursor(Math.Min(column, model.Columns - 1), model.Plan.Status.Y, Terminal.CursorShape.Default, true)
            : null;
    }

    private static void TooSmall(Canvas whole, ConsoleModel model)
    {
        var x = 0;
        foreach (var slot in model.Slots)
        {
            x = whole.Text(x, 0, slot.Mood.Glyph(model.Ascii), slot.Mood.Style(model.Theme));
        }

        whole.Text(x == 0 ? 0 : x + 1, 0, "too small", model.Theme.Strong);
        if (whole.Height > 1)
        {
            whole.Text(0, 1, $"needs {ScreenPlanner.LeastTileColumns}x{ScreenPlanner.LeastTileRows}", model.Theme.Dim);
        }
    }

    private static void Welcome(Canvas whole, ConsoleModel model)
    {
        IReadOnlyList<string> lines = model.Daemon switch
        {
            LinkState.Gone => ["The fleet's daemon cannot be reached", model.DaemonReason, "Trying again…"],
            LinkState.Ended => ["The fleet was ended", $"{model.Keys.Spell("prompt")} up starts it"],
            LinkState.Connecting => ["fleet", "connecting…"],
            _ => ["This fleet has no slots", "Add [[slot]] tables to roles.toml"],
        };
        TileView.Message(whole.Part(new Rect(0, 0, whole.Width, whole.Height - 1)), model, lines);
    }
}
