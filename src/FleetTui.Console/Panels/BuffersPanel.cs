using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;
using FleetTui.Console.Scrolling;
using FleetTui.Console.Views;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Panels;

/// <summary>The copied texts, newest first: one is pasted, sent to the clipboard again, or forgotten (<c>prefix =</c>, <c>prefix #</c>).</summary>
public sealed class BuffersPanel : IPanel
{
    private readonly ListCursor _cursor = new();

    public string Mode => "BUFFERS";

    public Rect Place(ConsoleModel model) => PanelPlace.Centered(model, 100, Math.Max(6, model.Buffers.Count + 2));

    public void Draw(Canvas canvas, ConsoleModel model)
    {
        var theme = model.Theme;
        var inside = BoxView.Draw(canvas, "copied texts", model, "Enter pastes   c clipboard   d drops   q leaves");
        if (model.Buffers.Count == 0)
        {
            inside.TextFit(0, 0, "nothing was copied yet", theme.Dim, inside.Width);
            return;
        }

        var top = _cursor.Window(model.Buffers.Count, inside.Height);
        for (var y = 0; y < inside.Height && top + y < model.Buffers.Count; y++)
        {
            var text = model.Buffers[top + y];
            var ground = top + y == _cursor.Selected ? theme.Selected : theme.Text;
            inside.Part(new Rect(0, y, inside.Width, 1)).Fill(ground);
            inside.Text(0, y, $"{top + y,2} {text.Length,6} ", theme.Dim with { Background = ground.Background });
            inside.TextFit(11, y, Shown(text, model.Ascii), ground, inside.Width - 11);
        }
    }

    public void Press(KeyStroke key, CommandContext context)
    {
        var model = context.Model;
        if (key.Key == Key.Escape || key.ToString() is "q" or "C-c")
        {
            model.Panel = null;
        }
        else if (model.Buffers.Count == 0 || _cursor.Press(key, model.Buffers.Count, 10))
        {
            return;
        }
        else if (key.Key == Key.Enter || key.IsCharacter('p'))
        {
            model.Panel = null;
            context.Run($"paste {_cursor.Selected}");
        }
        else if (key.IsCharacter('c'))
        {
            model.Panel = null;
            Clipboards.Send(model.Buffers[_cursor.Selected], "characters", context);
        }
        else if (key.ToString() is "d" or "-" or "DC")
        {
            context.Run($"drop-buffer {_cursor.Selected}");
        }
    }

    public void Wheel(int lines, CommandContext context) => _cursor.Move(Math.Sign(lines), context.Model.Buffers.Count);

    public void Click(int x, int y, CommandContext context) => _cursor.Move(_cursor.Top + y - 1 - _cursor.Selected, context.Model.Buffers.Count);

    /// <summary>The beginning, in one line.</summary>
    private static string Shown(string text, bool ascii) =>
        string.Concat(text.Take(200).Select(character => character == '\n' ? (ascii ? '|' : '⏎') : char.IsControl(character) ? ' ' : character));
}
