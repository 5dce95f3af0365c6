using FleetTui.Console.Effects;
using FleetTui.Console.Scrolling;

namespace FleetTui.Console.Commands;

/// <summary>Reading back, copying and pasting.</summary>
internal static class CopyCommands
{
    public static readonly ConsoleCommand[] All =
    [
        new("copy-mode", "read back and copy", "read back in the slot; v selects, y copies, / searches, q leaves", CopyMode),
        new("paste", "paste", "paste what was copied last into the slot", (context, _) => Paste(context), Changes: true),
        new("drop-buffer", "drop copied text", "forget what was copied last", (context, _) => Drop(context)),
    ];

    private static void Drop(CommandContext context)
    {
        var buffers = context.Model.Buffers;
        if (buffers.Count > 0)
        {
            buffers.RemoveAt(0);
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

        var height = Scroller.Height(slot, context);
        Scroller.Enter(slot, context, height, leavesAtBottom: false);
        Scroller.By(slot, context, argument == "up" ? -height : 0);
    }

    private static void Paste(CommandContext context)
    {
        var model = context.Model;
        if (model.Buffers.Count == 0)
        {
            model.Say("nothing was copied yet");
        }
        else if (model.Focused is { Observed: false } slot)
        {
            context.Ask(new Effect.SendPaste(slot.Id, model.Buffers[0]));
        }
    }
}
