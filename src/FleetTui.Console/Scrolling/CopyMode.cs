using FleetTui.Console.Commands;
using FleetTui.Console.Effects;
using FleetTui.Console.Model;

namespace FleetTui.Console.Scrolling;

/// <summary>What copy mode's commands do. What needs lines that are not here yet fetches them and begins again when they are.</summary>
internal static class CopyMode
{
    /// <summary>Lines asked for at once while something is looked for.</summary>
    private const int Stretch = 2000;

    public static void Run(string action, int count, SlotModel slot, ScrollState scroll, CommandContext context)
    {
        var height = Scroller.Height(slot, context);
        switch (action)
        {
            case "cancel":
            case "clear-or-cancel" when scroll.Anchor is null:
                slot.Scroll = null;
                break;
            case "clear-or-cancel" or "clear-selection":
                scroll.Anchor = null;
                break;
            case "begin-selection":
                Select(scroll, rectangle: false, lines: false);
                break;
            case "rectangle-toggle":
                Select(scroll, rectangle: true, lines: false);
                break;
            case "select-line":
                Select(scroll, rectangle: false, lines: true);
                break;
            case "other-end" when scroll.Anchor is { } anchor:
                (scroll.Anchor, scroll.Cursor) = (scroll.Cursor, anchor);
                Scroller.Show(slot, scroll, context);
                break;
            case "copy-selection":
                Scroller.Copy(slot, context);
                break;
            case "append-selection":
                Scroller.Copy(slot, context, append: true);
                break;
            case "copy-end-of-line":
                CopyToEnd(slot, scroll, context);
                break;
            case "search-forward" or "search-backward":
                scroll.Prompt = new CopyPrompt(action == "search-forward" ? PromptKind.SearchForward : PromptKind.SearchBackward, scroll.Cursor);
                break;
            case "goto-line":
                scroll.Prompt = new CopyPrompt(PromptKind.Line, scroll.Cursor);
                break;
            case "search-again" or "search-reverse":
                Repeat(count, slot, scroll, context, backward: scroll.SearchBackward != (action == "search-reverse"));
                break;
            case "search-word-forward" or "search-word-backward":
                SearchWord(slot, scroll, context, backward: action == "search-word-backward");
                break;
            case "jump-forward" or "jump-backward" or "jump-to-forward" or "jump-to-backward":
                scroll.AwaitedJump = new CharacterJump(action.EndsWith("backward", StringComparison.Ordinal), action.StartsWith("jump-to", StringComparison.Ordinal), ' ');
                break;
            case "jump-again" or "jump-reverse" when scroll.LastJump is { } jump:
                Jump(action == "jump-again" ? jump : jump.Reversed, count, slot, scroll, context);
                break;
            case "set-mark":
                scroll.Mark = scroll.Cursor;
                context.Model.Say("marked; M-x comes back");
                break;
            case "jump-to-mark" when scroll.Mark is { } mark:
                scroll.Mark = scroll.Cursor;
                Move(slot, scroll, context, mark);
                break;
            case "page-up" or "page-down":
                Page(slot, scroll, context, (action == "page-up" ? -1 : 1) * count * Math.Max(1, height - 2));
                break;
            case "halfpage-up" or "halfpage-down":
                Page(slot, scroll, context, (action == "halfpage-up" ? -1 : 1) * count * Math.Max(1, height / 2));
                break;
            case "scroll-up" or "scroll-down":
                Scroller.By(slot, context, action == "scroll-up" ? -count : count);
                break;
            case "refresh":
                scroll.Forget();
                Scroller.Fetch(slot, scroll, context);
                break;
            case "open":
                Links.Open(slot, scroll.Cursor, context);
                break;
            default:
                Motion(action, count, slot, scroll, context);
                break;
        }
    }

    /// <summary>Puts the cursor somewhere and scrolls as far as needed to see it.</summary>
    public static void Move(SlotModel slot, ScrollState scroll, CommandContext context, LinePosition to)
    {
        if (slot.Reading is not { } view)
        {
            return;
        }

        scroll.Cursor = new LinePosition(Math.Clamp(to.Line, view.FirstLine, view.FirstScreenLine + view.Rows - 1), Math.Clamp(to.Column, 0, view.Columns - 1));
        Scroller.Show(slot, scroll, context);
    }

    public static void Jump(CharacterJump jump, int count, SlotModel slot, ScrollState scroll, CommandContext context) =>
        WithText(slot, scroll, context, upward: false, text =>
        {
            var at = scroll.Cursor;
            for (var i = 0; i < count; i++)
            {
                at = Motions.Find(text, at, jump);
            }

            return () => Move(slot, scroll, context, at);
        });

    /// <summary>Looks for the text that is searched for, from a place on, which does not count itself unless <paramref name="here"/>.</summary>
    public static void Search(SlotModel slot, ScrollState scroll, CommandContext context, LinePosition from, bool backward, bool here = false, int count = 1)
    {
        var wanted = scroll.Search ?? "";
        WithText(slot, scroll, context, backward, text =>
        {
            LinePosition? at = from;
            for (var i = 0; i < count && at is { } start; i++)
            {
                at = LineSearch.Next(text, wanted, start, backward, here && i == 0);
            }

            return () =>
            {
                if (at is { } found)
                {
                    Move(slot, scroll, context, found);
                }
                else if (here)
                {
                    Move(slot, scroll, context, from);
                }
                else
                {
                    context.Model.Say($"no more \"{wanted}\" {(backward ? "above" : "below")}");
                }
            };
        });
    }

    /// <summary>
    /// Works on the text; when a line of it is missing, nothing is done until it has been fetched. Lines that the host has dropped meanwhile are empty.
    /// </summary>
    private static void WithText(SlotModel slot, ScrollState scroll, CommandContext context, bool upward, Func<CopyText, Action> work, long asked = long.MinValue)
    {
        if (slot.Reading is not { } view)
        {
            return;
        }

        var text = new CopyText(scroll, view);
        var then = work(text);
        if (text.Missing is not { } missing || missing == asked)
        {
            scroll.Resume = null;
            then();
            context.Model.Dirty = true;
            return;
        }

        if (scroll.Transcript is { } transcript)
        {
            scroll.Resume = (Transcripts.TranscriptReading.PageAwaited, later => WithText(slot, scroll, later, upward, work, missing));
            Transcripts.TranscriptReading.Older(slot, transcript, context);
            return;
        }

        var start = upward || missing < scroll.Cursor.Line ? Math.Max(view.FirstLine, missing - Stretch + 1) : missing;
        scroll.Resume = (start, later => WithText(slot, scroll, later, upward, work, missing));
        context.Ask(new Effect.FetchLines(slot.Id, start, (int)Math.Min(Stretch, view.FirstScreenLine - start)));
    }

    private static void Motion(string action, int count, SlotModel slot, ScrollState scroll, CommandContext context) =>
        WithText(slot, scroll, context, upward: action.StartsWith("previous", StringComparison.Ordinal), text =>
        {
            var at = scroll.Cursor;
            for (var i = 0; i < count; i++)
            {
                var next = Motions.Of(action, text, at, scroll.Top, Scroller.Height(slot, context)) ?? at;
                next = new LinePosition(Math.Clamp(next.Line, text.First, text.Last), Math.Clamp(next.Column, 0, text.Columns - 1));
                if (next == at)
                {
                    break;
                }

                at = next;
            }

            return () => Move(slot, scroll, context, at);
        });

    private static void Repeat(int count, SlotModel slot, ScrollState scroll, CommandContext context, bool backward)
    {
        if (scroll.Search is { Length: > 0 })
        {
            Search(slot, scroll, context, scroll.Cursor, backward, count: count);
        }
        else
        {
            context.Model.Say("nothing was searched for yet");
        }
    }

    private static void SearchWord(SlotModel slot, ScrollState scroll, CommandContext context, bool backward)
    {
        var text = new CopyText(scroll, slot.Reading!);
        if (WordMotions.Around(text, scroll.Cursor, spaces: false) is { } word && word.From.Line == word.To.Line)
        {
            scroll.Search = text[word.From.Line][word.From.Column..(word.To.Column + 1)];
            scroll.SearchBackward = backward;
            Search(slot, scroll, context, backward ? word.From : word.To, backward);
        }
        else
        {
            context.Model.Say("no word is under the cursor");
        }
    }

    private static void CopyToEnd(SlotModel slot, ScrollState scroll, CommandContext context)
    {
        (scroll.Anchor, scroll.Rectangle, scroll.ByLine) = (scroll.Cursor, false, false);
        WithText(slot, scroll, context, upward: false, text =>
        {
            var end = Motions.Of("end-of-line", text, scroll.Cursor, scroll.Top, 1)!.Value;
            return () =>
            {
                scroll.Cursor = end;
                Scroller.Copy(slot, context);
            };
        });
    }

    private static void Page(SlotModel slot, ScrollState scroll, CommandContext context, int lines)
    {
        scroll.Cursor = scroll.Cursor with { Line = scroll.Cursor.Line + lines };
        Scroller.By(slot, context, lines);
    }

    private static void Select(ScrollState scroll, bool rectangle, bool lines)
    {
        scroll.Anchor = scroll.Anchor is null || scroll.Rectangle != rectangle || scroll.ByLine != lines ? scroll.Anchor ?? scroll.Cursor : null;
        (scroll.Rectangle, scroll.ByLine) = (rectangle, lines);
    }
}
