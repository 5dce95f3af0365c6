using FleetTui.Terminal.Machines;
using FleetTui.Terminal.Styles;

namespace FleetTui.Terminal.Sequences.Csi;

/// <summary>SGR and the cursor's shape.</summary>
internal static class StyleSequences
{
    public static readonly CsiEntry[] Entries =
    [
        new("m", "Pm", "SGR", "0–9, 21–29, 4:0–5, 30–49, 53, 55, 58, 59, 90–107; 38/48/58 with 5 or 2, colons or semicolons", (m, p) =>
        {
            SgrReader.Apply(p, ref m.Screen.Cursor.Pen);
            m.Screen.PenChanged();
        }),
        new(" q", "Ps", "DECSCUSR", "cursor shape: 0 default, 1–2 block, 3–4 underline, 5–6 bar, odd ones blinking", (m, p) => Shape(m, p.Get(0, 0))),
    ];

    private static void Shape(Machine m, int style)
    {
        if (style is < 0 or > 6)
            return;
        m.CursorLook.Style = style;
        m.Modes[Modes.TerminalMode.CursorBlink] = (style & 1) == 1;
    }
}
