using FleetTui.Console.Layouts;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Console.Model;

/// <summary>
/// Which PTY sizes to offer. The host gives a PTY the size of the console that typed there last; what the others offer waits there until they type, or
/// until that one is gone, and they see a window onto it. A hidden slot keeps its size until it is shown.
/// </summary>
public static class PaneSizes
{
    /// <summary>A window being dragged to a new size sends many: the first counts at once, the others so far apart.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(80);

    public static void Due(ConsoleModel model) =>
        model.ResizeDue ??= model.ResizedAt is { } last && model.Now < last + Rest ? last + Rest : model.Now;

    /// <summary>A tile has another size than the host was told.</summary>
    public static bool AnyDiffers(ConsoleModel model)
    {
        foreach (var tile in model.Plan.Tiles)
        {
            if (!tile.Card && IsNew(model.Slots[tile.Slot], SlotSize.For(tile.Content)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The slots whose tile has another size than the host was told, each with it.</summary>
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
            if (IsNew(slot, size))
            {
                slot.OfferedSize = size;
                yield return (slot, size.Columns, size.Rows);
            }
        }
    }

    private static bool IsNew(SlotModel slot, (int Columns, int Rows) size) => slot.OfferedSize != size && slot.View is { Exists: true, Info.Life: PaneLife.Running };
}
