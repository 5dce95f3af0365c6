using FleetTui.Console.Effects;
using FleetTui.Console.Panels;
using FleetTui.Console.Scrolling;
using FleetTui.Console.Scrolling.Transcripts;

namespace FleetTui.Console.Commands;

/// <summary>Reading back, copying and pasting.</summary>
internal static class CopyCommands
{
    public static readonly ConsoleCommand[] All =
    [
        new("copy-mode", "read back and copy", "read back in the slot; v selects, y copies, / searches, q leaves; copy-mode screen|transcript chooses where a full-screen agent leaves nothing", CopyMode),
        new("transcript", "read the transcript", "read back what was said in the slot's conversation, from the agent's own transcript", (context, _) => Transcript(context)),
        new("paste", "paste", "paste what was copied last into the slot; paste NUMBER one of before", Paste, Changes: true),
        new("buffers", "copied texts", "all copied texts: paste one, send it to the clipboard, drop it", (context, _) => context.Model.Panel = new Panels.BuffersPanel()),
        new("drop-buffer", "drop copied text", "forget what was copied last; drop-buffer NUMBER one of before", Drop),
        new("open-link", "open the link", "open the link or the file under the cursor of copy mode", (context, _) => Open(context)),
        new("clipboard-test", "test the clipboard", "send a word to the clipboard and say by which way", (context, _) => Clipboards.Send($"fleet {context.Model.Now:HH:mm:ss}", "characters of a test", context)),
    ];

    private static void Drop(CommandContext context, string number)
    {
        var buffers = context.Model.Buffers;
        if (buffers.Count == 0)
        {
            context.Model.Say("nothing was copied yet");
            return;
        }

        if (At(number, buffers) is { } at)
        {
            buffers.RemoveAt(at);
        }

        context.Model.Say(buffers.Count == 0 ? "nothing is kept any more" : $"{buffers.Count} copied texts are kept");
    }

    private static void CopyMode(CommandContext context, string argument)
    {
        if (context.Model.Focused is not { View.Exists: true } slot)
        {
            context.Model.Say("there is nothing to read back yet");
            return;
        }

        if (argument == "transcript")
        {
            TranscriptReading.Open(slot, context);
            return;
        }

        // A full-screen program has no scrollback; what was said lies in its transcript.
        if (argument != "screen" && slot.Status.Transcript && (slot.Scroll is { Copying: true } || slot.View.Modes.AlternateScreen))
        {
            context.Model.Panel = new MenuPanel(
                $"{slot.Id}: read back",
                [new('s', "screen", "copy-mode screen"), new('t', "transcript: all that was said", "copy-mode transcript")]);
            return;
        }

        if (slot.Scroll?.Transcript is not null)
        {
            slot.Scroll = null;
        }

        var height = Scroller.Height(slot, context);
        Scroller.Enter(slot, context, height, copying: true);
        Scroller.By(slot, context, argument == "up" ? -height : 0);
    }

    private static void Transcript(CommandContext context)
    {
        if (context.Model.Focused is { } slot)
        {
            TranscriptReading.Open(slot, context);
        }
    }

    private static void Open(CommandContext context)
    {
        if (context.Model.Focused is { Scroll: { } scroll } slot)
        {
            Links.Open(slot, scroll.Cursor, context);
        }
        else
        {
            context.Model.Say($"put the cursor on a link first: {context.Model.Keys.Spell("copy-mode")}, or click it with Ctrl");
        }
    }

    /// <summary>The newest unless a number says otherwise; null when there is none.</summary>
    private static int? At(string number, List<string> buffers)
    {
        var at = int.TryParse(number, System.Globalization.NumberStyles.None, null, out var given) ? given : 0;
        return at < buffers.Count ? at : null;
    }

    private static void Paste(CommandContext context, string number)
    {
        var model = context.Model;
        if (At(number, model.Buffers) is not { } at)
        {
            model.Say(model.Buffers.Count == 0 ? "nothing was copied yet" : $"only {model.Buffers.Count} copied texts are kept");
        }
        else if (model.Focused is { Observed: false } slot)
        {
            slot.Scroll = null;
            context.Ask(new Effect.SendPaste(slot.Id, model.Buffers[at]));
        }
    }
}
