using System.Text;
using FleetTui.Terminal.Machines;

namespace FleetTui.Terminal.Sequences.Osc;

/// <summary>OSC 99, kitty's desktop notifications (sw.kovidgoyal.net/kitty/desktop-notifications): in one piece or in chunks under one id.</summary>
internal static class KittyNotification
{
    private const int MaxId = 64;

    /// <summary>The protocol's bound of an encoded payload.</summary>
    private const int MaxPayload = 4096;

    public static void Run(OscCall call)
    {
        var split = call.Text.IndexOf((byte)';');
        if (split < 0 || call.Text.Length - split - 1 > MaxPayload)
            return;
        var metadata = call.Text[..split];
        var id = Id(Value(metadata, 'i'));
        switch (Encoding.ASCII.GetString(Value(metadata, 'p')))
        {
            case "" or "title":
                Add(call, metadata, id, true);
                break;
            case "body":
                Add(call, metadata, id, false);
                break;
            case "?":
                call.Machine.Reply.Osc($"99;i={(id.Length > 0 ? id : "0")}:p=?;o=always:p=title,body", call.Bell);
                break;
            default:
                break;
        }
    }

    private static void Add(OscCall call, ReadOnlySpan<byte> metadata, string id, bool isTitle)
    {
        var payload = call.Text[(metadata.Length + 1)..];
        if (Value(metadata, 'e') is [(byte)'1'])
        {
            if (OscText.FromBase64(payload) is not { } decoded)
                return;
            payload = decoded;
        }

        var text = OscText.Clean(payload, PendingNotifications.MaxText);
        var pending = call.Machine.Notifications;
        var (title, body) = pending.Take(id, isTitle ? text : "", isTitle ? "" : text);
        if (Value(metadata, 'd') is [(byte)'0'])
            pending.Keep(id, title, body);
        else if (title.Length > 0 || body.Length > 0)
            call.Machine.Effects.Notification(title, body);
    }

    /// <summary>The value of a one-letter key; empty when it is not there. The last one counts.</summary>
    private static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> metadata, char key)
    {
        ReadOnlySpan<byte> value = default;
        foreach (var range in metadata.Split((byte)':'))
        {
            var field = metadata[range].Trim((byte)' ');
            if (field.Length >= 2 && field[0] == key && field[1] == '=')
                value = field[2..];
        }

        return value;
    }

    /// <summary>Only the characters that the protocol allows in an id: it is echoed.</summary>
    private static string Id(ReadOnlySpan<byte> value)
    {
        var id = new StringBuilder();
        foreach (var b in value[..Math.Min(value.Length, MaxId)])
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'_' or (byte)'-' or (byte)'+' or (byte)'.')
                id.Append((char)b);
        }

        return id.ToString();
    }
}
