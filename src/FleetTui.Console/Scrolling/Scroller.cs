using FleetTui.Console.Commands;
using FleetTui.Console.Effects;
using FleetTui.Console.Model;
using FleetTui.Console.Views;

namespace FleetTui.Console.Scrolling;

/// <summary>Enters, moves and leaves the reading back of a pane, and copies from it.</summary>
internal static class Scroller
{
    /// <summary>More lines are not copied at once.</summary>
    private const int MostLines = 20_000;

    /// <summary>Begins with what the tile shows now, even where that is not the end.</summary>
    /// <param name="copying">In copy mode; else only read back.</param>
    public static void Enter(SlotModel slot, CommandContext context, int height, bool copying)
    {
        if (slot.Scroll is { } already)
        {
            already.Copying |= copying;
            return;
        }

        if (slot.View is not { Exists: true } view)
        {
            return;
        }

        lock (view.Gate)
        {
            var width = context.Model.Plan.Tiles.FirstOrDefault(tile => context.Model.Slots[tile.Slot] == slot)?.Content.Width ?? view.Columns;
            var window = PaneWindow.Of(slot, view, width, height, focused: true);
            var top = view.FirstScreenLine + window.Top;
            var cursor = new LinePosition(view.FirstScreenLine + view.Cursor.Y, Math.Min(view.Cursor.X, view.Columns - 1));
            slot.Scroll = new ScrollState(top, cursor, view.FirstScreenLine) { Copying = copying, Search = slot.LastSearch };
        }

        // Rows of the live screen are drawn from it; which of them wrap or hold a prompt has to be asked.
        context.Ask(new Effect.FetchLines(slot.Id, view.FirstScreenLine, view.Rows));
        context.Model.Dirty = true;
    }

    public static void By(SlotModel slot, CommandContext context, int lines) => To(slot, context, (slot.Scroll?.Top ?? 0) + lines);

    /// <summary>Puts a line at the top, as far as there are lines.</summary>
    public static void To(SlotModel slot, CommandContext context, long top)
    {
        if (slot.Scroll is not { } scroll || slot.Reading is not { Exists: true } view)
        {
            return;
        }

        var height = Height(slot, context);
        long last;
        lock (view.Gate)
        {
            last = Math.Max(view.FirstLine, view.FirstScreenLine + view.Rows - height);
            scroll.Top = Math.Clamp(top, view.FirstLine, last);
        }

        if (!scroll.Copying && top >= last && scroll.Anchor is null)
        {
            slot.Scroll = null;
        }
        else
        {
            scroll.Cursor = scroll.Cursor with { Line = Math.Clamp(scroll.Cursor.Line, scroll.Top, scroll.Top + height - 1) };
            Fetch(slot, scroll, context);
        }

        context.Model.Dirty = true;
    }

    /// <summary>Scrolls as far as needed to see the cursor.</summary>
    public static void Show(SlotModel slot, ScrollState scroll, CommandContext context)
    {
        var (line, height) = (scroll.Cursor.Line, Height(slot, context));
        To(slot, context, line < scroll.Top ? line : line >= scroll.Top + height ? line - height + 1 : scroll.Top);
    }

    /// <summary>Asks for what is shown and a screen around it, as far as it is not here yet.</summary>
    public static void Fetch(SlotModel slot, ScrollState scroll, CommandContext context)
    {
        if (slot.Reading is not { } view)
        {
            return;
        }

        var height = Height(slot, context);
        if (scroll.Transcript is { } transcript)
        {
            Transcripts.TranscriptReading.Fetch(slot, transcript, scroll.Top, height, context);
            return;
        }

        var end = Math.Min(view.FirstScreenLine, scroll.Top + (2 * height));
        var start = Math.Max(view.FirstLine, scroll.Top - height);
        while (start < end && scroll.HasLine(start))
        {
            start++;
        }

        while (end > start && scroll.HasLine(end - 1))
        {
            end--;
        }

        if (end > start)
        {
            context.Ask(new Effect.FetchLines(slot.Id, start, (int)Math.Min(end - start, 2000)));
        }
    }

    /// <summary>Copies what is selected, and goes back to the live screen.</summary>
    /// <param name="append">Behind what was copied last.</param>
    public static void Copy(SlotModel slot, CommandContext context, bool append = false)
    {
        if (slot.Scroll is { Selection: { } selection } scroll)
        {
            var text = new SelectionText(selection.From, selection.To, scroll.Rectangle ? (Math.Min(scroll.Anchor!.Value.Column, scroll.Cursor.Column), Math.Max(scroll.Anchor.Value.Column, scroll.Cursor.Column)) : null);
            var lines = (int)Math.Min(selection.To.Line - selection.From.Line + 1, MostLines);
            if (scroll.Transcript is { } transcript)
            {
                Clipboards.Take(new Loop.ConsoleMessage.Copied(text.Of(transcript.Lines(selection.From.Line, lines)), append), context);
            }
            else
            {
                context.Ask(new Effect.FetchCopy(slot.Id, selection.From.Line, lines, text.Of, append));
            }
        }

        Leave(slot);
        context.Model.Dirty = true;
    }

    public static void Leave(SlotModel slot)
    {
        slot.LastSearch = slot.Scroll?.Search;
        slot.Scroll = null;
    }

    public static int Height(SlotModel slot, CommandContext context) =>
        context.Model.Plan.Tiles.FirstOrDefault(tile => context.Model.Slots[tile.Slot] == slot)?.Content.Height ?? Layouts.SlotSize.LeastRows;
}
