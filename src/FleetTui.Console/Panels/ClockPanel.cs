using System.Globalization;
using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;
using FleetTui.Console.Views;

namespace FleetTui.Console.Panels;

/// <summary>A large clock over the place with the keyboard (<c>prefix t</c>), as tmux has it; any key leaves.</summary>
public sealed class ClockPanel : IPanel
{
    public string Mode => "CLOCK";

    public Rect Place(ConsoleModel model) => model.Plan.TileOf(model.Focus)?.Content ?? new Rect(0, 0, model.Columns, model.Rows - 1);

    public void Draw(Canvas canvas, ConsoleModel model)
    {
        canvas.Fill(model.Theme.Text);
        var now = TimeZoneInfo.ConvertTime(model.Now, model.Zone);
        LargeDigits.Draw(canvas, now.ToString("HH:mm", CultureInfo.InvariantCulture), model.Theme.Accent);
        var date = now.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture);
        canvas.TextFit(Math.Max(0, (canvas.Width - date.Length) / 2), (canvas.Height / 2) + 4, date, model.Theme.Dim, canvas.Width);
    }

    public void Press(KeyStroke key, CommandContext context) => context.Model.Panel = null;
}
