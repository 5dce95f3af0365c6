using FleetTui.Console.Compositing;
using FleetTui.Console.Model;
using FleetTui.Console.Boards.Log;
using FleetTui.Console.Status;

namespace FleetTui.Console.Views;

/// <summary>The list at the left: every slot, never folded, as many lines each as fit; then the lane, and below it what happened last.</summary>
public static class RailView
{
    public static void Draw(Canvas canvas, ConsoleModel model)
    {
        var sections = RailSections.Of(canvas.Height, model);
        for (var i = 0; i < model.Ordered.Count; i++)
        {
            var slot = model.Ordered[i];
            Slot(canvas.Part(new Rect(0, i * sections.LinesEach, canvas.Width, sections.LinesEach)), model.Slots[slot], model.HasKeyboard(slot), model);
        }

        if (sections.Lane is { } lane)
        {
            Lane(canvas.Part(new Rect(0, lane + 1, canvas.Width, (sections.Events ?? canvas.Height) - lane - 1)), model);
        }

        if (sections.Events is { } events)
        {
            Events(canvas.Part(new Rect(0, events + 1, canvas.Width, canvas.Height - events - 1)), model);
        }
    }

    /// <summary>The sections' names, written into the lines above them once those are drawn.</summary>
    public static void DrawTitles(Canvas canvas, ConsoleModel model)
    {
        var sections = RailSections.Of(canvas.Height, model);
        if (sections.Lane is { } lane && model.Lane is { } status)
        {
            var x = canvas.Text(1, lane, " LANE ", model.Theme.Strong);
            canvas.Text(x, lane, $"{StatusLine.Word(status.State)} ", StatusLine.StateStyle(status.State, model.Theme));
        }

        if (sections.Events is { } events)
        {
            canvas.Text(1, events, " EVENTS ", model.Theme.Strong);
        }
    }

    /// <summary>Which slot's rows hold a line of the rail; null for none.</summary>
    public static int? SlotAt(int y, int height, ConsoleModel model)
    {
        var index = y / RailSections.Of(height, model).LinesEach;
        return index < model.Ordered.Count ? model.Ordered[index] : null;
    }

    private static void Slot(Canvas canvas, SlotModel slot, bool focused, ConsoleModel model)
    {
        var theme = model.Theme;
        var status = slot.Status;
        var mood = slot.Mood;
        var background = focused ? theme.Selected : theme.Text;
        if (focused)
        {
            canvas.Fill(theme.Selected);
        }

        var sign = ContextSign.Of(slot, model);
        var age = mood.Kind is MoodKind.Unknown or MoodKind.Stopped ? "" : Age.Short(model.Now - status.Since);
        PieceLine.Draw(
            canvas.Part(new Rect(0, 0, canvas.Width, 1)),
            [
                new Piece($"{status.Number,2}", theme.Dim.On(background)),
                new Piece(mood.Glyph(model.Ascii), mood.Style(theme).On(background)),
                new Piece($"{status.Id,-7}", focused ? theme.Selected : theme.Strong),
                new Piece($" {TextWidth.Fit(status.Role, Math.Max(0, canvas.Width - 16))}", theme.Dim.On(background), 1),
            ],
            [.. Context(canvas.Height == 1), new Piece(age, theme.Dim.On(background), 2), new Piece(" ", theme.Dim.On(background))]);
        if (canvas.Height > 1)
        {
            var changes = HeaderView.Changes(status.Ahead, status.Behind, status.Dirty, model.Ascii);
            var detail = status.Landing == "held" ? status.LandingReason : status.Detail;
            PieceLine.Draw(
                canvas.Part(new Rect(3, 1, canvas.Width - 3, 1)),
                [new Piece(mood.Word, mood.Style(theme).On(background)), new Piece(detail.Length > 0 ? TextWidth.Fit($" {detail}", Math.Max(0, canvas.Width - 6 - mood.Word.Length - changes.Length)) : "", theme.Dim.On(background), 1)],
                [new Piece(changes, theme.Text.On(background), 1), .. Context(true), new Piece(" ", theme.Dim.On(background))]);
        }

        if (canvas.Height > 2)
        {
            canvas.TextFit(3, 2, CardView.LastLines(slot, 1) is [var last] ? last : "", theme.Dim.On(background), canvas.Width - 3);
        }

        IEnumerable<Piece> Context(bool here) => here && sign is { } shown ? [new Piece($" {(canvas.Height == 1 ? shown.Number : shown.Text)} ", shown.Style.On(background), shown.IsLoud ? 1 : 3)] : [];
    }

    private static void Lane(Canvas canvas, ConsoleModel model)
    {
        var (theme, lane) = (model.Theme, model.Lane!);
        var y = 0;
        foreach (var entry in lane.Queue.Take(Math.Max(0, canvas.Height - 1)))
        {
            var held = entry.State == "held";
            canvas.Text(1, y, held ? "=" : model.Ascii ? ">" : "▸", held ? theme.Held : theme.Done);
            var at = canvas.TextFit(3, y, $"{entry.Slot} {entry.State}", theme.Text, canvas.Width - 3);
            canvas.TextFit(at + 1, y, held ? entry.Reason : entry.Subjects.Count > 0 ? entry.Subjects[0] : "", theme.Dim, canvas.Width - at - 1);
            y++;
        }

        canvas.TextFit(1, y, lane.LastLanded is { } last ? $"{lane.Landed} landed, last {last.Slot}" : "nothing landed yet", theme.Dim, canvas.Width - 1);
    }

    private static void Events(Canvas canvas, ConsoleModel model)
    {
        var y = 0;
        foreach (var entry in model.Log.Where(entry => !LogLines.IsPulse(entry)).TakeLast(canvas.Height).Reverse())
        {
            var x = canvas.TextFit(1, y, entry.Slot ?? "fleet", model.Theme.Strong, 8);
            canvas.TextFit(x + 1, y, LogLines.Text(entry), model.Theme.Dim, canvas.Width - x - 1);
            y++;
        }
    }
}
