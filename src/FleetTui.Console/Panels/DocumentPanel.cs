using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;
using FleetTui.Console.Status;
using FleetTui.Console.Views;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Panels;

/// <summary>A page of lines that can be scrolled: the lane, the log, the migrations, the evidence of a state.</summary>
public abstract class DocumentPanel : IPanel
{
    private int _top;
    private int _most;
    private bool _following = true;

    public abstract string Mode { get; }

    /// <summary>Begins at the end and stays there while new lines come.</summary>
    protected virtual bool Follows => false;

    public virtual Rect Place(ConsoleModel model) => PanelPlace.Centered(model, 130, Math.Max(12, Lines(model, 126).Count + 2));

    public void Draw(Canvas canvas, ConsoleModel model)
    {
        var inside = BoxView.Draw(canvas, Title(model), model, Footer(model));
        var lines = Lines(model, inside.Width);
        _most = Math.Max(0, lines.Count - inside.Height);
        _top = Math.Clamp(Follows && _following ? _most : _top, 0, _most);
        for (var y = 0; y < inside.Height && _top + y < lines.Count; y++)
        {
            var row = inside.Part(new Rect(0, y, inside.Width, 1));
            PieceLine.Draw(row, lines[_top + y], [], gap: 0);
        }

        if (_most > 0)
        {
            canvas.Text(canvas.Width - 12, canvas.Height - 1, $" {(_most == 0 ? 100 : _top * 100 / _most),3}% ", model.Theme.Dim);
        }
    }

    public void Press(KeyStroke key, CommandContext context)
    {
        if (Act(key, context))
        {
            return;
        }

        if (key.Key == Key.Escape || key.IsCharacter('q') || key.ToString() == "C-c")
        {
            context.Model.Panel = null;
            return;
        }

        Scroll(key.ToString() switch
        {
            "Down" or "j" => 1,
            "Up" or "k" => -1,
            "PgDn" or "Space" or "C-f" => 15,
            "PgUp" or "C-b" => -15,
            "Home" or "g" => -1_000_000,
            "End" or "G" => 1_000_000,
            _ => 0,
        });
    }

    public void Wheel(int lines, CommandContext context) => Scroll(lines);

    protected abstract string Title(ConsoleModel model);

    protected abstract string Footer(ConsoleModel model);

    protected abstract IReadOnlyList<IReadOnlyList<Piece>> Lines(ConsoleModel model, int width);

    /// <summary>A key of the page's own; true when it was one.</summary>
    protected virtual bool Act(KeyStroke key, CommandContext context) => false;

    private void Scroll(int by)
    {
        _top = Math.Clamp(_top + by, 0, _most);
        _following = _top >= _most;
    }
}
