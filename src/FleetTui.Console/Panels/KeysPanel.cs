using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;
using FleetTui.Console.Views;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Panels;

/// <summary>All keys and commands, from the live table (<c>prefix ?</c>, and the palette): typing filters by key or word, Enter runs.</summary>
public sealed class KeysPanel(ConsoleModel model, bool palette) : IPanel
{
    private sealed record Row(string Key, string Command, string Note, bool Available);

    private readonly List<Row> _all = [.. Rows(model, palette)];
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
            var row = rows[top + y];
            var line = list.Part(new Rect(0, y, list.Width, 1));
            var selected = top + y == _cursor.Selected;
            if (selected)
            {
                line.Fill(theme.Selected);
            }

            var ground = selected ? theme.Selected : theme.Text;
            line.TextFit(0, 0, row.Key, (row.Available ? theme.Accent : theme.Dim) with { Background = ground.Background }, 12);
            line.TextFit(13, 0, row.Available ? row.Note : $"{row.Note} (not in this version)", row.Available ? ground : theme.Dim with { Background = ground.Background }, Math.Max(10, list.Width - 34));
            line.TextFit(list.Width - 19, 0, row.Command, theme.Dim with { Background = ground.Background }, 19);
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
            context.Model.Panel = null;
            if (rows.Count > 0)
            {
                context.Run(rows[_cursor.Selected].Command);
            }
        }
        else if (!_cursor.Press(key, rows.Count, 10, letters: false) && _filter.Press(key))
        {
            _cursor.Selected = 0;
        }
    }

    public void Wheel(int lines, CommandContext context) => _cursor.Move(lines, Filtered().Count);

    public void Click(int x, int y, CommandContext context) => _cursor.Move(_cursor.Top + y - 2 - _cursor.Selected, Filtered().Count);

    private List<Row> Filtered()
    {
        var words = _filter.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0
            ? _all
            : [.. _all.Where(row => words.All(word => row.Key == word || row.Key.EndsWith($" {word}", StringComparison.Ordinal) || $"{row.Note} {row.Command}".Contains(word, StringComparison.OrdinalIgnoreCase)))];
    }

    private static IEnumerable<Row> Rows(ConsoleModel model, bool palette)
    {
        var bound = model.Keys.Prefix.Select(binding => (Key: $"{model.Keys.PrefixKey} {binding.Key}", binding.Command))
            .Concat(model.Keys.Root.Select(binding => (Key: binding.Key.ToString(), binding.Command)))
            .ToList();
        var rows = bound.Select(item => (item.Key, item.Command, Found: CommandTable.Default.Find(item.Command)))
            .Where(item => item.Found is not null)
            .Select(item => new Row(item.Key, item.Command, Note(item.Command, item.Found!), item.Found!.Available));
        var others = CommandTable.Default.All
            .Where(command => !bound.Any(item => item.Command == command.Name) && !bound.Any(item => item.Command.StartsWith($"{command.Name} ", StringComparison.Ordinal)))
            .Select(command => new Row("", command.Name, command.Note, command.Available));
        var all = rows.Concat(others).Where(row => row.Available || !palette);
        return palette
            ? all.OrderBy(row => row.Command, StringComparer.Ordinal).DistinctBy(row => row.Command)
            : all.OrderBy(row => row.Available ? 0 : 1);
    }

    private static string Note(string line, ConsoleCommand command)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? command.Note : $"{command.Note}: {line[(space + 1)..]}";
    }
}
