using FleetTui.Terminal.Input;
using FleetTui.Terminal.Machines;
using FleetTui.Terminal.Parsing;

namespace FleetTui.Terminal.Sequences.Csi;

/// <summary>The kitty keyboard protocol and xterm's modifyOtherKeys.</summary>
internal static class KeyboardSequences
{
    private const int OtherKeys = 4;

    public static readonly CsiEntry[] Entries =
    [
        new("?u", "", "kitty keyboard", "answers CSI ? flags u", (m, _) => m.Reply.Csi($"?{m.Kitty.Flags}u")),
        new(">u", "Pf", "kitty keyboard", "push flags", (m, p) => m.Kitty.Push(p.Get(0, 0))),
        new("<u", "Pn", "kitty keyboard", "pop flags", (m, p) => m.Kitty.Pop(Math.Min(p.Times(), KittyKeyboard.MaxDepth + 1))),
        new("=u", "Pf ; Pm", "kitty keyboard", "set (1), add (2) or remove (3) flags", (m, p) => m.Kitty.Set(p.Get(0, 0), p.Get(1, 1))),
        new(">m", "Pp ; Pv", "XTMODKEYS", "modifyOtherKeys (4); without parameters all are reset", Modify),
        new("?m", "Pp", "XTQMODKEYS", "asks for modifyOtherKeys (4); modifyCursorKeys (1) and modifyFunctionKeys (2) are always 2", (m, p) => Ask(m, p.Get(0, 0))),
        new("?g", "Pp", "XTQFMTKEYS", "asks for formatOtherKeys (4)", (m, p) => AskFormat(m, p.Get(0, 0))),
        new(">n", "Pp", "XTMODKEYS off", "modifyOtherKeys (4) off", (m, p) => Disable(m, p.Get(0, 2))),
        new(">f", "Pp ; Pv", "XTFMTKEYS", "formatOtherKeys (4): 1 for CSI u", Format),
    ];

    private static void Modify(Machine m, CsiParameters p)
    {
        if (p.Get(0, OtherKeys) == OtherKeys)
            m.Keyboard.ModifyOtherKeys = Math.Clamp(p.Get(1, 0), 0, 3);
    }

    private static void Ask(Machine m, int what)
    {
        if (what == OtherKeys)
            m.Reply.Csi($">4;{m.Keyboard.ModifyOtherKeys}m");
        else if (what is 1 or 2)
            m.Reply.Csi($">{what};2m");
    }

    private static void AskFormat(Machine m, int what)
    {
        if (what == OtherKeys)
            m.Reply.Csi($">4;{m.Keyboard.FormatOtherKeys}f");
    }

    private static void Disable(Machine m, int what)
    {
        if (what == OtherKeys)
            m.Keyboard.ModifyOtherKeys = 0;
    }

    private static void Format(Machine m, CsiParameters p)
    {
        if (p.Get(0, OtherKeys) == OtherKeys)
            m.Keyboard.FormatOtherKeys = Math.Clamp(p.Get(1, 0), 0, 1);
    }
}
