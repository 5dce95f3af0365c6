using FleetTui.Api.Client;
using FleetTui.Api.Status;
using FleetTui.Console.Commands;
using FleetTui.Console.Effects;
using FleetTui.Console.Loop;
using FleetTui.Console.Model;

namespace FleetTui.Console.Scrolling.Transcripts;

/// <summary>Opens a slot's transcript in copy mode, and fetches what is missing of it, a page at a time.</summary>
internal static class TranscriptReading
{
    /// <summary>Entries of a page.</summary>
    private const int Page = 200;

    /// <summary>What <see cref="ScrollState.Resume"/> waits for when it waits for a page.</summary>
    public const long PageAwaited = long.MinValue;

    public static void Open(SlotModel slot, CommandContext context)
    {
        if (!slot.Status.Transcript)
        {
            context.Model.Say($"{slot.Id} has no transcript to read: Claude Code and Codex begin one with the first prompt");
            return;
        }

        Ask(slot.Id, new TranscriptQuery(Page), context);
    }

    /// <summary>The page before what is here, once the reader comes near it.</summary>
    public static void Fetch(SlotModel slot, TranscriptView view, long top, int height, CommandContext context)
    {
        if (top - view.FirstLine < height)
        {
            Older(slot, view, context);
        }
    }

    /// <returns>False when there is none.</returns>
    public static bool Older(SlotModel slot, TranscriptView view, CommandContext context)
    {
        if (view.Before is not { } before)
        {
            return false;
        }

        if (!view.Asked)
        {
            view.Asked = true;
            Ask(slot.Id, new TranscriptQuery(Page, Before: before), context);
        }

        return true;
    }

    /// <summary>The slot's status has changed: perhaps more was said.</summary>
    public static void Heard(SlotModel slot, CommandContext context)
    {
        if (slot.Scroll?.Transcript is { } view)
        {
            Ask(slot.Id, new TranscriptQuery(Page, After: view.End), context);
        }
    }

    public static void Take(ConsoleMessage.Transcript came, CommandContext context)
    {
        if (context.Model.SlotOf(came.Read.Slot) is not { } slot)
        {
            return;
        }

        context.Model.Dirty = true;
        switch (slot.Scroll)
        {
            case { Transcript: { } view } scroll when came.Query is { Before: { } before }:
                if (view.Path == came.Read.Path && view.Before == before)
                {
                    view.Asked = false;
                    view.Prepend(came.Read);
                    CopyKeys.Arrived(PageAwaited, slot, scroll, context);
                }

                break;
            case { Transcript: { } view } when came.Query is { After: { } after }:
                if (view.Path == came.Read.Path && view.End == after)
                {
                    view.Append(came.Read);
                }

                break;
            case var _ when came.Query is { Before: null, After: null }:
                Begin(slot, came.Read, context);
                break;
        }
    }

    /// <summary>Tiles may have another width now.</summary>
    public static void Fit(ConsoleModel model)
    {
        foreach (var tile in model.Plan.Tiles)
        {
            if (model.Slots[tile.Slot].Scroll is { Transcript: { } view } scroll && tile.Content.Width > 0 && tile.Content.Width != view.Columns)
            {
                var now = view.Rewrap(tile.Content.Width);
                scroll.Top = Math.Clamp(now(scroll.Top), view.FirstLine, Math.Max(view.FirstLine, view.FirstLine + view.Rows - tile.Content.Height));
                scroll.Cursor = new LinePosition(now(scroll.Cursor.Line), Math.Min(scroll.Cursor.Column, view.Columns - 1));
                (scroll.Anchor, scroll.Mark) = (null, null);
            }
        }
    }

    private static void Begin(SlotModel slot, SlotTranscript read, CommandContext context)
    {
        if (read.Entries.Count == 0)
        {
            context.Model.Say($"nothing was said in {slot.Id}'s conversation yet");
            return;
        }

        var tile = context.Model.Plan.Tiles.FirstOrDefault(one => context.Model.Slots[one.Slot] == slot);
        var view = new TranscriptView(read, tile?.Content.Width is > 0 and var width ? width : Layouts.SlotSize.LeastColumns, context.Model.Theme, context.Model.Ascii);
        var last = view.FirstLine + view.Rows - 1;
        slot.Scroll = new ScrollState(Math.Max(view.FirstLine, last - Scroller.Height(slot, context) + 1), new LinePosition(last, 0), last) { Copying = true, Search = slot.LastSearch, Transcript = view };
        Scroller.Fetch(slot, slot.Scroll, context);
    }

    private static void Ask(string slot, TranscriptQuery query, CommandContext context) => context.Ask(new Effect.Call(
        $"transcript {slot}",
        async (api, cancellation) => new ConsoleMessage.Transcript(query, await api.TranscriptAsync(slot, query, cancellation).ConfigureAwait(false))));
}
