using FleetTui.Console.Compositing;
using FleetTui.Console.Model;

namespace FleetTui.Console.Views;

/// <summary>An empty box with a title: the ground of every panel.</summary>
public static class BoxView
{
    /// <param name="hasKeys">False: it is only seen, the keyboard is elsewhere.</param>
    /// <returns>The inside, one cell in from the frame.</returns>
    public static Canvas Draw(Canvas canvas, string title, ConsoleModel model, string footer = "", bool hasKeys = true)
    {
        canvas.Fill(model.Theme.Text);
        var lines = new BorderLines(canvas.Buffer.Width, canvas.Buffer.Height, model.Ascii);
        var (style, area) = (hasKeys ? model.Theme.BorderFocus : model.Theme.Border, canvas.Area);
        lines.Horizontal(area.X, area.Y, area.Width, LineWeight.Light, style, 1);
        lines.Horizontal(area.X, area.Bottom - 1, area.Width, LineWeight.Light, style, 1);
        lines.Vertical(area.X, area.Y, area.Height, LineWeight.Light, style, 1);
        lines.Vertical(area.Right - 1, area.Y, area.Height, LineWeight.Light, style, 1);
        lines.Draw(canvas.Buffer);
        canvas.TextFit(2, 0, $" {title} ", model.Theme.Accent, canvas.Width - 4);
        if (footer.Length > 0)
        {
            canvas.TextFit(2, canvas.Height - 1, $" {footer} ", model.Theme.Dim, canvas.Width - 4);
        }

        return canvas.Part(new Rect(2, 1, Math.Max(0, canvas.Width - 4), Math.Max(0, canvas.Height - 2)));
    }
}
