using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;
using FleetTui.Console.Panels;
using FleetTui.Console.Views;

namespace FleetTui.Console.Boards.Fleet;

/// <summary>All slots as a table that is sorted by any column (<c>prefix w</c>), with the screen of the chosen one below where there is room.</summary>
/// <param name="column">The name of the column that it is sorted by.</param>
public sealed class FleetBoard(ConsoleModel model, string column = "#", bool reversed = false, string? chosen = null) : Board
{
    /// <summary>Fewer rows of a terminal say nothing.</summary>
    private const int LeastPeek = 4;

    private readonly ListCursor _cursor = new();
    private string? _chosen = chosen ?? model.Focused?.Id;
    private int _sort = Math.Max(FleetColumn.Number, Array.FindIndex(FleetColumn.All, one => one.Name == column));
    private bool _reversed = reversed;

    public override string Mode => "OVERVIEW";

    public override IReadOnlyList<string> Kept => ["fleet", FleetColumn.All[_sort].Name, _reversed ? "reversed" : "", _chosen ?? ""];

    protected override string Title(ConsoleModel model) => $"{model.Fleet?.Name ?? "fleet"}, {model.Slots.Count} {(model.Slots.Count == 1 ? "slot" : "slots")}";

    protected override IReadOnlyList<Hint> Hints(ConsoleModel model) => model.Slots.Count == 0
        ? []
        : [new("Enter", "go"), new("Space", "look and answer"), new("A", "role"), new("G", "land"), new("V", "diff"), new("B", "prompt to several"), new("R", "restart"), new("x", "stop"), new("z", "zoom"), new(">", "sort by"), new("r", "reverse"), new("o", "urgent first"), new("/", "find")];

    protected override void Body(Canvas canvas, ConsoleModel model)
    {
        var slots = Ordered(model);
        if (slots.Count == 0)
        {
            canvas.TextFit(0, 0, "This fleet has no slots yet: add [[slot]] tables to roles.toml.", model.Theme.Dim, canvas.Width);
            return;
        }

        var columns = FleetTable.Columns(canvas.Width, slots, model);
        FleetTable.Header(canvas, columns, _sort, _reversed, model);
        var rows = Rows(canvas.Height, slots.Count);
        var top = _cursor.Window(slots.Count, rows);
        for (var y = 0; y < rows && top + y < slots.Count; y++)
        {
            FleetTable.Row(canvas.Part(new Rect(0, y + 1, canvas.Width, 1)), columns, slots[top + y], top + y == _cursor.Selected, model);
        }

        if (canvas.Height - rows - 2 >= LeastPeek)
        {
            Peek(canvas.Part(new Rect(0, rows + 1, canvas.Width, canvas.Height - rows - 1)), slots[_cursor.Selected], model);
        }
    }

    protected override bool Act(KeyStroke key, CommandContext context)
    {
        var slots = Ordered(context.Model);
        if (!key.IsCharacter('G') && _cursor.Press(key, slots.Count, 10))
        {
            _chosen = slots.Count > 0 ? slots[_cursor.Selected].Id : null;
            return true;
        }

        switch (key.ToString())
        {
            case ">" or "Right":
                SortBy((_sort + 1) % FleetColumn.All.Length);
                return true;
            case "<" or "Left":
                SortBy((_sort + FleetColumn.All.Length - 1) % FleetColumn.All.Length);
                return true;
            case "r":
                _reversed = !_reversed;
                return true;
            case "o":
                SortBy(_sort == FleetColumn.State ? FleetColumn.Number : FleetColumn.State);
                return true;
            case "a":
                context.Run("next-attention");
                return true;
            case "B":
                context.Run("broadcast");
                return true;
            case "/":
                context.Run("find-all");
                return true;
            default:
                return slots.Count > 0 && OnSlot(key, slots[_cursor.Selected], context);
        }
    }

    public override void Wheel(int lines, CommandContext context)
    {
        var slots = Ordered(context.Model);
        _cursor.Move(Math.Sign(lines), slots.Count);
        _chosen = slots.Count > 0 ? slots[_cursor.Selected].Id : null;
    }

    protected override void Choose(int x, int y, CommandContext context)
    {
        var slots = Ordered(context.Model);
        if (y == 0)
        {
            if (FleetTable.ColumnAt(x, Place(context.Model).Width - 4, slots, context.Model) is { } column)
            {
                _reversed = column == _sort && !_reversed;
                _sort = column;
            }

            return;
        }

        var row = _cursor.Top + y - 1;
        if (row < slots.Count && y - 1 < Rows(Place(context.Model).Height - 2, slots.Count))
        {
            _chosen = slots[row].Id;
            context.Run($"slot {slots[row].Status.Number}");
        }
    }

    private static bool OnSlot(KeyStroke key, SlotModel slot, CommandContext context)
    {
        switch (key.ToString())
        {
            case "Enter":
                context.Run($"slot {slot.Status.Number}");
                return true;
            case "z":
                context.Run($"slot {slot.Status.Number}");
                context.Run("zoom");
                return true;
            case "A":
                context.Run($"assign {slot.Id}");
                return true;
            case "Space":
                context.Run($"peek {slot.Id}");
                return true;
            case "G" or "L":
                context.Run($"land {slot.Id}");
                return true;
            case "R":
                context.Run($"restart {slot.Id}");
                return true;
            case "x":
                context.Run($"stop {slot.Id}");
                return true;
            case "V":
                context.Run($"review {slot.Id}");
                return true;
            default:
                return false;
        }
    }

    private void SortBy(int column) => (_sort, _reversed) = (column, false);

    private static int Rows(int height, int slots) => Math.Clamp(height - 1, 1, slots);

    /// <summary>The slots as they are sorted now; whoever is chosen stays chosen.</summary>
    private List<SlotModel> Ordered(ConsoleModel model)
    {
        var by = FleetColumn.All[_sort];
        var sorted = model.Slots.OrderBy(slot => by.Order(slot, model)).ThenBy(slot => slot.Status.Since).ThenBy(slot => slot.Status.Number).ToList();
        if (_reversed)
        {
            sorted.Reverse();
        }

        var at = sorted.FindIndex(slot => slot.Id == _chosen);
        _cursor.Selected = at >= 0 ? at : Math.Clamp(_cursor.Selected, 0, Math.Max(0, sorted.Count - 1));
        return sorted;
    }

    private static void Peek(Canvas canvas, SlotModel slot, ConsoleModel model)
    {
        canvas.HorizontalLine(0, 0, canvas.Width, model.Ascii ? "-" : "─", model.Theme.Border);
        canvas.Text(1, 0, $" {slot.Status.Number} {slot.Id} ", model.Theme.Strong);
        TileView.Draw(canvas.Part(new Rect(0, 1, canvas.Width, canvas.Height - 1)), slot, focused: false, model);
    }
}
