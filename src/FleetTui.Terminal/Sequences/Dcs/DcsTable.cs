namespace FleetTui.Terminal.Sequences.Dcs;

/// <summary>The device control strings that are acted on. Others (sixel, tmux passthrough…) are consumed without being kept.</summary>
internal static class DcsTable
{
    public static readonly DcsEntry[] Entries =
    [
        new("$q", "m | r | s | \"p | \"q | SP q | t | $| | *| | *x | $} | $~ | >4m | >4f", "DECRQSS", "answers DCS 1 $ r … ST, or 0 when unknown", StatusString.Answer),
        new("+q", "hex names ; …", "XTGETTCAP", "answers DCS 1 + r name = value ST, or 0 when unknown", Capabilities.Answer),
        new("$t", "string", "DECRSPS", "1 restores the cursor (DECCIR), 2 tab stops (DECTABSR)", PresentationRestore.Apply),
    ];

    public static DcsEntry? Find(byte prefix, byte intermediate, byte final)
    {
        if (prefix != 0)
            return null;
        foreach (var entry in Entries)
        {
            if (entry.Key[0] == intermediate && entry.Key[1] == final)
                return entry;
        }

        return null;
    }
}
