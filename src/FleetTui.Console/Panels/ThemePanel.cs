using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;
using FleetTui.Console.Views;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Panels;

/// <summary>The themes, each tried on while it is chosen (<c>prefix Y</c>): Enter keeps it for this console, Escape takes it back.</summary>
public sealed class ThemePanel : IPanel
{
    public static readonly IReadOnlyList<string> Names = ["auto", "dark", "light", "high-contrast", "terminal"];

    private static readonly string[] Notes = ["dark or light, as the terminal is", "for dark grounds", "for light grounds", "bright on black, nothing dim", "the terminal's own sixteen colours"];

    private readonly ListCursor _cursor = new();
    private readonly string _before;

    public ThemePanel(ConsoleModel model)
    {
        _before = model.ThemeName;
        _cursor.Selected = Math.Max(0, Names.ToList().IndexOf(_before));
    }

    public string Mode => "THEME";

    public Rect Place(ConsoleModel model)
    {
        var width = Math.Min(model.Columns, 56);
        return new Rect(model.Columns - width, 0, width, Math.Min(model.Rows - 1, Names.Count + 2));
    }

    public void Draw(Canvas canvas, ConsoleModel model)
    {
        var theme = model.Theme;
        var inside = BoxView.Draw(canvas, "theme", model, "Enter keeps   Esc takes back");
        for (var y = 0; y < inside.Height && y < Names.Count; y++)
        {
            var ground = y == _cursor.Selected ? theme.Selected : theme.Text;
            inside.Part(new Rect(0, y, inside.Width, 1)).Fill(ground);
            inside.TextFit(0, y, Names[y], ground, 14);
            inside.TextFit(15, y, Notes[y], theme.Dim with { Background = ground.Background }, inside.Width - 15);
        }
    }

    public void Press(KeyStroke key, CommandContext context)
    {
        var model = context.Model;
        if (key.Key == Key.Escape || key.ToString() is "q" or "C-c")
        {
            model.UseTheme(_before);
            model.Panel = null;
        }
        else if (key.Key == Key.Enter)
        {
            model.Panel = null;
            model.Say($"theme: {model.ThemeName}, here and at the next attach; console.theme in fleet.toml is for every console");
        }
        else if (_cursor.Press(key, Names.Count, Names.Count))
        {
            model.UseTheme(Names[_cursor.Selected]);
        }
    }

    public void Click(int x, int y, CommandContext context)
    {
        if (y > 0 && y <= Names.Count)
        {
            _cursor.Selected = y - 1;
            context.Model.UseTheme(Names[_cursor.Selected]);
        }
    }
}
