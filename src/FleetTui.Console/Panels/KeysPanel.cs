using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;
using FleetTui.Console.Panels.Palette;
using FleetTui.Console.Views;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Panels;

/// <summary>All keys from the live table (<c>prefix ?</c>), or everything that can be done (the palette): typing filters by key or word, Enter runs. What cannot be done says why.</summary>
public sealed class KeysPanel(ConsoleModel model, bool palette) : IPanel
{
    private readonly List<PaletteRow> _all = [.. palette ? PaletteRows.All(model) : PaletteRows.Keys(model)];
    private readonly LineEditor _filter = new("");
    private readonly ListCursor _cursor = new();

    public string Mode => palette ? "PALETTE" : "KEYS";

    public Rect Place(ConsoleModel shown) => PanelPlace.Centered(shown, 92, 60);

    public void Draw(Canvas canvas, ConsoleModel shown)
    {
        var theme = shown.Theme;
        var inside = BoxView.Draw(canvas, palette ? "commands" : $"keys   prefix {shown.Keys.PrefixKey}", shown, "type to filter   Enter runs   Esc closes");
        var rows = Filtered();
        var x = inside.Text(0, 0, "/ ", theme.Accent);
        x = inside.Text(x, 0, _filter.Text, theme.Strong);
        inside.Text(x, 0, shown.Ascii ? "_" : "▏", theme.Accent);
        inside.Text(inside.Width - 8, 0, $"{rows.Count,4}/{_all.Count}", theme.Dim);
        var list = inside.Part(new Rect(0, 1, inside.Width, inside.Height - 1));
        var top = _cursor.Window(rows.Count, list.Height);
        for (var y = 0; y < list.Height && top + y < rows.Count; y++)
        {
            Row(list.Part(new Rect(0, y, list.Width, 1)), rows[top + y], top + y == _cursor.Selected, shown);
        }
    }

    public void Press(KeyStroke key, CommandContext context)
    {
        var rows = Filtered();
        if (key.Key == Key.Escape || key.ToString() == "C-c" || (key.IsCharacter('q') && _filter.Text.Length == 0 && !palette))
        {
            context.Model.Panel = null;
        }
        else if (key.Key == Key.Enter)
        {
            Run(rows, context);
        }
        else if (!_cursor.Press(key, rows.Count, 10, letters: false) && _filter.Press(key))
        {
            _cursor.Selected = 0;
        }
    }

    public void Wheel(int lines, CommandContext context) => _cursor.Move(lines, Filtered().Count);

    public void Click(int x, int y, CommandContext context)
    {
        var rows = Filtered();
        if (_cursor.Top + y - 2 is >= 0 and var row && row < rows.Count && y > 1)
        {
            var again = row == _cursor.Selected;
            _cursor.Selected = row;
            if (again)
            {
                Run(rows, context);
            }
        }
    }

    private static void Row(Canvas line, PaletteRow row, bool selected, ConsoleModel shown)
    {
        var theme = shown.Theme;
        if (selected)
        {
            line.Fill(theme.Selected);
        }

        var ground = selected ? theme.Selected : theme.Text;
        var dim = theme.Dim with { Background = ground.Background };
        line.TextFit(0, 0, row.Key, row.Disabled is null ? theme.Accent with { Background = ground.Background } : dim, 12);
        line.TextFit(13, 0, row.Disabled is { } why ? $"{row.Note} ({why})" : row.Note, row.Disabled is null ? ground : dim, Math.Max(10, line.Width - 36));
        line.TextFit(line.Width - 21, 0, row.Command, dim, 21);
    }

    /// <summary>One that takes words comes up at the prompt for them; one that cannot be done says why, and the list stays.</summary>
    private void Run(List<PaletteRow> rows, CommandContext context)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var row = rows[_cursor.Selected];
        if (row.Disabled is { } why)
        {
            context.Model.Say($"{row.Command}: {why}");
            return;
        }

        context.Model.Panel = null;
        context.Run(row.Asks ? $"prompt {row.Command}" : row.Command);
    }

    /// <summary>The best first; in their own order while nothing is typed.</summary>
    private List<PaletteRow> Filtered()
    {
        var words = _filter.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0
            ? _all
            : [.. _all.Select(row => (Row: row, Fit: row.Fit(words))).Where(found => found.Fit >= 0).OrderByDescending(found => found.Fit).Select(found => found.Row)];
    }
}
