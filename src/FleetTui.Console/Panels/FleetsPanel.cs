using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;
using FleetTui.Console.Views;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Panels;

/// <summary>The fleets of this user that run, as tmux lists its sessions.</summary>
public sealed class FleetsPanel : IPanel
{
    private readonly IReadOnlyList<RunningFleet> _all;
    private readonly ListCursor _cursor = new();

    public FleetsPanel(IReadOnlyList<RunningFleet> all, ConsoleModel model)
    {
        _all = all;
        _cursor.Selected = Math.Max(0, all.ToList().FindIndex(fleet => fleet.Repository == model.Fleet?.Repository));
    }

    public string Mode => "FLEETS";

    public Rect Place(ConsoleModel model) => PanelPlace.Centered(model, 90, _all.Count + 2);

    public void Draw(Canvas canvas, ConsoleModel model)
    {
        var theme = model.Theme;
        var inside = BoxView.Draw(canvas, "fleets that run", model, "Enter goes there; nothing ends here   Esc leaves");
        var top = _cursor.Window(_all.Count, inside.Height);
        for (var y = 0; y < inside.Height && top + y < _all.Count; y++)
        {
            var fleet = _all[top + y];
            var ground = top + y == _cursor.Selected ? theme.Selected : theme.Text;
            inside.Part(new Rect(0, y, inside.Width, 1)).Fill(ground);
            inside.Text(0, y, fleet.Repository == model.Fleet?.Repository ? "*" : " ", ground);
            inside.TextFit(2, y, fleet.Name, ground, 20);
            inside.TextFit(23, y, $"{fleet.Slots} {(fleet.Slots == 1 ? "slot" : "slots")}", theme.Dim with { Background = ground.Background }, 9);
            inside.TextFit(33, y, fleet.Waiting > 0 ? $"!{fleet.Waiting}" : "", theme.Needs with { Background = ground.Background }, 4);
            inside.TextFit(38, y, fleet.Repository, theme.Dim with { Background = ground.Background }, inside.Width - 38);
        }
    }

    public void Press(KeyStroke key, CommandContext context)
    {
        if (_cursor.Press(key, _all.Count, 10))
        {
            return;
        }

        if (key.Key == Key.Escape || key.ToString() is "C-c" or "q")
        {
            context.Model.Panel = null;
        }
        else if (key.Key == Key.Enter && _all.Count > 0)
        {
            FleetSwitching.Go(context, _all[_cursor.Selected].Repository);
        }
    }

    public void Wheel(int lines, CommandContext context) => _cursor.Move(Math.Sign(lines), _all.Count);

    public void Click(int x, int y, CommandContext context)
    {
        if (_cursor.Top + y - 1 is >= 0 and var row && row < _all.Count && y > 0)
        {
            FleetSwitching.Go(context, _all[row].Repository);
        }
    }
}
