using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.Keys;
using FleetTui.Console.Layouts;
using FleetTui.Console.Model;
using FleetTui.Console.Views;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Panels;

/// <summary>The layouts saved under a name.</summary>
public sealed class LayoutsPanel : IPanel
{
    private readonly ListCursor _cursor = new();

    public string Mode => "LAYOUTS";

    public Rect Place(ConsoleModel model) => PanelPlace.Centered(model, 84, model.SavedLayouts.Count + 2);

    public void Draw(Canvas canvas, ConsoleModel model)
    {
        var inside = BoxView.Draw(canvas, "saved layouts", model, "Enter loads   d deletes   Esc leaves");
        var names = model.SavedLayouts.Keys.ToList();
        var top = _cursor.Window(names.Count, inside.Height);
        for (var y = 0; y < inside.Height && top + y < names.Count; y++)
        {
            var layout = model.SavedLayouts[names[top + y]];
            var ground = top + y == _cursor.Selected ? model.Theme.Selected : model.Theme.Text;
            inside.Part(new Rect(0, y, inside.Width, 1)).Fill(ground);
            inside.TextFit(0, y, names[top + y], ground, 20);
            var what = layout.Kind == LayoutKind.Own ? string.Join("   ", layout.Pages) : layout.Kind.ToString().ToLowerInvariant();
            inside.TextFit(22, y, what, model.Theme.Dim with { Background = ground.Background }, inside.Width - 22);
        }
    }

    public void Press(KeyStroke key, CommandContext context)
    {
        var names = context.Model.SavedLayouts.Keys.ToList();
        if (_cursor.Press(key, names.Count, 10))
        {
            return;
        }

        if (key.Key == Key.Escape || key.ToString() is "C-c" or "q")
        {
            context.Model.Panel = null;
        }
        else if (names.Count > 0 && key.Key == Key.Enter)
        {
            Take(names[_cursor.Selected], context);
        }
        else if (names.Count > 0 && key.IsCharacter('d'))
        {
            var name = names[_cursor.Selected];
            context.Model.Panel = new ConfirmPanel($"delete the layout {name}?", yes => yes.Run($"delete-layout {name}"));
        }
    }

    public void Wheel(int lines, CommandContext context) => _cursor.Move(Math.Sign(lines), context.Model.SavedLayouts.Count);

    public void Click(int x, int y, CommandContext context)
    {
        var names = context.Model.SavedLayouts.Keys.ToList();
        if (_cursor.Top + y - 1 is >= 0 and var row && row < names.Count && y > 0)
        {
            Take(names[row], context);
        }
    }

    private static void Take(string name, CommandContext context)
    {
        context.Model.Panel = null;
        context.Run($"load-layout {name}");
    }
}
