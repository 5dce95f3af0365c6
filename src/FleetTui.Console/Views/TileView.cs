using FleetTui.Console.Compositing;
using FleetTui.Console.Model;
using FleetTui.Console.Outer.Output;
using FleetTui.Terminal.Cells;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Console.Views;

/// <summary>A slot's terminal seen through its tile; where there is no running program, what happened and what can be done.</summary>
public static class TileView
{
    private static readonly string[] HostGone = ["The terminal host is gone", "reconnecting…"];

    /// <returns>Where the pane's cursor is on the canvas, or null.</returns>
    public static FrameCursor? Draw(Canvas canvas, SlotModel slot, bool focused, ConsoleModel model)
    {
        if (slot.Scroll is { Transcript: { } transcript } reading)
        {
            return ScrollView.Draw(canvas, reading, transcript, model);
        }

        if (slot.View is not { } view)
        {
            Message(canvas, model, model.Host == LinkState.Gone && !model.Ended ? HostGone : model.Ended ? EndedView.NotStarted(slot, model) : ["…"]);
            return null;
        }

        lock (view.Gate)
        {
            if (!view.Exists)
            {
                Message(canvas, model, model.Host == LinkState.Gone && !model.Ended ? HostGone : EndedView.NotStarted(slot, model));
                return null;
            }

            if (slot.Scroll is { } scroll)
            {
                return ScrollView.Draw(canvas, scroll, view, model);
            }

            var window = PaneWindow.Of(slot, view, canvas.Width, canvas.Height, focused);
            for (var y = 0; y < canvas.Height && window.Top + y < view.Rows; y++)
            {
                CopyRow(canvas, y, view.Row(window.Top + y), window.Left, view);
            }

            if (EndedView.Lines(slot, model) is { } ended)
            {
                EndedView.Draw(canvas, ended, model);
                return null;
            }

            return Cursor(canvas, view, window);
        }
    }

    public static void CopyRow(Canvas canvas, int y, ReadOnlySpan<Cell> row, int left, IPaneView view)
    {
        // A wide character cut in half at the left edge shows nothing of itself.
        for (var x = 0; x < canvas.Width && left + x < row.Length; x++)
        {
            ref readonly var cell = ref row[left + x];
            if (cell.Style.Link != 0)
            {
                var link = view.LinkUri(cell.Style.Link) is { } uri ? canvas.Buffer.Links.IdOf(uri) : (ushort)0;
                canvas.Put(x, y, cell with { Style = cell.Style with { Link = link } });
            }
            else if (cell.Width > 0)
            {
                canvas.Put(x, y, cell);
            }
        }
    }

    /// <summary>The pane is shown smaller than it is.</summary>
    public static bool IsCropped(SlotModel slot, Rect content) =>
        slot.View is { Exists: true } view && (view.Columns > content.Width || view.Rows > content.Height);

    public static void Message(Canvas canvas, ConsoleModel model, IReadOnlyList<string> lines)
    {
        var top = Math.Max(0, (canvas.Height - lines.Count) / 2);
        for (var i = 0; i < lines.Count; i++)
        {
            var text = TextWidth.Fit(lines[i], canvas.Width);
            canvas.Text(Math.Max(0, (canvas.Width - TextWidth.Of(text)) / 2), top + i, text, i == 0 ? model.Theme.Strong : model.Theme.Dim);
        }
    }

    public static FrameCursor? Cursor(Canvas canvas, IPaneView view, PaneWindow window)
    {
        var cursor = view.Cursor;
        var (x, y) = (cursor.X - window.Left, cursor.Y - window.Top);
        return cursor.Visible && x >= 0 && x < canvas.Width && y >= 0 && y < canvas.Height
            ? new FrameCursor(canvas.Area.X + x, canvas.Area.Y + y, cursor.Shape, cursor.Blinking)
            : null;
    }
}
