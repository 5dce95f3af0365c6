using FleetTui.Console.Compositing;
using FleetTui.Console.Layouts;
using FleetTui.Console.Model;
using FleetTui.Console.Status;

namespace FleetTui.Console.Views;

/// <summary>The lines between tiles and the headers in them. The slot with the keyboard has heavy lines, so that it is found without colours.</summary>
public static class FrameView
{
    public static void Draw(CellBuffer buffer, ConsoleModel model)
    {
        var plan = model.Plan;
        var lines = new BorderLines(buffer.Width, Math.Max(1, plan.Status.Y), model.Ascii);
        foreach (var line in plan.Lines)
        {
            if (line.Vertical)
            {
                lines.Vertical(line.X, line.Y, line.Length, LineWeight.Light, model.Theme.Border, 1);
            }
            else
            {
                lines.Horizontal(line.X, line.Y, line.Length, LineWeight.Light, model.Theme.Border, 1);
            }
        }

        if (plan.Rail is { } list)
        {
            foreach (var y in RailSections.Of(list.Height, model).Lines)
            {
                lines.Horizontal(list.X - 1, list.Y + y, list.Width + 2, LineWeight.Light, model.Theme.Border, 1);
            }
        }

        foreach (var tile in plan.Tiles)
        {
            Edge(lines, tile, plan, model);
        }

        lines.Draw(buffer);
        var whole = new Canvas(buffer, new Rect(0, 0, buffer.Width, buffer.Height));
        if (plan.Rail is { } rail)
        {
            RailTitle(whole.Part(new Rect(rail.X, rail.Y - 1, rail.Width, 1)), model);
            RailView.DrawTitles(whole.Part(rail), model);
        }

        foreach (var tile in plan.Tiles)
        {
            var slot = model.Slots[tile.Slot];
            HeaderView.Draw(whole.Part(tile.Header), slot, tile.Slot == model.Focus, TileView.IsCropped(slot, tile.Content), model);
        }
    }

    private static void Edge(BorderLines lines, TilePlace tile, ScreenPlan plan, ConsoleModel model)
    {
        var focused = tile.Slot == model.Focus && plan.Tiles.Count > 1;
        var (style, rank) = HeaderView.Frame(model.Slots[tile.Slot], tile.Slot == model.Focus, model.Theme);
        var weight = focused ? LineWeight.Heavy : LineWeight.Light;
        var (left, right) = (tile.Header.X - 1, tile.Header.Right);
        var framed = plan.Lines.Any(line => line.Vertical && line.X == right);
        var frameLeft = plan.Lines.Any(line => line.Vertical && line.X == left);
        var from = frameLeft ? left : tile.Header.X;
        var to = framed ? right : tile.Header.Right - 1;
        lines.Horizontal(from, tile.Header.Y, to - from + 1, weight, style, rank);
        if (!focused && rank < 5)
        {
            return;
        }

        var closed = plan.Lines.Any(line => !line.Vertical && line.Y == tile.Content.Bottom) && !plan.Tiles.Any(below => below.Header.Y == tile.Content.Bottom);
        var length = tile.Content.Height + (closed ? 2 : 1);
        if (frameLeft)
        {
            lines.Vertical(left, tile.Header.Y, length, weight, style, rank);
        }

        if (framed)
        {
            lines.Vertical(right, tile.Header.Y, length, weight, style, rank);
        }

        if (closed)
        {
            lines.Horizontal(from, tile.Content.Bottom, to - from + 1, weight, style, rank);
        }
    }

    private static void RailTitle(Canvas canvas, ConsoleModel model)
    {
        var theme = model.Theme;
        var waiting = model.Slots.Count(slot => slot.Mood.Kind == MoodKind.Needs);
        var failed = model.Slots.Count(slot => slot.Mood.Kind == MoodKind.Failed);
        PieceLine.Draw(
            canvas.Part(new Rect(1, 0, canvas.Width - 2, 1)),
            [
                new Piece($" {(model.Fleet?.Name is { Length: > 0 } name ? TextWidth.Fit(name, 14) : "FLEET")} ", theme.Strong),
                new Piece(waiting > 0 ? $"!{waiting} " : "", theme.Needs),
                new Piece(failed > 0 ? $"{new SlotMood(MoodKind.Failed).Glyph(model.Ascii)}{failed} " : "", theme.Failed),
            ],
            []);
    }
}
