using FleetTui.Console.Compositing;
using FleetTui.Console.Model;
using FleetTui.Terminal.Cells;

namespace FleetTui.Console.Views;

/// <summary>A slot without room for its terminal: the header above says who it is; here what it is about and, from below, its last lines.</summary>
public static class CardView
{
    public static void Draw(Canvas canvas, SlotModel slot, ConsoleModel model)
    {
        var (theme, status) = (model.Theme, slot.Status);
        var about = string.Join("  ", new[]
        {
            status.Role.Length > 0 ? status.Role : "no role",
            slot.Mood.Kind is MoodKind.Unknown or MoodKind.Stopped ? "" : Age.Short(model.Now - status.Since),
            HeaderView.Changes(status.Ahead, status.Behind, status.Dirty, model.Ascii),
            ContextSign.Of(slot, model)?.Text ?? "",
        }.Where(text => text.Length > 0));
        var y = 0;
        if (canvas.Height > 1)
        {
            canvas.TextFit(0, y++, about, theme.Dim, canvas.Width);
        }

        var detail = status.Landing == "held" ? status.LandingReason : status.Detail;
        if (canvas.Height > 2 && detail.Length > 0)
        {
            canvas.TextFit(0, y++, detail, slot.Mood.Style(theme), canvas.Width);
        }

        var lines = LastLines(slot, canvas.Height - y);
        if (lines.Count == 0 && EndedView.Lines(slot, model) is null && slot.View is not { Exists: true })
        {
            lines = [EndedView.NotStarted(slot, model)[0]];
        }

        for (var i = 0; i < lines.Count; i++)
        {
            canvas.TextFit(0, y + i, lines[i], theme.Text, canvas.Width);
        }
    }

    /// <summary>The last lines of the screen that say something, rules and frames left out.</summary>
    public static IReadOnlyList<string> LastLines(SlotModel slot, int most)
    {
        var lines = new List<string>();
        if (slot.View is not { Exists: true } view)
        {
            return lines;
        }

        lock (view.Gate)
        {
            for (var row = view.Rows - 1; row >= 0 && lines.Count < most; row--)
            {
                var line = Text(view.Row(row));
                if (line.Any(char.IsLetterOrDigit))
                {
                    lines.Insert(0, line);
                }
            }
        }

        return lines;
    }

    private static string Text(ReadOnlySpan<Cell> row)
    {
        var text = new System.Text.StringBuilder();
        foreach (ref readonly var cell in row)
        {
            text.Append(cell.Text);
        }

        return text.ToString().Trim();
    }
}
