using FleetTui.Terminal.Colors;

namespace FleetTui.Terminal.Sequences.Osc;

/// <summary>OSC 9 (iTerm2) and its progress form (ConEmu), 777 (urxvt), 99 (kitty).</summary>
internal static class NotificationCommands
{
    private const int MaxText = 1024;

    public static readonly OscEntry[] Entries =
    [
        new(9, 9, "text | 4 ; state ; percent", "notification, progress", "reported", Nine),
        new(99, 99, "key=value : … ; text", "notification", "reported when it is whole; p=title and p=body, e=1 for base64", Kitty),
        new(777, 777, "notify ; title ; body", "notification", "reported", Urxvt),
    ];

    private static void Nine(OscCall call)
    {
        if (call.Text is [(byte)'4'] || call.Text.StartsWith("4;"u8))
        {
            Progress(call);
            return;
        }

        var body = OscText.Clean(call.Text, MaxText);
        if (body.Length > 0)
            call.Machine.Effects.Notification("", body);
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

    /// <summary>Only whole notifications (d=1, the default) are shown: parts of a chunked one are not put together.</summary>
    private static void Kitty(OscCall call)
    {
        var split = call.Text.IndexOf((byte)';');
        if (split < 0)
            return;
        var payload = call.Text[(split + 1)..];
        bool isTitle = true, isText = true, base64 = false;
        foreach (var range in call.Text[..split].Split((byte)':'))
        {
            var field = call.Text[..split][range];
            if (field.StartsWith("p="u8))
            {
                isTitle = field.SequenceEqual("p=title"u8);
                isText = isTitle || field.SequenceEqual("p=body"u8);
            }
            else if (field.SequenceEqual("e=1"u8))
            {
                base64 = true;
            }
        }

        if (!isText)
            return;
        if (base64)
        {
            if (OscText.FromBase64(payload) is not { } decoded)
                return;
            payload = decoded;
        }

        var text = OscText.Clean(payload, MaxText);
        if (text.Length > 0)
            call.Machine.Effects.Notification(isTitle ? text : "", isTitle ? "" : text);
    }
}
