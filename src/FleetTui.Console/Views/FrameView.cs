using FleetTui.Console.Compositing;
using FleetTui.Console.Layouts;
using FleetTui.Console.Model;
using FleetTui.Console.Status;
using FleetTui.Terminal.Cells;

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
            var (style, rank) = HeaderView.Frame(model.Slots[tile.Slot], model.HasKeyboard(tile.Slot), model.Theme);
            Edge(lines, tile.Header, tile.Content, plan, model.HasKeyboard(tile.Slot), style, rank);
        }

        foreach (var place in plan.Empty.Where(place => place.Name == model.EmptyFocus))
        {
            Edge(lines, place.Header, place.Content, plan, focused: true, model.Theme.BorderFocus, HeaderView.FocusRank);
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
            HeaderView.Draw(whole.Part(tile.Header), slot, tile, model);
        }

        foreach (var place in plan.Empty)
        {
            EmptyPlaceView.Header(whole.Part(place.Header), place, model);
        }
    }

    private static void Edge(BorderLines lines, Rect header, Rect content, ScreenPlan plan, bool focused, CellStyle style, byte rank)
    {
        var heavy = focused && plan.Tiles.Count + plan.Empty.Count > 1;
        var weight = heavy ? LineWeight.Heavy : LineWeight.Light;
        bool Framed(int x) => plan.Lines.Any(line => line.Vertical && line.X == x && line.Y <= header.Y && line.Y + line.Length > header.Y);
        var from = Framed(header.X - 1) ? header.X - 1 : header.X;
        var to = Framed(header.Right) ? header.Right : header.Right - 1;
        lines.Horizontal(from, header.Y, to - from + 1, weight, style, rank);
        if (!heavy && rank < HeaderView.LoudRank)
        {
            return;
        }

        bool Closes(PlanLine line) => !line.Vertical && line.Y == content.Bottom && line.X < content.Right && line.X + line.Length > content.X;
        var closed = plan.Lines.Any(Closes) && !plan.Tiles.Select(below => below.Header).Concat(plan.Empty.Select(below => below.Header)).Any(below => below.Y == content.Bottom && below.X < content.Right && below.Right > content.X);
        var length = content.Height + (closed ? 2 : 1);
        if (from < header.X)
        {
            lines.Vertical(from, header.Y, length, weight, style, rank);
        }

        if (to >= header.Right)
        {
            lines.Vertical(to, header.Y, length, weight, style, rank);
        }

        if (closed)
        {
            lines.Horizontal(from, content.Bottom, to - from + 1, weight, style, rank);
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
