using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;
using FleetTui.Console.Views;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Panels;

/// <summary>The pages of the layout on the screen: their numbers, their names, who is on them.</summary>
public sealed class PagesPanel : IPanel
{
    private readonly ListCursor _cursor = new();

    public PagesPanel(ConsoleModel model) => _cursor.Selected = model.Plan.Page;

    public string Mode => "PAGES";

    public Rect Place(ConsoleModel model) => PanelPlace.Centered(model, 84, model.Plan.Pages + 2);

    public void Draw(Canvas canvas, ConsoleModel model)
    {
        var (plan, theme) = (model.Plan, model.Theme);
        var inside = BoxView.Draw(canvas, "pages", model, "Enter goes there   r names it   Esc leaves");
        var top = _cursor.Window(plan.Pages, inside.Height);
        for (var y = 0; y < inside.Height && top + y < plan.Pages; y++)
        {
            var page = top + y;
            var ground = page == _cursor.Selected ? theme.Selected : theme.Text;
            inside.Part(new Rect(0, y, inside.Width, 1)).Fill(ground);
            inside.Text(0, y, $"{page + 1,2}{(page == plan.Page ? "*" : " ")}", ground);
            inside.TextFit(4, y, plan.NameOf(page), ground, 20);
            var slots = string.Join(' ', plan.PageSlots[page].Select(slot => model.Slots[slot].Id));
            inside.TextFit(26, y, slots.Length > 0 ? slots : "no slot", theme.Dim with { Background = ground.Background }, inside.Width - 26);
        }
    }

    public void Press(KeyStroke key, CommandContext context)
    {
        if (_cursor.Press(key, context.Model.Plan.Pages, 10))
        {
            return;
        }

        if (key.Key == Key.Escape || key.ToString() is "C-c" or "q")
        {
            context.Model.Panel = null;
        }
        else if (key.Key == Key.Enter)
        {
            Go(context);
        }
        else if (key.IsCharacter('r') || key.IsCharacter(','))
        {
            Go(context);
            context.Run("rename-page");
        }
    }

    public void Wheel(int lines, CommandContext context) => _cursor.Move(Math.Sign(lines), context.Model.Plan.Pages);

    public void Click(int x, int y, CommandContext context)
    {
        if (_cursor.Top + y - 1 is >= 0 and var row && row < context.Model.Plan.Pages && y > 0)
        {
            _cursor.Selected = row;
            Go(context);
        }
    }

    private void Go(CommandContext context)
    {
        context.Model.Panel = null;
        if (_cursor.Selected != context.Model.Plan.Page)
        {
            context.Run($"page {_cursor.Selected + 1}");
        }
    }
}
