using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.Effects;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;
using FleetTui.Console.Views;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Panels;

/// <summary>
/// The last lines of a slot and a line to answer it, without going there (<c>Space</c> in the table of slots). A slot that asks gets y, n, 1, 2 and 3 as they are pressed, for that is
/// how agents are answered; anything else is written here first, and Enter sends it.
/// </summary>
public sealed class PeekPanel(string slot) : IPanel
{
    private const int Lines = 8;
    private const string Answers = "yn123";

    private readonly LineEditor _reply = new("");
    private string _slot = slot;

    public string Mode => "PEEK";

    public Rect Place(ConsoleModel model)
    {
        var height = Math.Min(model.Rows - 1, Lines + 5);
        var width = Math.Min(model.Columns, 100);
        return new Rect((model.Columns - width) / 2, Math.Max(0, model.Rows - 1 - height), width, height);
    }

    public void Draw(Canvas canvas, ConsoleModel model)
    {
        if (model.SlotOf(_slot) is not { } slot)
        {
            BoxView.Draw(canvas, $"{_slot} is gone", model, "Esc close");
            return;
        }

        var (theme, status) = (model.Theme, slot.Status);
        var inside = BoxView.Draw(canvas, $"{status.Number} {slot.Id}  {slot.Mood.Glyph(model.Ascii)} {slot.Mood.Word} {Age.Short(model.Now - status.Since)}", model, Footer(slot));
        var detail = status.Landing == "held" ? status.LandingReason : status.Detail;
        inside.TextFit(0, 0, detail.Length > 0 ? detail : status.Role.Length > 0 ? status.Role : "no role", slot.Mood.Style(theme), inside.Width);
        var lines = CardView.LastLines(slot, Math.Min(Lines, inside.Height - 3));
        for (var y = 0; y < lines.Count; y++)
        {
            inside.TextFit(0, y + 1, lines[y], theme.Text, inside.Width);
        }

        var last = inside.Height - 1;
        inside.HorizontalLine(0, last - 1, inside.Width, model.Ascii ? "-" : "─", theme.Border);
        var x = inside.Text(0, last, "> ", theme.Accent);
        x = inside.Text(x, last, _reply.Text[.._reply.Cursor], theme.Strong);
        x = inside.Text(x, last, model.Ascii ? "_" : "▏", theme.Accent);
        inside.Text(x, last, _reply.Text[_reply.Cursor..], theme.Strong);
    }

    public void Take(KeyEvent key, CommandContext context)
    {
        var stroke = KeyStroke.Of(key);
        if (_reply.Text.Length == 0 && stroke.Printable is { Length: 1 } letter && Answers.Contains(letter, StringComparison.Ordinal) && context.Model.SlotOf(_slot) is { Status.State: "needs-input" } asking)
        {
            if (MayAnswer(asking, context))
            {
                context.Ask(new Effect.SendKey(_slot, key));
            }
        }
        else
        {
            Press(stroke, context);
        }
    }

    public void Press(KeyStroke key, CommandContext context)
    {
        var model = context.Model;
        var empty = _reply.Text.Length == 0;
        if (key.Key == Key.Escape || key.ToString() == "C-c" || (empty && key.IsCharacter(' ')))
        {
            model.Panel = null;
        }
        else if (empty && key.Key is Key.Up or Key.Down)
        {
            Step(key.Key == Key.Up ? -1 : 1, model);
        }
        else if (key.Key == Key.Enter && empty)
        {
            model.Panel = null;
            context.Run($"goto {_slot}");
        }
        else if (key.Key == Key.Enter)
        {
            if (model.SlotOf(_slot) is { } slot && MayAnswer(slot, context))
            {
                SendCommands.Send(context, [_slot], _reply.Text);
                _reply.Replace("");
            }
        }
        else
        {
            _reply.Press(key);
        }
    }

    public void Paste(string text, CommandContext context) => _reply.Insert(text.ReplaceLineEndings(" "));

    private static string Footer(SlotModel slot) =>
        slot.Status.State == "needs-input" ? "y n 1 2 3 answer   or write and Enter   Up Down others   Enter go   Esc close" : "write and Enter sends   Up Down others   Enter go   Esc close";

    private void Step(int by, ConsoleModel model)
    {
        if (model.Slots.FindIndex(slot => slot.Id == _slot) is >= 0 and var at)
        {
            _slot = model.Slots[(at + by + model.Slots.Count) % model.Slots.Count].Id;
        }
    }

    private static bool MayAnswer(SlotModel slot, CommandContext context)
    {
        var refused = context.Model.Options.ReadOnly ? "this console is read-only" : slot.Observed ? $"{slot.Id} is read-only here" : slot.Status.State is "stopped" or "crashed" ? $"{slot.Id} is not running" : null;
        if (refused is not null)
        {
            context.Model.Say(refused, error: true);
        }

        return refused is null;
    }
}
