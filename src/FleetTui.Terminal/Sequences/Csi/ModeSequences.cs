using FleetTui.Terminal.Machines;
using FleetTui.Terminal.Modes;
using FleetTui.Terminal.Parsing;

namespace FleetTui.Terminal.Sequences.Csi;

/// <summary>Setting, saving and asking for modes; the soft reset.</summary>
internal static class ModeSequences
{
    public static readonly CsiEntry[] Entries =
    [
        new("h", "Pm", "SM", "set ANSI modes", (m, p) => Switch(m, p, false, true)),
        new("l", "Pm", "RM", "reset ANSI modes", (m, p) => Switch(m, p, false, false)),
        new("?h", "Pm", "DECSET", "set DEC private modes", (m, p) => Switch(m, p, true, true)),
        new("?l", "Pm", "DECRST", "reset DEC private modes", (m, p) => Switch(m, p, true, false)),
        new("?s", "Pm", "XTSAVE", "remember DEC private modes", Save),
        new("?r", "Pm", "XTRESTORE", "bring remembered DEC private modes back", Restore),
        new("$p", "Ps", "DECRQM", "ask for an ANSI mode", (m, p) => Report(m, p, false)),
        new("?$p", "Ps", "DECRQM", "ask for a DEC private mode", (m, p) => Report(m, p, true)),
        new("!p", "", "DECSTR", "soft reset", (m, _) => MachineReset.Soft(m)),
        new("\"p", "Ps ; Ps", "DECSCL", "conformance level 61–65: a soft reset; below 63 no DECRQM, below 64 no DECSLRM and no rectangles; 1 for 7-bit answers, 0 or 2 for 8-bit", Level),
    ];

    private static void Switch(Machine m, CsiParameters p, bool isPrivate, bool on)
    {
        for (var i = 0; i < p.Count; i++)
        {
            if (ModeTable.Find(isPrivate, p.Get(i, 0)) is { } entry)
                ModeSwitch.Apply(m, entry, on);
        }
    }

    private static void Save(Machine m, CsiParameters p)
    {
        for (var i = 0; i < p.Count; i++)
        {
            if (ModeTable.Find(true, p.Get(i, 0)) is { } entry)
                m.Modes.Save(entry.Mode);
        }
    }

    private static void Restore(Machine m, CsiParameters p)
    {
        for (var i = 0; i < p.Count; i++)
        {
            if (ModeTable.Find(true, p.Get(i, 0)) is { } entry)
                ModeSwitch.Apply(m, entry, m.Modes.WasSaved(entry.Mode));
        }
    }

    private static void Level(Machine m, CsiParameters p)
    {
        var level = p.Get(0, 0) - 60;
        if (level is < 1 or > Conformance.MaxLevel)
            return;
        MachineReset.Soft(m);
        m.Conformance.Level = level;
        if (level > 1 && p.Get(1, 0) <= 2)
            m.Conformance.EightBit = p.Get(1, 0) != 1;
    }

    private static void Report(Machine m, CsiParameters p, bool isPrivate)
    {
        if (m.Conformance.Level < 3)
            return;
        var number = p.Get(0, 0);
        var state = 0;
        if (ModeTable.Find(isPrivate, number) is { } entry)
            state = (ModeSwitch.IsSet(m, entry.Mode) ? 1 : 2) + (entry.Fixed ? 2 : 0);
        m.Reply.Csi($"{(isPrivate ? "?" : "")}{number};{state}$y");
    }
}
