using FleetTui.Console.Commands;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;

namespace FleetTui.Console.Scrolling;

/// <summary>Keys while reading back; filled in with copy mode.</summary>
internal static class CopyKeys
{
    public static void Press(KeyStroke key, SlotModel slot, ScrollState scroll, CommandContext context)
    {
        _ = key;
        _ = scroll;
        _ = context;
        slot.Scroll = null;
    }
}
