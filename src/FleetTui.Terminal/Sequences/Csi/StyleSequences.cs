using FleetTui.Terminal.Machines;
using FleetTui.Terminal.Parsing;
using FleetTui.Terminal.Styles;

namespace FleetTui.Terminal.Sequences.Csi;

/// <summary>SGR and the cursor's shape.</summary>
internal static class StyleSequences
{
    public static readonly CsiEntry[] Entries =
    [
        new("m", "Pm", "SGR", "0–9, 21–29, 4:0–5, 30–49, 53, 55, 58, 59, 90–107; 38/48/58 with 5 or 2, colons or semicolons", Rendition),
        new("#{", "Pm", "XTPUSHSGR", "put the renditions aside, or those named: 1–5 7–9 21, 30 and 31 for the colours", Push),
        new("#p", "Pm", "XTPUSHSGR", "the same", Push),
        new("#}", "", "XTPOPSGR", "bring them back", Pop),
        new("#q", "", "XTPOPSGR", "the same", Pop),
        new(" q", "Ps", "DECSCUSR", "cursor shape: 0 default, 1–2 block, 3–4 underline, 5–6 bar, odd ones blinking", (m, p) => Shape(m, p.Get(0, 0))),
    ];

    /// <summary>SGR: the pen changes.</summary>
    public static void Rendition(Machine m, CsiParameters p)
    {
        SgrReader.Apply(p, ref m.Screen.Cursor.Pen);
        m.Screen.PenChanged();
    }

    private static void Push(Machine m, CsiParameters p)
    {
        var parts = 0u;
        for (var i = 0; i < p.Count; i++)
        {
            parts |= p.Get(i, 0) switch
            {
                var code and (>= 1 and <= 5 or >= 7 and <= 9 or 21) => 1u << code,
                10 or 30 => PenStack.Foreground,
                11 or 31 => PenStack.Background,
                _ => 0,
            };
        }

        m.Pens.Push(m.Screen.Cursor.Pen, p.Count == 0 || (p.Count == 1 && p[0] < 0) ? PenStack.Everything : parts);
    }

    private static void Pop(Machine m, CsiParameters p)
    {
        _ = p;
        m.Pens.Pop(ref m.Screen.Cursor.Pen);
        m.Screen.PenChanged();
    }

    private static void Shape(Machine m, int style)
    {
        if (style is < 0 or > 6)
            return;
        m.CursorLook.Style = style;
        m.Modes[Modes.TerminalMode.CursorBlink] = (style & 1) == 1;
    }
}
