using System.Text;
using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;
using FleetTui.Console.Views;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Panels;

/// <summary>A line to type in, in place of the status line; nothing else moves. Emacs keys, Tab completes, Up and Down recall, Escape leaves.</summary>
/// <param name="label">What stands before the text.</param>
/// <param name="command">What is put before the text to make the command line that Enter runs; empty for the command prompt itself.</param>
/// <param name="whenEmpty">What Enter runs when nothing stands there; null: nothing.</param>
public sealed class PromptPanel(string label, string command, string initial = "", string? whenEmpty = null) : IPanel
{
    private readonly LineEditor _line = new(initial);
    private IReadOnlyList<string> _candidates = [];
    private int _width = 1;

    public string Mode => command.Length == 0 ? "COMMAND" : "";

    /// <summary>Empty, but where several words are possible: those stand above.</summary>
    public Rect Place(ConsoleModel model)
    {
        var rows = _candidates.Count == 0 ? 0 : Math.Min((_candidates.Count + Across(model) - 1) / Across(model), Math.Max(0, model.Rows - 4)) + 2;
        return new Rect(0, model.Rows - 1 - rows, model.Columns, rows);
    }

    public void Draw(Canvas canvas, ConsoleModel model)
    {
        var inside = BoxView.Draw(canvas, "Tab", model);
        for (var i = 0; i < _candidates.Count; i++)
        {
            inside.TextFit(i % Across(model) * (_width + 2), i / Across(model), _candidates[i], model.Theme.Text, _width);
        }
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
            else if (whenEmpty is not null)
            {
                context.Run(whenEmpty);
            }
        }
        else if (key.Key == Key.Tab && command.Length == 0)
        {
            var (line, candidates) = Completion.Complete(_line.Text, model);
            _line.Replace(line);
            _candidates = candidates;
            _width = candidates.Select(candidate => candidate.Length).DefaultIfEmpty(1).Max();
            return;
        }
        else if (key.Key is Key.Up or Key.Down)
        {
            _line.Recall(model.Recall(label), key.Key == Key.Up ? 1 : -1);
        }
        else
        {
            _line.Press(key);
        }

        _candidates = [];
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

    private int Across(ConsoleModel model) => Math.Max(1, (model.Columns - 4) / (_width + 2));

    private static readonly KeyStroke Cancel = KeyStroke.Parse("C-c");
}
