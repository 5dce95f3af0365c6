using System.Buffers;
using FleetTui.Terminal.Titles;

namespace FleetTui.Terminal.Sequences.Osc;

internal static class TitleCommands
{
    public static readonly OscEntry[] Entries =
    [
        new(0, 0, "text", "title", "window and icon title", c => Set(c, true, true)),
        new(1, 1, "text", "title", "icon title", c => Set(c, false, true)),
        new(2, 2, "text", "title", "window title", c => Set(c, true, false)),
    ];

    private static void Set(OscCall call, bool window, bool icon)
    {
        var titles = call.Machine.Titles;
        var text = call.Text;
        if (titles.SetByHex)
        {
            var bytes = new byte[text.Length / 2];
            if (text.Length % 2 != 0 || Convert.FromHexString(text, bytes, out _, out _) != OperationStatus.Done)
                return;
            text = bytes;
        }

        var title = OscText.Clean(text, TitleStack.MaxTitle);
        if (icon)
            titles.Icon = title;
        if (!window || titles.Window == title)
            return;
        titles.Window = title;
        call.Machine.Effects.TitleChanged(title);
    }
}
