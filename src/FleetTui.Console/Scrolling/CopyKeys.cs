using FleetTui.Console.Commands;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Scrolling;

/// <summary>Keys while reading back: a count, what a prompt or f takes, and else the table.</summary>
internal static class CopyKeys
{
    /// <summary>Whether copy mode takes the key before the keys that work without the prefix do.</summary>
    public static bool Takes(KeyStroke key, ScrollState scroll, bool emacs) =>
        scroll.Prompt is not null || scroll.AwaitedJump is not null || scroll.Resume is not null || Digit(key, scroll, emacs) is not null || Table(emacs).ContainsKey(key);

    /// <summary>Lines have come: what waited for them goes on, and then the keys that waited for that.</summary>
    public static void Arrived(long asked, SlotModel slot, ScrollState scroll, CommandContext context)
    {
        if (scroll.Resume is not { } resume || resume.From != asked)
        {
            return;
        }

        scroll.Resume = null;
        resume.Go(context);
        while (scroll.Resume is null && slot.Scroll == scroll && scroll.Waiting.TryDequeue(out var key))
        {
            Press(key, slot, scroll, context);
        }
    }

    public static void Press(KeyStroke key, SlotModel slot, ScrollState scroll, CommandContext context)
    {
        if (scroll.Resume is not null)
        {
            if (key.Key != Key.Escape && key.ToString() != "C-c")
            {
                scroll.Waiting.Enqueue(key);
                return;
            }

            // Enough of that.
            scroll.Resume = null;
            scroll.Waiting.Clear();
        }

        var count = Math.Max(1, scroll.Count);
        if (scroll.Prompt is { } prompt)
        {
            Type(key, prompt, slot, scroll, context);
        }
        else if (scroll.AwaitedJump is { } jump)
        {
            scroll.AwaitedJump = null;
            if (key.Printable is { Length: 1 } character)
            {
                scroll.LastJump = jump with { Character = character[0] };
                CopyMode.Jump(scroll.LastJump.Value, count, slot, scroll, context);
            }

            scroll.Count = 0;
        }
        else if (Digit(key, scroll, context.Model.Options.EmacsModeKeys) is { } digit)
        {
            scroll.Count = Math.Min(99_999, (scroll.Count * 10) + digit);
        }
        else
        {
            if (Table(context.Model.Options.EmacsModeKeys).TryGetValue(key, out var action))
            {
                CopyMode.Run(action, count, slot, scroll, context);
            }

            scroll.Count = scroll.AwaitedJump is null ? 0 : scroll.Count;
        }
    }

    /// <summary>
    /// A key while the wheel has brought the user back: those that scroll do, End and Escape follow the output again; any other does, too, and is the program's.
    /// </summary>
    /// <returns>False when the key is the program's.</returns>
    public static bool PressWhileReading(KeyStroke key, SlotModel slot, CommandContext context)
    {
        var page = Math.Max(1, Scroller.Height(slot, context) - 2);
        switch (key.ToString())
        {
            case "PgUp": Scroller.By(slot, context, -page); return true;
            case "PgDn": Scroller.By(slot, context, page); return true;
            case "C-Up" or "S-Up": Scroller.By(slot, context, -1); return true;
            case "C-Down" or "S-Down": Scroller.By(slot, context, 1); return true;
            case "Home": Scroller.To(slot, context, 0); return true;
            default:
                slot.Scroll = null;
                return key.Modifiers == KeyModifiers.None && key.Key is Key.End or Key.Escape;
        }
    }

    private static IReadOnlyDictionary<KeyStroke, string> Table(bool emacs) => emacs ? CopyTables.Emacs : CopyTables.Vi;

    /// <summary>vi: 1 to 9, and 0 after one of them; emacs: M-1 to M-9, and plain digits after it.</summary>
    private static int? Digit(KeyStroke key, ScrollState scroll, bool emacs)
    {
        var plain = key.Key == Key.Character && key.Rune is >= '0' and <= '9' && ((emacs && key.Modifiers == KeyModifiers.Alt) || (key.Modifiers == KeyModifiers.None && (!emacs || scroll.Count > 0)));
        return plain && (scroll.Count > 0 || key.Rune != '0') ? key.Rune - '0' : null;
    }

    private static void Type(KeyStroke key, CopyPrompt prompt, SlotModel slot, ScrollState scroll, CommandContext context)
    {
        if (key.Key == Key.Enter)
        {
            scroll.Prompt = null;
            Done(prompt, slot, scroll, context);
        }
        else if (key.Key == Key.Escape || key.ToString() is "C-c" or "C-g" || (key.Key == Key.Backspace && prompt.Text.Length == 0))
        {
            scroll.Prompt = null;
            CopyMode.Move(slot, scroll, context, prompt.Origin);
        }
        else if (prompt.IsSearch && key.ToString() is "C-s" or "C-r" && prompt.Text.Length > 0)
        {
            scroll.Search = prompt.Text;
            CopyMode.Search(slot, scroll, context, scroll.Cursor, backward: key.ToString() == "C-r");
        }
        else if (key.Key == Key.Backspace)
        {
            Typed(prompt with { Text = prompt.Text[..^1] }, slot, scroll, context);
        }
        else if (key.Printable is { } text && (prompt.IsSearch || char.IsAsciiDigit(text[0])))
        {
            Typed(prompt with { Text = prompt.Text + text }, slot, scroll, context);
        }
    }

    private static void Typed(CopyPrompt prompt, SlotModel slot, ScrollState scroll, CommandContext context)
    {
        scroll.Prompt = prompt;
        if (prompt.IsSearch && prompt.Text.Length > 0)
        {
            (scroll.Search, scroll.SearchBackward) = (prompt.Text, prompt.Kind == PromptKind.SearchBackward);
            CopyMode.Search(slot, scroll, context, prompt.Origin, scroll.SearchBackward, here: true);
        }
    }

    private static void Done(CopyPrompt prompt, SlotModel slot, ScrollState scroll, CommandContext context)
    {
        if (prompt.Kind == PromptKind.Line)
        {
            if (long.TryParse(prompt.Text, System.Globalization.NumberStyles.None, null, out var back) && slot.Reading is { } view)
            {
                var end = scroll.Transcript is null ? view.FirstScreenLine : view.FirstLine + view.Rows;
                Scroller.To(slot, context, end - back);
                CopyMode.Move(slot, scroll, context, new LinePosition(Math.Max(view.FirstLine, end - back), 0));
            }
        }
        else if (prompt.Text.Length == 0)
        {
            scroll.SearchBackward = prompt.Kind == PromptKind.SearchBackward;
            CopyMode.Run("search-again", 1, slot, scroll, context);
        }
        else if (scroll.Cursor == prompt.Origin)
        {
            (scroll.Search, scroll.SearchBackward) = (prompt.Text, prompt.Kind == PromptKind.SearchBackward);
            CopyMode.Search(slot, scroll, context, prompt.Origin, scroll.SearchBackward);
        }
    }
}
