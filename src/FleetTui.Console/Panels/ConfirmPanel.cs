using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;

namespace FleetTui.Console.Panels;

/// <summary>One question in place of the status line; only <c>y</c> means yes.</summary>
public sealed class ConfirmPanel(string question, Action<CommandContext> yes) : IPanel
{
    public string Mode => "CONFIRM";

    public Rect Place(ConsoleModel model) => default;

    public void Draw(Canvas canvas, ConsoleModel model)
    {
    }

    public string StatusText(ConsoleModel model) => $" {question} (y/n)";

    public int? StatusCursor(ConsoleModel model) => TextWidth.Of(StatusText(model)) + 1;

    public void Press(KeyStroke key, CommandContext context)
    {
        context.Model.Panel = null;
        if (key.IsCharacter('y') || key.IsCharacter('Y'))
        {
            yes(context);
        }
        else
        {
            context.Model.Say("not done");
        }
    }
}
