using FleetTui.Console.Effects;
using FleetTui.Console.Layouts;
using FleetTui.Console.Views;

namespace FleetTui.Console.Commands;

/// <summary>Moving the window that a tile is onto a larger terminal (tmux's refresh-client -U and its like), and giving that terminal the tile's size.</summary>
internal static class PanCommands
{
    /// <summary>tmux's step.</summary>
    private const int Cells = 10;

    public static readonly ConsoleCommand[] All =
    [
        new("pan-up", "pan up", "move this tile's window up over its terminal", (context, _) => Pan(context, 0, -Cells)),
        new("pan-down", "pan down", "move this tile's window down", (context, _) => Pan(context, 0, Cells)),
        new("pan-left", "pan left", "move this tile's window left", (context, _) => Pan(context, -Cells, 0)),
        new("pan-right", "pan right", "move this tile's window right", (context, _) => Pan(context, Cells, 0)),
        new("pan-reset", "follow the cursor", "let this tile's window follow the cursor again", (context, _) => Follow(context)),
        new("take-size", "take the size", "give this slot the size of its tile here, whichever console typed there last", (context, _) => Take(context)),
    ];

    private static void Pan(CommandContext context, int right, int down)
    {
        var model = context.Model;
        if (model.Focused is not { View: { Exists: true } view } slot || model.Plan.TileOf(model.Focus) is not { Card: false } tile)
        {
            return;
        }

        var content = tile.Content;
        if (!TileView.IsCropped(slot, content))
        {
            model.Say($"all of {slot.Id} is in sight");
            return;
        }

        lock (view.Gate)
        {
            var window = PaneWindow.Of(slot, view, content.Width, content.Height, focused: true);
            slot.Pan = (Math.Clamp(window.Left + right, 0, Math.Max(0, view.Columns - content.Width)), Math.Clamp(window.Top + down, 0, Math.Max(0, view.Rows - content.Height)));
        }
    }

    private static void Take(CommandContext context)
    {
        var model = context.Model;
        if (model.Options.ReadOnly)
        {
            model.Say("this console is read-only");
        }
        else if (model.Focused is { View.Exists: true } slot && model.Plan.TileOf(model.Focus) is { Card: false } tile)
        {
            slot.OfferedSize = SlotSize.For(tile.Content);
            context.Ask(new Effect.ResizePane(slot.Id, slot.OfferedSize.Columns, slot.OfferedSize.Rows));
            model.Say($"{slot.Id} has this console's size, until another one types there or takes it");
        }
    }

    private static void Follow(CommandContext context)
    {
        if (context.Model.Focused is { } slot)
        {
            slot.Pan = null;
        }
    }
}
