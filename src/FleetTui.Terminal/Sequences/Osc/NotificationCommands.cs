using FleetTui.Terminal.Colors;

namespace FleetTui.Terminal.Sequences.Osc;

/// <summary>OSC 9 (iTerm2) and its progress form (ConEmu), 777 (urxvt).</summary>
internal static class NotificationCommands
{
    private const int MaxText = 1024;

    public static readonly OscEntry[] Entries =
    [
        new(9, 9, "text | 4 ; state ; percent", "notification, progress", "reported", Nine),
        new(99, 99, "key=value : … ; text", "notification", "reported when it is whole: i an id, d=0 more comes, p=title or body, e=1 base64; p=? is answered", KittyNotification.Run),
        new(777, 777, "notify ; title ; body", "notification", "reported", Urxvt),
    ];

    private static void Nine(OscCall call)
    {
        if (call.Text is [(byte)'4'] || call.Text.StartsWith("4;"u8))
        {
            Progress(call);
            return;
        }

        if (IsConEmu(call.Text))
            return;
        var body = OscText.Clean(call.Text, MaxText);
        if (body.Length > 0)
            call.Machine.Effects.Notification("", body);
    }

    /// <summary>ConEmu's other commands, "9 ; 1 ; ms" to "9 ; 12": no text to show.</summary>
    private static bool IsConEmu(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)';');
        return ColorSpec.TryNumber(end < 0 ? text : text[..end], out var command) && command is >= 1 and <= 12 && (end >= 0 || command == 12);
    }

    private static void Progress(OscCall call)
    {
        var rest = call.Text.Length > 2 ? call.Text[2..] : default;
        var split = rest.IndexOf((byte)';');
        if (!ColorSpec.TryNumber(split < 0 ? rest : rest[..split], out var state) || state > (int)ProgressState.Paused)
            return;
        var percent = 0;
        if (split >= 0)
            ColorSpec.TryNumber(rest[(split + 1)..], out percent);
        call.Machine.Effects.Progress((ProgressState)state, Math.Clamp(percent, 0, 100));
    }

    private static void Urxvt(OscCall call)
    {
        if (!call.Text.StartsWith("notify;"u8))
            return;
        var rest = call.Text[7..];
        var split = rest.IndexOf((byte)';');
        var title = OscText.Clean(split < 0 ? rest : rest[..split], MaxText);
        var body = split < 0 ? "" : OscText.Clean(rest[(split + 1)..], MaxText);
        call.Machine.Effects.Notification(title, body);
    }
}
