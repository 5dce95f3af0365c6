using System.Text;
using FleetTui.Console.Commands;
using FleetTui.Console.Effects;
using FleetTui.Console.Loop;
using FleetTui.Console.Outer;

namespace FleetTui.Console.Scrolling;

/// <summary>Where copied text goes: always to the console's own buffers, and to the clipboard by the way there is.</summary>
internal static class Clipboards
{
    private const int Kept = 50;

    public static void Take(ConsoleMessage.Copied copied, CommandContext context)
    {
        if (copied.Text.Length == 0)
        {
            return;
        }

        var buffers = context.Model.Buffers;
        if (copied.Append && buffers.Count > 0)
        {
            buffers[0] += copied.Text;
        }
        else
        {
            buffers.Insert(0, copied.Text);
            if (buffers.Count > Kept)
            {
                buffers.RemoveAt(Kept);
            }
        }

        Send(buffers[0], copied.Append ? "characters, with what was appended," : "characters", context);
    }

    /// <summary>Sends to the clipboard and says how; a text that terminals would cut goes to a file instead.</summary>
    /// <param name="what">"characters", or what was sent.</param>
    public static void Send(string text, string what, CommandContext context)
    {
        var model = context.Model;
        var paste = $"{model.Keys.Spell("paste")} pastes";
        if (model.Clipboard.Tool is { } tool)
        {
            model.Say($"{text.Length} {what} sent to the clipboard ({model.Clipboard.Name}); {paste}");
            context.Ask(new Effect.RunProgram(
                ["/bin/sh", "-c", tool],
                new Dictionary<string, string>(),
                text,
                failed => new ConsoleMessage.Say($"{model.Clipboard.Name} did not take it ({failed}); {paste}", Error: true)));
        }
        else if (Encoding.UTF8.GetByteCount(text) <= ClipboardRoute.MostBytes)
        {
            context.Ask(new Effect.Clipboard(text));
            model.Say($"{text.Length} {what} sent to the terminal's clipboard (OSC 52), if it takes it; {paste}");
        }
        else if (model.Options.StateFile is { } state)
        {
            var file = Path.Combine(Path.GetDirectoryName(state)!, "copied.txt");
            context.Ask(new Effect.WriteCopy(file, text));
            model.Say($"{text.Length} {what}: more than {ClipboardRoute.MostBytes / 1024} KiB are not sent to the terminal; they are in {file}, and {paste}");
        }
        else
        {
            model.Say($"{text.Length} {what}: more than {ClipboardRoute.MostBytes / 1024} KiB are not sent to the terminal; {paste}");
        }
    }
}
