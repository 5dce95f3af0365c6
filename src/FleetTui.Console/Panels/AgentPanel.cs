using FleetTui.Api.Client;
using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;
using FleetTui.Console.Views;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Panels;

/// <summary>Gives a slot another agent, or another account of one; all that the configuration has. Enter does it, and asks first where one runs.</summary>
public sealed class AgentPanel(string slot) : IPanel
{
    private readonly ListCursor _cursor = new();
    private List<(string Agent, string Account, string Text)>? _choices;

    public string Mode => "AGENT";

    public Rect Place(ConsoleModel model) => PanelPlace.Centered(model, 70, (_choices?.Count ?? 6) + 3);

    public void Draw(Canvas canvas, ConsoleModel model)
    {
        var inside = BoxView.Draw(canvas, $"an agent for {slot}", model, "Enter takes it   arrows choose   Esc leaves");
        if (_choices is null)
        {
            inside.Text(0, 0, "reading…", model.Theme.Dim);
            return;
        }

        var top = _cursor.Window(_choices.Count, inside.Height);
        for (var y = 0; y < inside.Height && top + y < _choices.Count; y++)
        {
            var choice = _choices[top + y];
            var ground = top + y == _cursor.Selected ? model.Theme.Selected : model.Theme.Text;
            inside.Part(new Rect(0, y, inside.Width, 1)).Fill(ground);
            inside.TextFit(0, y, choice.Text, ground, inside.Width - 12);
            if (IsNow(choice, model))
            {
                inside.Text(inside.Width - 10, y, "has it now", model.Theme.Done with { Background = ground.Background });
            }
        }
    }

    public void Loaded(IReadOnlyList<AgentChoice> agents, ConsoleModel model)
    {
        _choices =
        [
            .. agents.SelectMany(agent => agent.Accounts.Select(account => (agent.Name, account, $"{agent.Name} as {account}"))
                .Prepend((agent.Name, "", agent.Accounts.Count > 0 ? $"{agent.Name} with its own login" : agent.Name))),
        ];
        _cursor.Selected = Math.Max(0, _choices.FindIndex(choice => IsNow(choice, model)));
    }

    public void Press(KeyStroke key, CommandContext context)
    {
        var model = context.Model;
        if (key.Key == Key.Escape || key.IsCharacter('q') || key.ToString() == "C-c")
        {
            model.Panel = null;
        }
        else if (key.Key == Key.Enter && _choices is { Count: > 0 } choices)
        {
            model.Panel = null;
            var (agent, account, text) = choices[_cursor.Selected];
            if (IsNow(choices[_cursor.Selected], model))
            {
                model.Say($"{slot} has {text} already");
            }
            else
            {
                SlotActions.Exchange(context, slot, agent, account);
            }
        }
        else if (_choices is not null)
        {
            _cursor.Press(key, _choices.Count, 8);
        }
    }

    public void Wheel(int lines, CommandContext context) => _cursor.Move(Math.Sign(lines), _choices?.Count ?? 0);

    public void Click(int x, int y, CommandContext context)
    {
        if (_choices is not null && _cursor.Top + y - 1 is >= 0 and var row && row < _choices.Count && y > 0)
        {
            _cursor.Selected = row;
        }
    }

    private bool IsNow((string Agent, string Account, string Text) choice, ConsoleModel model) =>
        model.SlotOf(slot) is { } found && found.Status.Agent == choice.Agent && found.Status.Account == choice.Account;
}
