using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;
using FleetTui.Console.Views;
using FleetTui.Terminal.Cells;

namespace FleetTui.Console.Panels;

/// <summary>All slots as a table (<c>prefix w</c>), most urgent or by number, with the last lines of the selected one below.</summary>
public sealed class OverviewPanel : IPanel
{
    private readonly ListCursor _cursor = new();
    private bool _urgent;

    public OverviewPanel(ConsoleModel model) => _cursor.Selected = model.Focus;

    public string Mode => "OVERVIEW";

    public Rect Place(ConsoleModel model) => new(0, 0, model.Columns, model.Rows - 1);

    public void Draw(Canvas canvas, ConsoleModel model)
    {
        var inside = BoxView.Draw(canvas, $"{model.Fleet?.Name ?? "fleet"}, {model.Slots.Count} slots", model, "Enter go   A role   L land   R restart   x stop   z zoom   o order   q close");
        var slots = Ordered(model);
        var columns = Widths(inside.Width, slots);
        Line(inside, 0, columns, ["", "slot", "role", "agent", "state", "since", "git", "lane", "detail"], model.Theme.Dim, model.Theme.Dim, 0);
        var height = Math.Max(1, Math.Min(slots.Count, inside.Height - 4));
        var top = _cursor.Window(slots.Count, height);
        for (var y = 0; y < height && top + y < slots.Count; y++)
        {
            var slot = slots[top + y];
            var selected = top + y == _cursor.Selected;
            if (selected)
            {
                inside.Part(new Rect(0, y + 1, inside.Width, 1)).Fill(model.Theme.Selected);
            }

            var ground = selected ? model.Theme.Selected : model.Theme.Text;
            Line(inside, y + 1, columns, Texts(slot, model), ground, slot.Mood.Style(model.Theme) with { Background = ground.Background }, 4);
        }

        if (slots.Count > 0)
        {
            Peek(inside.Part(new Rect(0, height + 1, inside.Width, inside.Height - height - 1)), slots[_cursor.Selected], model);
        }
    }

    public void Press(KeyStroke key, CommandContext context)
    {
        var model = context.Model;
        var slots = Ordered(model);
        if (_cursor.Press(key, slots.Count, 10))
        {
            return;
        }

        switch (key.ToString())
        {
            case "Escape" or "q" or "C-c":
                model.Panel = null;
                break;
            case "o":
                _urgent = !_urgent;
                break;
            case "?":
                context.Run("keys");
                break;
            case "a":
                context.Run("next-attention");
                break;
            case "Enter" or "z" or "A" or "R" or "x" when slots.Count > 0:
                model.Panel = null;
                Go(slots[_cursor.Selected], context);
                var command = key.ToString() switch { "z" => "zoom", "A" => "assign", "R" => "restart", "x" => "stop", _ => null };
                if (command is not null)
                {
                    context.Run(command);
                }

                break;
            case "L" when slots.Count > 0:
                Go(slots[_cursor.Selected], context);
                context.Run("land");
                break;
        }
    }

    public void Wheel(int lines, CommandContext context) => _cursor.Move(Math.Sign(lines), context.Model.Slots.Count);

    public void Click(int x, int y, CommandContext context)
    {
        var row = _cursor.Top + y - 2;
        var slots = Ordered(context.Model);
        if (row >= 0 && row < slots.Count)
        {
            context.Model.Panel = null;
            Go(slots[row], context);
        }
    }

    private static void Go(SlotModel slot, CommandContext context) => context.Run($"slot {slot.Status.Number}");

    private List<SlotModel> Ordered(ConsoleModel model) =>
        _urgent ? [.. model.Slots.OrderBy(slot => slot.Mood.Kind).ThenBy(slot => slot.Status.Since)] : model.Slots;

    private static string[] Texts(SlotModel slot, ConsoleModel model)
    {
        var status = slot.Status;
        return
        [
            $"{status.Number,2}{slot.Mood.Glyph(model.Ascii)}",
            status.Id,
            status.Role.Length > 0 ? status.Role : "-",
            status.Agent,
            slot.Mood.Word,
            Age.Short(model.Now - status.Since),
            HeaderView.Changes(status.Ahead, status.Behind, status.Dirty, model.Ascii),
            status.Landing == "none" ? "" : status.Landing,
            status.Landing == "held" ? status.LandingReason : status.Detail,
        ];
    }

    /// <summary>Columns as wide as their texts, given up from the right where there is no room.</summary>
    private static int[] Widths(int width, List<SlotModel> slots)
    {
        var role = Math.Clamp(slots.Select(slot => slot.Status.Role.Length).DefaultIfEmpty(4).Max(), 4, 14);
        // On a narrow screen the lane's column goes: landing and held are states, too.
        int[] widths = [3, 8, role, 8, 8, 5, 10, width < 100 ? 0 : 8, 0];
        var used = widths.Sum() + widths.Count(cells => cells > 0);
        widths[8] = Math.Max(0, width - used);
        return widths;
    }

    private static void Line(Canvas canvas, int y, int[] widths, string[] texts, CellStyle style, CellStyle state, int stateColumn)
    {
        var x = 0;
        for (var i = 0; i < widths.Length && x < canvas.Width; i++)
        {
            canvas.TextFit(x, y, texts[i], i == stateColumn || i == 0 ? state : style, widths[i]);
            x += widths[i] > 0 ? widths[i] + 1 : 0;
        }
    }

    private static void Peek(Canvas canvas, SlotModel slot, ConsoleModel model)
    {
        if (canvas.Height < 3)
        {
            return;
        }

        canvas.HorizontalLine(0, 0, canvas.Width, model.Ascii ? "-" : "─", model.Theme.Border);
        canvas.Text(1, 0, $" {slot.Id} ", model.Theme.Strong);
        TileView.Draw(canvas.Part(new Rect(0, 1, canvas.Width, canvas.Height - 1)), slot, focused: false, model);
    }
}
