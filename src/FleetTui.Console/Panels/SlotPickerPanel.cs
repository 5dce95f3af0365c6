using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;
using FleetTui.Console.Views;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Panels;

/// <summary>One slot out of all: typing filters, Enter takes it. Those on no page of the user's come first.</summary>
/// <param name="command">Run with the slot's id.</param>
public sealed class SlotPickerPanel(ConsoleModel model, string question, string command) : IPanel
{
    private readonly List<SlotModel> _all = [.. model.Slots.OrderBy(slot => OnPage(slot, model) >= 0)];
    private readonly LineEditor _filter = new("");
    private readonly ListCursor _cursor = new();

    public string Mode => "SLOT";

    public Rect Place(ConsoleModel shown) => PanelPlace.Centered(shown, 70, _all.Count + 4);

    public void Draw(Canvas canvas, ConsoleModel shown)
    {
        var theme = shown.Theme;
        var inside = BoxView.Draw(canvas, question, shown, "type to filter   Enter takes it   Esc leaves");
        var x = inside.Text(0, 0, "/ ", theme.Accent);
        x = inside.Text(x, 0, _filter.Text, theme.Strong);
        inside.Text(x, 0, shown.Ascii ? "_" : "▏", theme.Accent);
        var slots = Filtered();
        var list = inside.Part(new Rect(0, 1, inside.Width, inside.Height - 1));
        var top = _cursor.Window(slots.Count, list.Height);
        for (var y = 0; y < list.Height && top + y < slots.Count; y++)
        {
            var slot = slots[top + y];
            var ground = top + y == _cursor.Selected ? theme.Selected : theme.Text;
            list.Part(new Rect(0, y, list.Width, 1)).Fill(ground);
            var mood = slot.Mood.Style(theme) with { Background = ground.Background };
            list.Text(0, y, $"{slot.Status.Number,2}{slot.Mood.Glyph(shown.Ascii)}", mood);
            list.TextFit(4, y, slot.Id, ground, 12);
            list.TextFit(17, y, slot.Status.Role.Length > 0 ? slot.Status.Role : "no role", ground, 16);
            list.TextFit(34, y, slot.Mood.Word, mood, 9);
            list.TextFit(44, y, OnPage(slot, shown) is >= 0 and var page ? $"on page {page + 1}, moves here" : "", theme.Dim with { Background = ground.Background }, list.Width - 44);
        }
    }

    public void Press(KeyStroke key, CommandContext context)
    {
        var slots = Filtered();
        if (key.Key == Key.Escape || key.ToString() == "C-c")
        {
            context.Model.Panel = null;
        }
        else if (key.Key == Key.Enter)
        {
            Take(slots, context);
        }
        else if (!_cursor.Press(key, slots.Count, 10, letters: false) && _filter.Press(key))
        {
            _cursor.Selected = 0;
        }
    }

    public void Wheel(int lines, CommandContext context) => _cursor.Move(Math.Sign(lines), Filtered().Count);

    public void Click(int x, int y, CommandContext context)
    {
        var slots = Filtered();
        if (_cursor.Top + y - 2 is >= 0 and var row && row < slots.Count && y > 1)
        {
            _cursor.Selected = row;
            Take(slots, context);
        }
    }

    private void Take(List<SlotModel> slots, CommandContext context)
    {
        context.Model.Panel = null;
        if (slots.Count > 0)
        {
            context.Run($"{command} {slots[_cursor.Selected].Id}");
        }
    }

    private static int OnPage(SlotModel slot, ConsoleModel shown) => shown.Own?.PageOf(slot.Id) ?? -1;

    private List<SlotModel> Filtered() =>
        [.. _all.Where(slot => $"{slot.Status.Number} {slot.Id} {slot.Status.Label} {slot.Status.Role} {slot.Mood.Word}".Contains(_filter.Text, StringComparison.OrdinalIgnoreCase))];
}
