using FleetTui.Terminal.Cells;
using Spectre.Console;
using CellColor = FleetTui.Terminal.Cells.Color;
using SpectreColor = Spectre.Console.Color;

namespace FleetTui.Console.Boards.Charts;

/// <summary>
/// Carries the console's own styles through Spectre.Console, which knows only colours: each is given to it as a colour that stands for its number, and found again in what it
/// rendered. So the theme decides, down to "the terminal's own colour", and nothing is mixed into RGB on the way.
/// </summary>
internal sealed class SpectreInk(CellStyle text)
{
    /// <summary>The red of a colour that stands for a style.</summary>
    private const byte Mark = 201;

    private readonly List<(CellStyle Style, char? Fill)> _styles = [(text, null)];

    /// <param name="fill">What a bar of it is drawn with, so that bars are told apart without colours; null for full blocks.</param>
    public SpectreColor Of(CellStyle style, char? fill = null)
    {
        var at = _styles.IndexOf((style, fill));
        if (at < 0)
        {
            at = _styles.Count;
            _styles.Add((style, fill));
        }

        return new SpectreColor(Mark, (byte)(at >> 8), (byte)at);
    }

    public Style StyleOf(CellStyle style) => new(Of(style));

    public CellStyle Back(Style style)
    {
        var known = Known(style.Foreground)?.Style ?? text;
        var ground = Known(style.Background)?.Style.Foreground ?? CellColor.Default;
        var attributes = known.Attributes;
        attributes |= style.Decoration.HasFlag(Decoration.Bold) ? CellAttributes.Bold : 0;
        attributes |= style.Decoration.HasFlag(Decoration.Italic) ? CellAttributes.Italic : 0;
        attributes |= style.Decoration.HasFlag(Decoration.Invert) ? CellAttributes.Inverse : 0;
        var underline = style.Decoration.HasFlag(Decoration.Underline) ? UnderlineStyle.Single : known.Underline;
        return known with { Attributes = attributes, Underline = underline, Background = ground.IsDefault ? known.Background : ground };
    }

    /// <summary>The text of a chart with its blocks as they were asked for.</summary>
    public string Filled(string chart, Style style) =>
        Known(style.Foreground)?.Fill is { } fill ? chart.Replace('█', fill).Replace('■', fill) : chart;

    private (CellStyle Style, char? Fill)? Known(SpectreColor color)
    {
        var at = (color.G << 8) | color.B;
        return color.R == Mark && at < _styles.Count ? _styles[at] : null;
    }
}
