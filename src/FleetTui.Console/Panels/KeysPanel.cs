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
                Run(rows[_cursor.Selected].Command, context);
            }
        }
        else if (!_cursor.Press(key, rows.Count, 10, letters: false) && _filter.Press(key))
        {
            _cursor.Selected = 0;
        }
    }

    /// <summary>A command that takes words comes up at the prompt for them.</summary>
    private static void Run(string command, CommandContext context)
    {
        if (command is "slot" or "page" or "layout" or "resize" or "send" or "role" or "goto")
        {
            context.Run($"prompt {command} ");
        }
        else
        {
            context.Run(command);
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

    /// <summary>In the order of the commands: the fleet's first, then views, slots, layouts; keys without a command yet come last.</summary>
    private static IEnumerable<Row> Rows(ConsoleModel model, bool palette)
    {
        var bound = Numbered(model.Keys.Prefix.Select(binding => (Key: $"{model.Keys.PrefixKey} {binding.Key}", binding.Command)))
            .Concat(Numbered(model.Keys.Root.Select(binding => (Key: binding.Key.ToString(), binding.Command))))
            .ToLookup(item => CommandTable.Default.Find(item.Command)?.Name ?? "");
        foreach (var command in CommandTable.Default.All.OrderBy(command => command.Available ? 0 : 1))
        {
            if (palette ? command.Available : bound.Contains(command.Name))
            {
                var keys = bound[command.Name].DefaultIfEmpty(("", command.Name));
                foreach (var (key, line) in palette ? keys.Take(1) : keys)
                {
                    yield return new Row(key, line, command.Note, command.Available);
                }
            }
        }
    }

    /// <summary>Keys that differ only in a number are one line.</summary>
    private static IEnumerable<(string Key, string Command)> Numbered(IEnumerable<(string Key, string Command)> bindings)
    {
        foreach (var group in bindings.GroupBy(item => char.IsAsciiDigit(item.Command[^1]) ? item.Command[..item.Command.LastIndexOf(' ')] : item.Command + item.Key))
        {
            var all = group.ToList();
            yield return all.Count == 1 ? all[0] : ($"{all[0].Key}…{all[^1].Key[^1]}", group.Key);
        }
    }
}
