using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;
using FleetTui.Console.Status;
using FleetTui.Terminal.Cells;

namespace FleetTui.Console.Boards;

/// <summary>A board of lines: some belong to items, of which one is chosen; all can be scrolled.</summary>
public abstract class LineBoard : Board
{
    private const int NoColumn = -1;

    private IReadOnlyList<BoardLine> _lines = [];
    private int _top;
    private int _height = 1;
    private bool _follows = true;
    private bool _reveal = true;
    private (string? Item, int Line) _anchor;

    /// <summary>The chosen item; null where there is none.</summary>
    public string? Chosen { get; protected set; }

    /// <summary>Stays at the end while new lines come, until one scrolls up.</summary>
    protected virtual bool Follows => false;

    /// <summary>Whether lines that belong to items can be chosen; else the items only keep what is seen in place while lines come above.</summary>
    protected virtual bool Chooses => true;

    protected bool IsFollowing => Follows && _follows;

    protected bool IsAtTop => _top == 0;

    /// <summary>The lines for this width, from the model alone.</summary>
    protected abstract IReadOnlyList<BoardLine> Lines(ConsoleModel model, int width);

    protected override void Body(Canvas canvas, ConsoleModel model)
    {
        Read(model, canvas.Width - 1);
        _height = canvas.Height;
        if (!IsFollowing && _anchor.Item is { } anchor && !Chooses && _lines.ToList().FindIndex(line => line.Item == anchor) is var at and >= 0)
        {
            _top = at + _anchor.Line;
        }

        var most = Math.Max(0, _lines.Count - _height);
        _top = Math.Clamp(IsFollowing ? most : _top, 0, most);
        if (_reveal && Chosen is not null && !Follows)
        {
            Reveal(most);
        }

        _anchor = Anchor();
        var selected = Selected();
        for (var y = 0; y < _height && _top + y < _lines.Count; y++)
        {
            var row = canvas.Part(new Rect(0, y, canvas.Width - 1, 1));
            var line = _lines[_top + y];
            var ground = _top + y == selected ? model.Theme.Selected : model.Theme.Text;
            if (_top + y == selected)
            {
                row.Fill(ground);
            }

            PieceLine.Draw(row, On(line.Left, ground), On(line.Right, ground), gap: line.Right.Count > 0 ? 1 : 0);
        }

        ScrollBar.Draw(canvas.Part(new Rect(canvas.Width - 1, 0, 1, canvas.Height)), _top, _lines.Count, model);
    }

    protected override bool Act(KeyStroke key, CommandContext context)
    {
        Settle(context.Model);
        switch (key.ToString())
        {
            case "Down" or "j" or "C-n":
                Step(1, context);
                return true;
            case "Up" or "k" or "C-p":
                Step(-1, context);
                return true;
            case "PgDn" or "Space" or "C-f":
                Scroll(Math.Max(1, _height - 1), context);
                return true;
            case "PgUp" or "C-b":
                Scroll(-Math.Max(1, _height - 1), context);
                return true;
            case "Home" or "g":
                Chosen = Items().FirstOrDefault();
                Scroll(-_lines.Count, context);
                return true;
            case "End" or "G":
                Chosen = Items().LastOrDefault();
                Scroll(_lines.Count, context);
                return true;
            default:
                return false;
        }
    }

    public override void Wheel(int lines, CommandContext context)
    {
        Settle(context.Model);
        Scroll(lines, context);
    }

    protected override void Choose(int x, int y, CommandContext context)
    {
        Settle(context.Model);
        var at = _top + y;
        if (Chooses && at >= 0 && at < _lines.Count && _lines[at].Item is { } item)
        {
            if (item == Chosen)
            {
                Enter(context);
            }
            else
            {
                Chosen = item;
                Moved(context);
            }
        }
    }

    /// <summary>Enter, or a second click, on the chosen item.</summary>
    protected virtual void Enter(CommandContext context)
    {
    }

    /// <summary>Gives the keys to the chosen slot, where the items are slots.</summary>
    protected void GoToChosenSlot(CommandContext context)
    {
        if (context.Model.SlotOf(Chosen ?? "") is { } slot)
        {
            context.Run($"slot {slot.Status.Number}");
        }
    }

    /// <summary>Another item is chosen.</summary>
    protected virtual void Moved(CommandContext context)
    {
    }

    /// <summary>Someone wants to see what is above the first line.</summary>
    protected virtual void PastTop(CommandContext context)
    {
    }

    /// <summary>Goes back to the end of what follows.</summary>
    protected void Follow() => _follows = true;

    protected override void Prepare(ConsoleModel model) => Settle(model);

    /// <summary>Keys may come faster than frames: what is chosen must not depend on a drawing.</summary>
    protected void Settle(ConsoleModel model) => Read(model, Place(model).Width - 5);

    private void Read(ConsoleModel model, int width)
    {
        _lines = Lines(model, width);
        var items = Items();
        if (Chosen is null || !items.Contains(Chosen))
        {
            Chosen = items.FirstOrDefault();
        }
    }

    private void Step(int by, CommandContext context)
    {
        var items = Items();
        var next = Chosen is null ? NoColumn : items.IndexOf(Chosen) + by;
        if (next < 0 || next >= items.Count)
        {
            Scroll(by, context);
            return;
        }

        Chosen = items[next];
        _reveal = true;
        Moved(context);
    }

    private void Scroll(int by, CommandContext context)
    {
        if (by < 0 && _top == 0)
        {
            PastTop(context);
        }

        var most = Math.Max(0, _lines.Count - _height);
        _top = Math.Clamp(_top + by, 0, most);
        _follows = _top >= most;
        _reveal = false;
        _anchor = Anchor();
    }

    private void Reveal(int most)
    {
        var first = Selected();
        var last = first;
        while (last + 1 < _lines.Count && _lines[last + 1].Item == Chosen)
        {
            last++;
        }

        // The heading above the first item is seen with it.
        var wanted = first > 0 && _lines[first - 1].Item is null && first < 4 ? 0 : first;
        _top = Math.Min(_top, wanted);
        _top = Math.Clamp(Math.Max(_top, Math.Min(first, last - _height + 1)), 0, most);
    }

    private int Selected() => Chosen is null ? NoColumn : _lines.ToList().FindIndex(line => line.Item == Chosen);

    private (string? Item, int Line) Anchor()
    {
        for (var line = _top; line < _lines.Count; line++)
        {
            if (_lines[line].Item is { } item)
            {
                return (item, _top - _lines.ToList().FindIndex(other => other.Item == item));
            }
        }

        return default;
    }

    private List<string> Items() => !Chooses ? [] : [.. _lines.Select(line => line.Item).OfType<string>().Distinct(StringComparer.Ordinal)];

    private static List<Piece> On(IReadOnlyList<Piece> pieces, CellStyle ground) =>
        [.. pieces.Select(piece => piece.Style.Background.IsDefault ? piece with { Style = piece.Style.On(ground) } : piece)];
}
