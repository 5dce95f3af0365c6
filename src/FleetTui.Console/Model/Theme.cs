using FleetTui.Terminal.Cells;

namespace FleetTui.Console.Model;

/// <summary>The console's own colours: few, and never the only sign of anything.</summary>
public sealed record Theme(
    CellStyle Text,
    CellStyle Strong,
    CellStyle Dim,
    CellStyle Border,
    CellStyle BorderFocus,
    CellStyle Accent,
    CellStyle Bar,
    CellStyle BarStrong,
    CellStyle BarDim,
    CellStyle Mode,
    CellStyle Selected,
    CellStyle Highlight,
    CellStyle Needs,
    CellStyle Working,
    CellStyle Idle,
    CellStyle Done,
    CellStyle Failed,
    CellStyle Held)
{
    public static readonly Theme Dark = Build(text: Color.Default, dim: 245, border: 239, accent: 75, bar: 236, barText: 252, barDim: 246, selected: 238,
        needs: 221, working: 114, done: 80, failed: 203, held: 176);

    public static readonly Theme Light = Build(text: Color.Default, dim: 243, border: 250, accent: 25, bar: 254, barText: 236, barDim: 242, selected: 253,
        needs: 130, working: 28, done: 30, failed: 160, held: 90);

    public static readonly Theme HighContrast = Build(text: Color.Indexed(15), dim: 15, border: 7, accent: 14, bar: 0, barText: 15, barDim: 15, selected: 4,
        needs: 11, working: 10, done: 14, failed: 9, held: 13);

    /// <summary>Only the sixteen colours that the user's terminal has a theme for.</summary>
    public static readonly Theme Terminal = Build(text: Color.Default, dim: 8, border: 8, accent: 6, bar: 0, barText: 7, barDim: 8, selected: 8,
        needs: 3, working: 2, done: 6, failed: 1, held: 5);

    public static Theme Named(string name) => name switch
    {
        "light" => Light,
        "high-contrast" => HighContrast,
        "terminal" => Terminal,
        _ => Dark,
    };

    private static Theme Build(Color text, byte dim, byte border, byte accent, byte bar, byte barText, byte barDim, byte selected, byte needs, byte working, byte done, byte failed, byte held)
    {
        CellStyle On(Color foreground, CellAttributes attributes = 0) => new(foreground, Color.Default, Color.Default, attributes, UnderlineStyle.None, 0);
        CellStyle OnBar(byte foreground, CellAttributes attributes = 0) => new(Color.Indexed(foreground), Color.Indexed(bar), Color.Default, attributes, UnderlineStyle.None, 0);
        return new Theme(
            Text: On(text),
            Strong: On(text, CellAttributes.Bold),
            Dim: On(Color.Indexed(dim)),
            Border: On(Color.Indexed(border)),
            BorderFocus: On(Color.Indexed(accent)),
            Accent: On(Color.Indexed(accent), CellAttributes.Bold),
            Bar: OnBar(barText),
            BarStrong: OnBar(barText, CellAttributes.Bold),
            BarDim: OnBar(barDim),
            Mode: On(Color.Indexed(accent), CellAttributes.Bold | CellAttributes.Inverse),
            Selected: On(text, CellAttributes.Bold) with { Background = Color.Indexed(selected) },
            Highlight: On(Color.Default, CellAttributes.Inverse),
            Needs: On(Color.Indexed(needs), CellAttributes.Bold),
            Working: On(Color.Indexed(working)),
            Idle: On(Color.Indexed(dim)),
            Done: On(Color.Indexed(done)),
            Failed: On(Color.Indexed(failed), CellAttributes.Bold),
            Held: On(Color.Indexed(held)));
    }
}
