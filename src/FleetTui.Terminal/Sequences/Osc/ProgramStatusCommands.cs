using FleetTui.Terminal.Colors;

namespace FleetTui.Terminal.Sequences.Osc;

/// <summary>OSC 7501, the Program Status Protocol: what an agent is doing. "?" is echoed, which tells the agent that somebody listens.</summary>
internal static class ProgramStatusCommands
{
    /// <summary>The protocol's own limit.</summary>
    private const int MaxLength = 4096;

    private const int MaxText = 512;
    private static readonly string[] States = ["idle", "working", "done", "blocked", "error", "clear"];
    private static readonly string[] Kinds = ["permission", "question", "auth"];

    public static readonly OscEntry[] Entries =
    [
        new(7501, 7501, "key=value : … | ?", "program status", "state, kind, app, id, progress, title and msg (base64) are reported; ? is echoed", Status),
    ];

    private static void Status(OscCall call)
    {
        if (call.Text.Length > MaxLength)
            return;
        if (call.Text is [(byte)'?'])
        {
            call.Machine.Reply.Osc("7501;?", call.Bell);
            return;
        }

        string? state = null, kind = null, app = null, id = null, title = null, message = null;
        int? progress = null;
        // The examples in the wild separate with ':', some texts show ';'. No value may hold either, so both are taken.
        foreach (var range in call.Text.SplitAny((byte)':', (byte)';'))
        {
            var field = call.Text[range];
            var equal = field.IndexOf((byte)'=');
            if (equal < 0)
                continue;
            var value = field[(equal + 1)..];
            switch (OscText.Clean(field[..equal], 16))
            {
                case "state":
                    state = OneOf(value, States);
                    break;
                case "kind":
                    kind = OneOf(value, Kinds);
                    break;
                case "app":
                    app = OscText.Clean(value, MaxText);
                    break;
                case "id":
                    id = OscText.Clean(value, MaxText);
                    break;
                case "title":
                    title = Decoded(value);
                    break;
                case "msg":
                    message = Decoded(value);
                    break;
                case "progress" when ColorSpec.TryNumber(value, out var percent):
                    progress = Math.Min(percent, 100);
                    break;
                default:
                    break;
            }
        }

        if (state is not null)
            call.Machine.Effects.ProgramStatus(new ProgramStatus(state, kind, app, id, title, message, progress));
    }

    private static string? OneOf(ReadOnlySpan<byte> value, string[] known)
    {
        var text = OscText.Clean(value, 16);
        return Array.IndexOf(known, text) >= 0 ? text : null;
    }

    private static string? Decoded(ReadOnlySpan<byte> base64) =>
        OscText.FromBase64(base64) is { } bytes ? OscText.Clean(bytes, MaxText) : null;
}
