using System.Text;

namespace FleetTui.Terminal.Sequences.Osc;

/// <summary>OSC 52: writes are reported for the user's policy to decide; reads are never answered.</summary>
internal static class ClipboardCommands
{
    private const int MaxSelections = 8;

    public static readonly OscEntry[] Entries =
    [
        new(52, 52, "selections ; base64", "clipboard", "writes are reported, up to 1 MiB; reads are not answered", Write),
    ];

    private static void Write(OscCall call)
    {
        var split = call.Text.IndexOf((byte)';');
        if (split is < 0 or > MaxSelections)
            return;
        var data = call.Text[(split + 1)..];
        if (data.IsEmpty || data is [(byte)'?'] || OscText.FromBase64(data) is not { Length: > 0 } bytes)
            return;
        var selection = split == 0 ? "c" : OscText.Clean(call.Text[..split], MaxSelections);
        call.Machine.Effects.ClipboardWrite(selection, Encoding.UTF8.GetString(bytes));
    }
}
