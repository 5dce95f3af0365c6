using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;
using FleetTui.Console.Views;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Panels;

/// <summary>A list of things to do, each with its letter. What cannot be done now says why.</summary>
public sealed class MenuPanel(string title, IReadOnlyList<MenuEntry> entries) : IPanel
{
    private readonly ListCursor _cursor = new();

    public string Mode => "MENU";

    public Rect Place(ConsoleModel model)
    {
        var (width, height) = (Math.Min(model.Columns, 76), Math.Min(model.Rows - 1, entries.Count + 2));
        return new Rect((model.Columns - width) / 2, Math.Max(0, (model.Rows - 1 - height) / 2), width, height);
    }

    public void Draw(Canvas canvas, ConsoleModel model)
    {
        var theme = model.Theme;
        var inside = BoxView.Draw(canvas, title, model, "a letter or Enter does it   Esc leaves");
        var top = _cursor.Window(entries.Count, inside.Height);
        for (var y = 0; y < inside.Height && top + y < entries.Count; y++)
        {
            var entry = entries[top + y];
            var ground = top + y == _cursor.Selected ? theme.Selected : theme.Text;
            inside.Part(new Rect(0, y, inside.Width, 1)).Fill(ground);
            var able = entry.Disabled is null;
            inside.Text(0, y, entry.Key.ToString(), (able ? theme.Accent : theme.Dim) with { Background = ground.Background });
            var x = inside.TextFit(3, y, entry.Text, able ? ground : theme.Dim with { Background = ground.Background }, inside.Width - 3);
            if (entry.Disabled is { } why)
            {
                inside.TextFit(x + 2, y, why, theme.Dim with { Background = ground.Background }, Math.Max(0, inside.Width - x - 2));
            }
        }
    }

    public void Press(KeyStroke key, CommandContext context)
    {
        var named = key.Printable is [var letter] ? entries.ToList().FindIndex(entry => entry.Key == letter) : -1;
        if (named >= 0)
        {
            Run(entries[named], context);
        }
        else if (key.Key == Key.Escape || key.IsCharacter('q') || key.ToString() == "C-c")
        {
            context.Model.Panel = null;
        }
        else if (key.Key == Key.Enter && entries.Count > 0)
        {
            Run(entries[_cursor.Selected], context);
        }
        else
        {
            _cursor.Press(key, entries.Count, 10);
        }
    }

    public void Wheel(int lines, CommandContext context) => _cursor.Move(Math.Sign(lines), entries.Count);

    public void Click(int x, int y, CommandContext context)
    {
        if (_cursor.Top + y - 1 is >= 0 and var row && row < entries.Count && y > 0)
        {
            Run(entries[row], context);
        }
    }

    private static void Run(MenuEntry entry, CommandContext context)
    {
        if (entry.Disabled is { } why)
        {
            context.Model.Say($"{entry.Text}: {why}");
            return;
        }

        context.Model.Panel = null;
        context.Run(entry.Command);
    }
}
