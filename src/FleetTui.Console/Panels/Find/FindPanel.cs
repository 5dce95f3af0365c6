using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.Effects;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;
using FleetTui.Console.Scrolling;
using FleetTui.Console.Views;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Panels.Find;

/// <summary>Looks for a text in every slot's screen and scrollback (<c>prefix F</c>): Enter looks, Enter again goes to the chosen line. Small letters match either case.</summary>
public sealed class FindPanel(string text) : IPanel
{
    /// <summary>So many lines of one slot are shown, the newest.</summary>
    public const int MostOfSlot = 200;

    private readonly LineEditor _text = new(text);
    private readonly ListCursor _cursor = new();
    private readonly Dictionary<string, IReadOnlyList<FoundLine>> _found = [];
    private string _sought = "";
    private int _open;

    public string Mode => "FIND";

    /// <summary>Counts searches: what comes of an earlier one is nothing any more.</summary>
    public int Search { get; private set; }

    public Rect Place(ConsoleModel model) => PanelPlace.Centered(model, 130, 60);

    public void Draw(Canvas canvas, ConsoleModel model)
    {
        var theme = model.Theme;
        var inside = BoxView.Draw(canvas, "find in all slots", model, _sought == _text.Text && _sought.Length > 0 ? "Enter goes there   type to look for something else   Esc closes" : "Enter looks   Esc closes");
        var x = inside.Text(0, 0, "/ ", theme.Accent);
        x = inside.Text(x, 0, _text.Text, theme.Strong);
        inside.Text(x, 0, model.Ascii ? "_" : "▏", theme.Accent);
        var rows = Rows(model);
        if (_sought.Length > 0)
        {
            var count = _open > 0 ? "looking…" : $"{rows.Count} {(rows.Count == 1 ? "line" : "lines")} in {rows.DistinctBy(row => row.Pane).Count()} slots";
            inside.Text(Math.Max(x + 2, inside.Width - TextWidth.Of(count)), 0, count, theme.Dim);
        }

        var list = inside.Part(new Rect(0, 1, inside.Width, inside.Height - 1));
        var top = _cursor.Window(rows.Count, list.Height);
        for (var y = 0; y < list.Height && top + y < rows.Count; y++)
        {
            var row = rows[top + y];
            var ground = top + y == _cursor.Selected ? theme.Selected : theme.Text;
            list.Part(new Rect(0, y, list.Width, 1)).Fill(ground);
            list.TextFit(0, y, row.Pane, theme.Accent with { Background = ground.Background }, 12);
            list.TextFit(13, y, row.Text.Trim(), ground, list.Width - 13);
        }
    }

    /// <summary>What one slot has.</summary>
    public void Take(int search, string pane, IReadOnlyList<FoundLine> lines)
    {
        if (search == Search)
        {
            _found[pane] = lines;
            _open--;
        }
    }

    public void Press(KeyStroke key, CommandContext context)
    {
        var rows = Rows(context.Model);
        if (key.Key == Key.Escape || key.ToString() == "C-c")
        {
            context.Model.Panel = null;
        }
        else if (key.Key == Key.Enter && _text.Text != _sought)
        {
            Look(context);
        }
        else if (key.Key == Key.Enter && rows.Count > 0)
        {
            Go(rows[_cursor.Selected], context);
        }
        else if (!_cursor.Press(key, rows.Count, 10, letters: false))
        {
            _text.Press(key);
        }
    }

    public void Paste(string pasted, CommandContext context) => _text.Insert(string.Concat(pasted.Where(c => !char.IsControl(c))));

    public void Wheel(int lines, CommandContext context) => _cursor.Move(Math.Sign(lines), Rows(context.Model).Count);

    public void Click(int x, int y, CommandContext context)
    {
        var rows = Rows(context.Model);
        if (_cursor.Top + y - 2 is >= 0 and var row && row < rows.Count && y > 1)
        {
            Go(rows[row], context);
        }
    }

    public void Look(CommandContext context)
    {
        _found.Clear();
        (_sought, _cursor.Selected) = (_text.Text, 0);
        Search++;
        IReadOnlyList<string> panes = _sought.Length == 0 ? [] : [.. context.Model.Slots.Where(slot => slot.View is not null).Select(slot => slot.Id)];
        _open = panes.Count;
        foreach (var pane in panes)
        {
            context.Ask(new Effect.Find(this, Search, pane, _sought));
        }
    }

    private void Go(FoundLine found, CommandContext context)
    {
        var model = context.Model;
        model.Panel = null;
        var index = model.Slots.FindIndex(slot => slot.Id == found.Pane);
        if (index < 0)
        {
            return;
        }

        Focusing.To(context, index);
        var slot = model.Slots[index];
        Scroller.Enter(slot, context, Scroller.Height(slot, context), copying: true);
        if (slot.Scroll is { } scroll)
        {
            scroll.Search = _sought;
            CopyMode.Move(slot, scroll, context, new LinePosition(found.Line, found.Column));
        }
    }

    /// <summary>In the slots' order, the newest line of each first.</summary>
    private List<FoundLine> Rows(ConsoleModel model) => [.. model.Slots.SelectMany(slot => _found.GetValueOrDefault(slot.Id) ?? [])];
}
