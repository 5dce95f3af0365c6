using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;
using FleetTui.Console.Views;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Panels.Compose;

/// <summary>
/// A prompt for one slot, several or all: the slots at the left, the text at the right. Enter sends; to more than one it asks first. What is left unsent is there again next time.
/// </summary>
/// <param name="choosing">The keys go to the list of slots first.</param>
public sealed class ComposePanel(ConsoleModel model, IEnumerable<string> slots, bool choosing) : IPanel
{
    private const int ListWidth = 24;

    private readonly HashSet<string> _chosen = [.. slots];
    private readonly ListCursor _cursor = new();
    private readonly TextEditor _text = Begin(model.Prompts.Draft);
    private bool _choosing = choosing;
    private bool _asking;
    private int _recalled = -1;

    public string Mode => "COMPOSE";

    public Rect Place(ConsoleModel shown) => PanelPlace.Centered(shown, 110, Math.Max(12, shown.Slots.Count + 3));

    public void Draw(Canvas canvas, ConsoleModel shown)
    {
        var inside = BoxView.Draw(canvas, $"prompt to {Target(shown)}", shown, Footer);
        var list = inside.Width >= 60 ? ListWidth : _choosing ? inside.Width : 0;
        if (list > 0)
        {
            DrawSlots(inside.Part(new Rect(0, 0, Math.Min(list, inside.Width), inside.Height)), shown);
        }

        if (list < inside.Width)
        {
            TextEditorView.Draw(inside.Part(new Rect(list == 0 ? 0 : list + 1, 0, inside.Width - list - 1, inside.Height)), _text, !_choosing && !_asking, shown);
        }
    }

    public string? StatusText(ConsoleModel shown) => _asking ? $" send this to {Target(shown)}? (y/n)" : null;

    public void Press(KeyStroke key, CommandContext context)
    {
        if (_asking)
        {
            _asking = false;
            if (key.IsCharacter('y') || key.IsCharacter('Y'))
            {
                Send(context);
            }

            return;
        }

        if (key.Key == Key.Escape || key.ToString() == "C-c")
        {
            context.Model.Prompts.Draft = _text.Text;
            context.Model.Panel = null;
        }
        else if (key.Key == Key.Tab)
        {
            _choosing = !_choosing;
        }
        else if (_choosing)
        {
            Choose(key, context.Model);
        }
        else
        {
            Write(key, context);
        }
    }

    public void Paste(string text, CommandContext context)
    {
        (_choosing, _asking) = (false, false);
        _text.Insert(text);
        context.Model.Dirty = true;
    }

    public void Click(int x, int y, CommandContext context)
    {
        _choosing = x < ListWidth + 2;
        if (_choosing && _cursor.Top + y - 1 is >= 0 and var row && row < context.Model.Slots.Count && y > 0)
        {
            _cursor.Selected = row;
            Toggle(context.Model.Slots[row].Id);
        }
    }

    private string Footer => _choosing
        ? "Space choose   a all that run   n none   Tab write   Esc leave"
        : "Enter send   M-Enter new line   Tab choose slots   Up earlier   Esc leave";

    private static TextEditor Begin(string draft)
    {
        var editor = new TextEditor();
        editor.Replace(draft);
        return editor;
    }

    private string Target(ConsoleModel shown)
    {
        var chosen = Chosen(shown);
        return chosen.Count switch
        {
            0 => "nobody yet",
            1 => chosen[0],
            _ => $"{chosen.Count} slots: {string.Join(' ', chosen)}",
        };
    }

    private List<string> Chosen(ConsoleModel shown) => [.. shown.Slots.Where(slot => _chosen.Contains(slot.Id)).Select(slot => slot.Id)];

    private void DrawSlots(Canvas canvas, ConsoleModel shown)
    {
        var theme = shown.Theme;
        var top = _cursor.Window(shown.Slots.Count, canvas.Height);
        for (var y = 0; y < canvas.Height && top + y < shown.Slots.Count; y++)
        {
            var slot = shown.Slots[top + y];
            var ground = _choosing && top + y == _cursor.Selected ? theme.Selected : theme.Text;
            canvas.Part(new Rect(0, y, canvas.Width, 1)).Fill(ground);
            var x = canvas.Text(0, y, _chosen.Contains(slot.Id) ? "[x]" : "[ ]", _chosen.Contains(slot.Id) ? theme.Accent with { Background = ground.Background } : ground);
            x = canvas.Text(x + 1, y, $"{slot.Status.Number,2}{slot.Mood.Glyph(shown.Ascii)}", slot.Mood.Style(theme) with { Background = ground.Background });
            canvas.TextFit(x + 1, y, slot.Id, ground, canvas.Width - x - 1);
        }

        if (canvas.Width == ListWidth)
        {
            for (var y = 0; y < canvas.Height; y++)
            {
                canvas.Text(canvas.Width - 1, y, shown.Ascii ? "|" : "│", theme.Border);
            }
        }
    }

    private void Choose(KeyStroke key, ConsoleModel shown)
    {
        if (key.IsCharacter(' ') && shown.Slots.Count > 0)
        {
            Toggle(shown.Slots[Math.Min(_cursor.Selected, shown.Slots.Count - 1)].Id);
        }
        else if (key.IsCharacter('a'))
        {
            _chosen.UnionWith(SendCommands.Running(shown));
        }
        else if (key.IsCharacter('n'))
        {
            _chosen.Clear();
        }
        else if (key.Key == Key.Enter)
        {
            _choosing = false;
        }
        else
        {
            _cursor.Press(key, shown.Slots.Count, 10);
        }
    }

    private void Toggle(string slot)
    {
        if (!_chosen.Remove(slot))
        {
            _chosen.Add(slot);
        }
    }

    private void Write(KeyStroke key, CommandContext context)
    {
        if (key.ToString() is "M-Enter" or "S-Enter" or "C-j")
        {
            _text.Insert("\n");
        }
        else if (key.Key == Key.Enter)
        {
            Enter(context);
        }
        else if ((key.Key == Key.Up && _text.OnFirstLine) || (key.Key == Key.Down && _text.OnLastLine && _recalled >= 0))
        {
            Recall(key.Key == Key.Up ? 1 : -1, context.Model);
        }
        else
        {
            _text.Press(key);
        }
    }

    private void Recall(int by, ConsoleModel shown)
    {
        var history = shown.Prompts.Sent;
        if (_recalled < 0)
        {
            shown.Prompts.Draft = _text.Text;
        }

        if (history.Count > 0)
        {
            _recalled = Math.Clamp(_recalled + by, -1, history.Count - 1);
            _text.Replace(_recalled < 0 ? shown.Prompts.Draft : history[_recalled]);
        }
    }

    private void Enter(CommandContext context)
    {
        var chosen = Chosen(context.Model);
        if (_text.Text.Trim().Length == 0)
        {
            context.Model.Say("there is nothing to send yet");
        }
        else if (chosen.Count == 0)
        {
            _choosing = true;
            context.Model.Say("to which slots? Space chooses");
        }
        else if (chosen.Count > 1)
        {
            _asking = true;
        }
        else
        {
            Send(context);
        }
    }

    private void Send(CommandContext context)
    {
        context.Model.Panel = null;
        context.Model.Prompts.Draft = "";
        SendCommands.Send(context, Chosen(context.Model), _text.Text.TrimEnd());
    }
}
