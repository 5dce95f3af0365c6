using FleetTui.Console.Commands;
using FleetTui.Console.Layouts;
using FleetTui.Console.Model;
using FleetTui.Console.Scrolling;
using FleetTui.Console.Views;
using FleetTui.Terminal.Input;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Console.Loop;

/// <summary>
/// Selecting with the mouse: by cells, by words after a double click, by lines after a triple one. It stays within the slot it began in, scrolls while it is
/// dragged past the edge, and copies when the button is let go.
/// </summary>
internal sealed class MouseSelection
{
    private static readonly TimeSpan ScrollEvery = TimeSpan.FromMilliseconds(50);

    /// <summary>tmux's time for a third click before a word is copied.</summary>
    private static readonly TimeSpan NextClick = TimeSpan.FromMilliseconds(300);

    private string? _slot;
    private LinePosition _anchor;
    private int _clicks;
    private (int X, int Y) _pointer;
    private bool _released;

    /// <summary>When <see cref="Wake"/> is wanted; null while nothing waits.</summary>
    public DateTimeOffset? Due { get; private set; }

    /// <summary>The button is held down in a slot's text.</summary>
    public bool IsDragging => _slot is not null && !_released;

    public void Press(TilePlace tile, SlotModel slot, IPaneView view, MouseEvent mouse, int clicks, CommandContext context)
    {
        var at = Position(tile, slot, view, mouse.X, mouse.Y, context.Model);
        // A further click of the same stroke is on the cell of the first, whatever has scrolled since.
        _anchor = clicks > 1 && _slot == slot.Id ? _anchor : at;
        (_slot, _clicks, _pointer, _released, Due) = (slot.Id, clicks, (mouse.X, mouse.Y), false, null);
        if (clicks > 1)
        {
            Scroller.Enter(slot, context, tile.Content.Height, copying: true);
            Extend(slot, view, _anchor);
        }
        else if (slot.Scroll is { } scroll)
        {
            (scroll.Anchor, scroll.Rectangle, scroll.ByLine) = (null, false, false);
            scroll.Cursor = at;
        }

        context.Model.Dirty = true;
    }

    /// <summary>The pointer moved with the button down, wherever it is now.</summary>
    public void Drag(MouseEvent mouse, CommandContext context)
    {
        _pointer = (mouse.X, mouse.Y);
        Follow(context);
    }

    public void Release(CommandContext context)
    {
        _released = true;
        Due = null;
        if (Slot(context) is not { Scroll.Anchor: not null } slot)
        {
            _slot = null;
        }
        else if (_clicks == 2)
        {
            Due = context.Model.Now + NextClick;
        }
        else
        {
            Copy(slot, context);
        }
    }

    public void Wake(CommandContext context)
    {
        if (Due is not { } due || context.Model.Now < due)
        {
            return;
        }

        Due = null;
        if (!_released)
        {
            Follow(context);
        }
        else if (Slot(context) is { Scroll.Anchor: not null } slot)
        {
            Copy(slot, context);
        }
    }

    private void Follow(CommandContext context)
    {
        var model = context.Model;
        if (Slot(context) is not { Reading: { Exists: true } view } slot || model.Plan.TileOf(model.Slots.IndexOf(slot)) is not { } tile)
        {
            (_slot, Due) = (null, null);
            return;
        }

        var content = tile.Content;
        Scroller.Enter(slot, context, content.Height, copying: true);
        var beyond = _pointer.Y < content.Y ? _pointer.Y - content.Y : _pointer.Y >= content.Bottom ? _pointer.Y - content.Bottom + 1 : 0;
        Due = null;
        if (beyond != 0)
        {
            // Farther out is faster.
            Scroller.By(slot, context, Math.Clamp(beyond, -10, 10));
            Due = model.Now + ScrollEvery;
        }

        var (x, y) = (Math.Clamp(_pointer.X, content.X, content.Right - 1), Math.Clamp(_pointer.Y, content.Y, content.Bottom - 1));
        Extend(slot, view, Position(tile, slot, view, x, y, model));
        model.Dirty = true;
    }

    /// <summary>Selects from where it began to a place, whole words or lines after more clicks.</summary>
    private void Extend(SlotModel slot, IPaneView view, LinePosition to)
    {
        var scroll = slot.Scroll!;
        var (start, end) = _anchor <= to ? (_anchor, to) : (to, _anchor);
        scroll.Rectangle = false;
        scroll.ByLine = _clicks >= 3;
        if (_clicks >= 2)
        {
            var text = new CopyText(scroll, view);
            if (_clicks >= 3)
            {
                while (start.Line > text.First && text.Wraps(start.Line - 1))
                {
                    start = start with { Line = start.Line - 1 };
                }

                while (end.Line < text.Last && text.Wraps(end.Line))
                {
                    end = end with { Line = end.Line + 1 };
                }
            }
            else
            {
                var (first, last) = (WordMotions.Around(text, start, spaces: true), WordMotions.Around(text, end, spaces: true));
                if (first is null && last is null && start == end)
                {
                    scroll.Anchor = null;
                    return;
                }

                (start, end) = (first?.From ?? start, last?.To ?? end);
            }
        }

        (scroll.Anchor, scroll.Cursor) = _anchor <= to ? (start, end) : (end, start);
    }

    private void Copy(SlotModel slot, CommandContext context)
    {
        _slot = null;
        Scroller.Copy(slot, context);
    }

    private SlotModel? Slot(CommandContext context) => _slot is { } id ? context.Model.SlotOf(id) : null;

    public static LinePosition Position(TilePlace tile, SlotModel slot, IPaneView view, int x, int y, ConsoleModel model)
    {
        var (column, row) = (x - tile.Content.X, y - tile.Content.Y);
        if (slot.Scroll is { } scroll)
        {
            return new LinePosition(scroll.Top + row, column);
        }

        lock (view.Gate)
        {
            var window = PaneWindow.Of(slot, view, tile.Content.Width, tile.Content.Height, model.HasKeyboard(tile.Slot));
            return new LinePosition(view.FirstScreenLine + window.Top + row, column + window.Left);
        }
    }
}
