using FleetTui.Terminal.Parsing;

namespace FleetTui.Terminal.Sequences.Csi;

/// <summary>xterm's stack of palettes.</summary>
internal static class ColorSequences
{
    public static readonly CsiEntry[] Entries =
    [
        new("#P", "Pm", "XTPUSHCOLORS", "put the palette aside; 1–10 to a place of its own", (m, p) => Each(p, place => m.Palettes.Push(m.Palette, place))),
        new("#Q", "Pm", "XTPOPCOLORS", "bring it back; 1–10 from that place", (m, p) => Each(p, place => m.Palettes.Pop(m.Palette, place))),
        new("#R", "", "XTREPORTCOLORS", "answers CSI ? pushed ; kept # Q", (m, _) => m.Reply.Csi($"?{m.Palettes.Used};{m.Palettes.Stored}#Q")),
    ];

    private static void Each(CsiParameters p, Action<int> run)
    {
        for (var i = 0; i < Math.Max(p.Count, 1); i++)
            run(p.Get(i, 0));
    }
}
