using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.Effects;
using FleetTui.Console.Keys;
using FleetTui.Console.Loop;
using FleetTui.Console.Model;
using FleetTui.Console.Outer.Output;
using FleetTui.Console.Views;
using FleetTui.Terminal.Input;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Console.Panels.Popups;

/// <summary>A terminal of its own over the tiles: a shell or an editor in a slot's worktree. It gets every key but the prefix; the prefix and a key go back to the slots, and it goes on.</summary>
/// <param name="pane">Its name at the host.</param>
public sealed class PanePanel(string pane, string title) : IPanel
{
    private bool _pressed;

    public string Pane => pane;

    /// <summary>Null until the host gave it.</summary>
    public IPaneView? View { get; set; }

    public string Mode => "POPUP";

    public Rect Place(ConsoleModel model) => PanelPlace.Centered(model, 140, 48);

    /// <summary>What the program gets of it.</summary>
    public (int Columns, int Rows) Size(ConsoleModel model) => Place(model) is var place ? (Math.Max(1, place.Width - 2), Math.Max(1, place.Height - 2)) : default;

    public void Draw(Canvas canvas, ConsoleModel model)
    {
        BoxView.Draw(canvas, title, model, $"{model.Keys.PrefixKey} and a key: back to the slots, this goes on");
        var inside = Inside(canvas);
        if (View is not { } view)
        {
            inside.Text(1, 0, "…", model.Theme.Dim);
            return;
        }

        lock (view.Gate)
        {
            for (var y = 0; view.Exists && y < Math.Min(inside.Height, view.Rows); y++)
            {
                TileView.CopyRow(inside, y, view.Row(y), 0, view);
            }
        }
    }

    public FrameCursor? Cursor(Canvas canvas, ConsoleModel model)
    {
        if (View is not { } view)
        {
            return null;
        }

        lock (view.Gate)
        {
            var (inside, cursor) = (Inside(canvas), view.Cursor);
            return view.Exists && cursor.Visible && cursor.X < inside.Width && cursor.Y < inside.Height
                ? new FrameCursor(inside.Area.X + cursor.X, inside.Area.Y + cursor.Y, cursor.Shape, cursor.Blinking)
                : null;
        }
    }

    public void Take(KeyEvent key, CommandContext context) => context.Ask(new Effect.SendKey(pane, key));

    public void Press(KeyStroke key, CommandContext context)
    {
    }

    /// <summary>What begins in the program's cells is the program's to the end, wherever the pointer is by then.</summary>
    public bool Take(MouseEvent mouse, CommandContext context)
    {
        var (columns, rows) = Size(context.Model);
        var inside = mouse with { X = mouse.X - 1, Y = mouse.Y - 1 };
        var within = inside.X >= 0 && inside.X < columns && inside.Y >= 0 && inside.Y < rows;
        if (mouse.Action == MouseAction.Press && !PaneMouse.IsWheel(mouse))
        {
            _pressed = within;
        }

        if (View is { Exists: true } view && (within || (_pressed && mouse.Button != MouseButton.None)))
        {
            var there = inside with { X = Math.Clamp(inside.X, 0, columns - 1), Y = Math.Clamp(inside.Y, 0, rows - 1) };
            context.Effects.AddRange(PaneMouse.ToProgram(pane, view.Modes, there));
        }

        _pressed &= mouse.Action != MouseAction.Release;
        return true;
    }

    public void Paste(string text, CommandContext context) => context.Ask(new Effect.SendPaste(pane, text));

    private static Canvas Inside(Canvas canvas) => canvas.Part(new Rect(1, 1, Math.Max(0, canvas.Width - 2), Math.Max(0, canvas.Height - 2)));
}
