using FleetTui.Console.Layouts;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Console.Model;

/// <summary>
/// Which PTY sizes to ask for. Of several consoles the one that used a slot last gives its size; the others see a window onto it.
/// A hidden slot keeps its size until it is shown.
/// </summary>
public static class PaneSizes
{
    /// <summary>A window being dragged to a new size sends many: the first counts at once, the others so far apart.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(80);

    public static void Due(ConsoleModel model) =>
        model.ResizeDue ??= model.ResizedAt is { } last && model.Now < last + Rest ? last + Rest : model.Now;

    /// <summary>A slot shows another size than its tile wants, as far as this console has a say.</summary>
    public static bool AnyDiffers(ConsoleModel model)
    {
        foreach (var tile in model.Plan.Tiles)
        {
            var slot = model.Slots[tile.Slot];
            var size = SlotSize.For(tile.Content);
            if (slot.OwnsSize && slot.View is { Exists: true } view && (view.Columns, view.Rows) != size && slot.AskedSize != size)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Someone else gave a slot another size than we asked for: it is theirs until it is used here.</summary>
    public static void Observe(SlotModel slot)
    {
        if (slot.View is not { Exists: true } view)
        {
            return;
        }

        var size = (view.Columns, view.Rows);
        if (size == slot.AskedSize)
        {
            slot.SizeConfirmed = true;
        }
        else if (slot.SizeConfirmed)
        {
            slot.OwnsSize = false;
            slot.SizeConfirmed = false;
            slot.AskedSize = default;
        }
    }

    /// <summary>The slots whose PTY must change, each with its new size.</summary>
    public static IEnumerable<(SlotModel Slot, int Columns, int Rows)> Wanted(ConsoleModel model)
    {
        if (model.Options.ReadOnly)
        {
            yield break;
        }

        foreach (var tile in model.Plan.Tiles.Where(tile => !tile.Card))
        {
            var slot = model.Slots[tile.Slot];
            var size = SlotSize.For(tile.Content);
            if (slot.OwnsSize && slot.View is { Exists: true, Info.Life: PaneLife.Running } view && (view.Columns, view.Rows) != size && slot.AskedSize != size)
            {
                slot.AskedSize = size;
                slot.SizeConfirmed = false;
                yield return (slot, size.Columns, size.Rows);
            }
        }
    }
}
