using System.Text;
using FleetTui.Terminal.Links;

namespace FleetTui.Terminal.Sequences.Osc;

/// <summary>OSC 8: what is written next belongs to a hyperlink.</summary>
internal static class LinkCommands
{
    public static readonly OscEntry[] Entries =
    [
        new(8, 8, "[id=…] ; URI", "hyperlink", "cells carry it; an empty URI ends it", Link),
    ];

    private static void Link(OscCall call)
    {
        var split = call.Text.IndexOf((byte)';');
        if (split < 0)
            return;
        var uri = call.Text[(split + 1)..];
        ref var pen = ref call.Machine.Screen.Cursor.Pen;
        var link = (ushort)0;
        if (uri.Length is > 0 and <= LinkTable.MaxUriBytes && !uri.ContainsAnyInRange((byte)0, (byte)0x20) && !uri.Contains((byte)0x7f))
            link = call.Machine.Screen.LinkOf(Encoding.UTF8.GetString(uri), Id(call.Text[..split]));
        pen = pen with { Link = link };
        call.Machine.Screen.PenChanged();
    }

    private static string Id(ReadOnlySpan<byte> parameters)
    {
        foreach (var range in parameters.Split((byte)':'))
        {
            var field = parameters[range];
            if (field.StartsWith("id="u8) && field.Length <= LinkTable.MaxIdBytes)
                return OscText.Clean(field[3..], LinkTable.MaxIdBytes);
        }

        return "";
    }
}
