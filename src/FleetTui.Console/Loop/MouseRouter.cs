using FleetTui.Console.Commands;
using FleetTui.Console.Effects;
using FleetTui.Console.Layouts;
using FleetTui.Console.Model;
using FleetTui.Console.Scrolling;
using FleetTui.Console.Views;
using FleetTui.Terminal.Input;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Console.Loop;

/// <summary>Where a mouse event goes: panels, the rail and chips, the program that asked for it, and else focus, our scrollback and our selection.</summary>
public sealed class MouseRouter
{
    /// <summary>tmux's five lines a notch.</summary>
    private const int WheelLines = 5;

    private static readonly TimeSpan DoubleClick = TimeSpan.FromMilliseconds(400);

    private readonly MouseSelection _selection = new();
    private (int X, int Y, DateTimeOffset At, int Count) _clicked;

    /// <summary>The border under the button, as it is now; null while none is dragged.</summary>
    private PlanBorder? _border;

    /// <summary>When <see cref="Wake"/> is wanted.</summary>
    public DateTimeOffset? Due => _selection.Due;

    public void Wake(CommandContext context) => _selection.Wake(context);

    public void Handle(MouseEvent mouse, CommandContext context)
    {
        var model = context.Model;
        if (_selection.IsDragging && mouse.Action is (MouseAction.Move or MouseAction.Release))
        {
            // It belongs to the slot it began in, wherever the pointer is.
            if (mouse.Action == MouseAction.Release)
            {
                _selection.Release(context);
            }
            else if (mouse.Button == MouseButton.Left)
            {
                _selection.Drag(mouse, context);
            }

            return;
        }

        var wheel = PaneMouse.IsWheel(mouse);
        if (model.Panel is { } panel)
        {
            InPanel(panel, mouse, wheel, context);
            return;
        }

        if (model.Board is { } board)
        {
            if (board.Place(model).Contains(mouse.X, mouse.Y))
            {
                model.BoardHasKeys |= mouse.Action == MouseAction.Press && !wheel;
                InPanel(board, mouse, wheel, context);
                return;
            }

            if (mouse.Action == MouseAction.Press && !wheel && model.Plan.TileAt(mouse.X, mouse.Y) is not null)
            {
                model.BoardHasKeys = false;
                model.Dirty = true;
            }
        }

        if (mouse.Action == MouseAction.Press && mouse.Button == MouseButton.Left)
        {
            model.Notice = null;
            if (ListedSlot(mouse, model) is { } listed)
            {
                Focusing.To(context, listed);
                return;
            }

            if (model.Plan.Status.Contains(mouse.X, mouse.Y))
            {
                context.Run("lane");
                return;
            }
        }

        if (wheel && mouse.Action == MouseAction.Press && model.Plan.Status.Contains(mouse.X, mouse.Y))
        {
            context.Run(mouse.Button == MouseButton.WheelUp ? "previous-page" : "next-page");
            return;
        }

        if (IsDragged(mouse, context))
        {
            return;
        }

        if (model.Plan.TileAt(mouse.X, mouse.Y) is { } tile)
        {
            InTile(tile, mouse, wheel, context);
        }
        else if (mouse is { Action: MouseAction.Press, Button: MouseButton.Left } && model.Plan.EmptyAt(mouse.X, mouse.Y) is { } empty)
        {
            if (empty.Name == model.EmptyFocus && !empty.Header.Contains(mouse.X, mouse.Y))
            {
                context.Run("put");
            }
            else
            {
                Focusing.ToPlace(context, empty.Name);
            }
        }
    }

    /// <summary>True when the event belongs to a border that is being dragged. The header of a place is its upper border: a press alone still goes to the slot.</summary>
    private bool IsDragged(MouseEvent mouse, CommandContext context)
    {
        if (mouse is { Action: MouseAction.Press, Button: MouseButton.Left })
        {
            _border = context.Model.Plan.BorderAt(mouse.X, mouse.Y);
            return false;
        }

        if (_border is not { } border || mouse.Button != MouseButton.Left)
        {
            return false;
        }

        if (mouse.Action == MouseAction.Release)
        {
            _border = null;
            return false;
        }

        _border = Borders.Drag(context, border, mouse.X, mouse.Y);
        return true;
    }

    private void InTile(TilePlace tile, MouseEvent mouse, bool wheel, CommandContext context)
    {
        var model = context.Model;
        var slot = model.Slots[tile.Slot];
        if (mouse.Action == MouseAction.Press && !wheel && !model.HasKeyboard(tile.Slot))
        {
            Focusing.To(context, tile.Slot);
        }

        var pressed = mouse is { Action: MouseAction.Press, Button: MouseButton.Left };
        var clicks = pressed ? Clicks(mouse, model) : 0;
        if (clicks == 2 && tile.Header.Contains(mouse.X, mouse.Y))
        {
            context.Run("zoom");
            return;
        }

        if (tile.Header.Contains(mouse.X, mouse.Y) || slot.Reading is not { Exists: true } view)
        {
            return;
        }

        if (pressed && mouse.Modifiers.HasFlag(KeyModifiers.Control) && Links.At(slot, MouseSelection.Position(tile, slot, view, mouse.X, mouse.Y, model)) is { } target)
        {
            Links.Open(slot, target, context);
            return;
        }

        var inside = Inside(tile, slot, view, mouse, model);
        var menu = mouse is { Button: MouseButton.Right, Action: MouseAction.Press };
        if (menu && (mouse.Modifiers.HasFlag(KeyModifiers.Alt) || slot.Scroll is not null || !PaneMouse.IsWanted(view.Modes, mouse)))
        {
            context.Run("slot-menu");
        }
        else if (slot.Scroll is null && PaneMouse.IsWanted(view.Modes, mouse) && !model.Options.ReadOnly && !slot.Observed)
        {
            context.Ask(new Effect.SendMouse(slot.Id, inside));
        }
        else if (wheel && mouse.Action == MouseAction.Press)
        {
            Wheel(slot, view, tile, mouse.Button == MouseButton.WheelUp, context);
        }
        else if (mouse.Button == MouseButton.Middle && mouse.Action == MouseAction.Press)
        {
            context.Run("paste");
        }
        else if (pressed)
        {
            _selection.Press(tile, slot, view, mouse, clicks, context);
        }
    }

    /// <summary>How often the place was clicked in a row: 1, 2 or 3.</summary>
    private int Clicks(MouseEvent mouse, ConsoleModel model)
    {
        var again = (_clicked.X, _clicked.Y) == (mouse.X, mouse.Y) && model.Now - _clicked.At < DoubleClick;
        _clicked = (mouse.X, mouse.Y, model.Now, again ? (_clicked.Count % 3) + 1 : 1);
        return _clicked.Count;
    }

    private static MouseEvent Inside(TilePlace tile, SlotModel slot, IPaneView view, MouseEvent mouse, ConsoleModel model)
    {
        PaneWindow window;
        lock (view.Gate)
        {
            window = PaneWindow.Of(slot, view, tile.Content.Width, tile.Content.Height, model.HasKeyboard(tile.Slot));
        }

        return mouse with { X = mouse.X - tile.Content.X + window.Left, Y = mouse.Y - tile.Content.Y + window.Top };
    }

    private static void Wheel(SlotModel slot, IPaneView view, TilePlace tile, bool up, CommandContext context)
    {
        if (slot.Scroll is null && PaneMouse.WheelIsArrows(view.Modes) && !context.Model.Options.ReadOnly && !slot.Observed)
        {
            context.Effects.AddRange(PaneMouse.Arrows(slot.Id, up));
            return;
        }

        if (slot.Scroll is null && !up)
        {
            return;
        }

        Scroller.Enter(slot, context, tile.Content.Height, copying: false);
        Scroller.By(slot, context, up ? -WheelLines : WheelLines);
    }

    private static int? ListedSlot(MouseEvent mouse, ConsoleModel model)
    {
        if (model.Plan.Rail is { } rail && rail.Contains(mouse.X, mouse.Y))
        {
            return RailView.SlotAt(mouse.Y - rail.Y, rail.Height, model);
        }

        if (model.Plan.Chips is not { } chips || !chips.Contains(mouse.X, mouse.Y))
        {
            return null;
        }

        var index = ((mouse.Y - chips.Y) * ChipsView.Across) + (mouse.X / Math.Max(1, chips.Width / ChipsView.Across));
        return index < model.Ordered.Count ? model.Ordered[index] : null;
    }

    private static void InPanel(Panels.IPanel panel, MouseEvent mouse, bool wheel, CommandContext context)
    {
        var place = panel.Place(context.Model);
        if (panel.Take(mouse with { X = mouse.X - place.X, Y = mouse.Y - place.Y }, context))
        {
            return;
        }

        if (mouse.Action != MouseAction.Press || !place.Contains(mouse.X, mouse.Y))
        {
            return;
        }

        if (wheel)
        {
            panel.Wheel(mouse.Button == MouseButton.WheelUp ? -3 : 3, context);
        }
        else if (mouse.Button == MouseButton.Left)
        {
            panel.Click(mouse.X - place.X, mouse.Y - place.Y, context);
        }

        context.Model.Dirty = true;
    }
}
