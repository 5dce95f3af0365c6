using FleetTui.Console.Commands;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Scrolling;

/// <summary>Keys while reading back: vi's, and emacs's where they do not clash. v or Space begins a selection, C-v a rectangle, V lines; y or Enter copies.</summary>
internal static class CopyKeys
{
    public static void Press(KeyStroke key, SlotModel slot, ScrollState scroll, CommandContext context)
    {
        if (scroll.Typing is not null)
        {
            TypeSearch(key, slot, scroll, context);
            return;
        }

        var height = Scroller.Height(slot, context);
        switch (key.ToString())
        {
            case "q" or "C-c":
            case "Escape" when scroll.Anchor is null:
                slot.Scroll = null;
                break;
            case "Escape" or "C-g":
                scroll.Anchor = null;
                break;
            case "v" or "Space" or "C-Space":
                Select(scroll, rectangle: false, lines: false);
                break;
            case "C-v":
                Select(scroll, rectangle: true, lines: false);
                break;
            case "V":
                Select(scroll, rectangle: false, lines: true);
                break;
            case "o" when scroll.Anchor is { } anchor:
                (scroll.Anchor, scroll.Cursor) = (scroll.Cursor, anchor);
                break;
            case "y" or "Enter" or "C-j" or "M-w":
                Scroller.Copy(slot, context);
                break;
            case "/" or "C-s":
                (scroll.Typing, scroll.SearchBackward) = ("", false);
                break;
            case "?" or "C-r":
                (scroll.Typing, scroll.SearchBackward) = ("", true);
                break;
            case "n" or "N":
                Searching.Next(slot, scroll, context, backward: scroll.SearchBackward != key.IsCharacter('N'));
                break;
            case "PgUp" or "M-v":
                Page(slot, scroll, context, -height);
                break;
            case "PgDn" or "C-f":
                Page(slot, scroll, context, height);
                break;
            case "C-u":
                Page(slot, scroll, context, -height / 2);
                break;
            case "C-d":
                Page(slot, scroll, context, height / 2);
                break;
            case "C-y" or "C-Up" or "K":
                Scroller.By(slot, context, -1);
                break;
            case "C-e" or "C-Down" or "J":
                Scroller.By(slot, context, 1);
                break;
            case "g" or "M-<":
                Move(slot, scroll, context, new LinePosition(0, 0));
                break;
            case "G" or "M->":
                Move(slot, scroll, context, new LinePosition(long.MaxValue, 0));
                break;
            default:
                Move(slot, scroll, context, Motions.Move(key, scroll, slot.View!, height) ?? scroll.Cursor);
                break;
        }
    }

    /// <summary>Puts the cursor somewhere and scrolls as far as needed to see it.</summary>
    public static void Move(SlotModel slot, ScrollState scroll, CommandContext context, LinePosition to)
    {
        if (slot.View is not { } view)
        {
            return;
        }

        var height = Scroller.Height(slot, context);
        var line = Math.Clamp(to.Line, view.FirstLine, view.FirstScreenLine + view.Rows - 1);
        scroll.Cursor = new LinePosition(line, Math.Clamp(to.Column, 0, view.Columns - 1));
        var top = line < scroll.Top ? line : line >= scroll.Top + height ? line - height + 1 : scroll.Top;
        Scroller.To(slot, context, top);
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

    private static void TypeSearch(KeyStroke key, SlotModel slot, ScrollState scroll, CommandContext context)
    {
        if (key.Key == Key.Enter)
        {
            scroll.Search = scroll.Typing;
            scroll.Typing = null;
            Searching.Next(slot, scroll, context, scroll.SearchBackward);
        }
        else if (key.Key == Key.Escape || key.ToString() is "C-c" or "C-g")
        {
            scroll.Typing = null;
        }
        else if (key.Key == Key.Backspace)
        {
            scroll.Typing = scroll.Typing!.Length == 0 ? null : scroll.Typing[..^1];
        }
        else if (key.Printable is { } text)
        {
            scroll.Typing += text;
        }
    }
}
