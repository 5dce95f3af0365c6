using System.Text;
using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Panels;

/// <summary>A line to type in, in place of the status line; nothing else moves. Emacs keys, Tab completes, Up and Down recall, Escape leaves.</summary>
/// <param name="label">What stands before the text.</param>
/// <param name="command">What is put before the text to make the command line that Enter runs; empty for the command prompt itself.</param>
public sealed class PromptPanel(string label, string command, string initial = "") : IPanel
{
    private readonly LineEditor _line = new(initial);

    public string Mode => command.Length == 0 ? "COMMAND" : "";

    public Rect Place(ConsoleModel model) => default;

    public void Draw(Canvas canvas, ConsoleModel model)
    {
    }

    public string StatusText(ConsoleModel model) => $"{label}{_line.Text}";

    public int? StatusCursor(ConsoleModel model) => TextWidth.Of(label) + TextWidth.Of(_line.Text.AsSpan(0, _line.Cursor));

    public void Press(KeyStroke key, CommandContext context)
    {
        var model = context.Model;
        if (key.Key == Key.Escape || key == Cancel)
        {
            model.Panel = null;
        }
        else if (key.Key == Key.Enter)
        {
            model.Panel = null;
            var text = _line.Text.Trim();
            if (text.Length > 0)
            {
                model.Recall(label).Insert(0, _line.Text);
                context.Run(command + text);
            }
        }
        else if (key.Key == Key.Tab && command.Length == 0)
        {
            _line.Replace(Completion.Complete(_line.Text, model));
        }
        else if (key.Key is Key.Up or Key.Down)
        {
            _line.Recall(model.Recall(label), key.Key == Key.Up ? 1 : -1);
        }
        else
        {
            _line.Press(key);
        }

        model.Dirty = true;
    }

    public void Paste(string text, CommandContext context)
    {
        foreach (var rune in text.EnumerateRunes().Where(rune => !Rune.IsControl(rune)))
        {
            _line.Insert(rune.ToString());
        }

        context.Model.Dirty = true;
    }

    private static readonly KeyStroke Cancel = KeyStroke.Parse("C-c");
}
