using FleetTui.Console.Commands;
using FleetTui.Console.Model;

namespace FleetTui.Console.Scrolling;

/// <summary>Goes on reading back where this user was when the console ended.</summary>
internal static class Reading
{
    /// <summary>Once, when the slot's screen has come. Another run of its program has other lines: there is nothing to go back to then.</summary>
    public static void Resume(SlotModel slot, CommandContext context)
    {
        var kept = context.Model.WantedScroll.Find(wanted => wanted.Slot == slot.Id);
        if (kept is null || slot.Scroll is not null || slot.View is not { Exists: true, Info: { } info } view)
        {
            return;
        }

        context.Model.WantedScroll.Remove(kept);
        lock (view.Gate)
        {
            if (info.ProcessId != kept.Process || kept.Top < view.FirstLine || kept.Top >= view.FirstScreenLine + view.Rows)
            {
                return;
            }

            slot.Scroll = new ScrollState(kept.Top, new LinePosition(Math.Clamp(kept.Line, view.FirstLine, view.FirstScreenLine + view.Rows - 1), Math.Clamp(kept.Column, 0, view.Columns - 1)), kept.ScreenAtEntry) { Copying = true };
        }

        Scroller.Fetch(slot, slot.Scroll, context);
        context.Model.Dirty = true;
    }
}
