using FleetTui.Terminal.Cells;

namespace FleetTui.Console.Outer.Output;

/// <summary>Writes the shortest SGR (ECMA-48 §8.3.117, underline styles as in kitty) that leads from the style in force to the next one.</summary>
public sealed class SgrWriter(ColorDepth depth, bool styledUnderlines)
{
    private CellStyle _now = CellStyle.Default;

    /// <summary>The terminal was reset, or its state is unknown: the next style is written in full.</summary>
    public void Reset(ByteWriter output)
    {
        output.Add("\e[0m"u8);
        _now = CellStyle.Default;
    }

    public void Write(ByteWriter output, in CellStyle wanted)
    {
        var next = Reduce(wanted);
        if (next == _now)
        {
            return;
        }

        if (next == CellStyle.Default)
        {
            output.Add("\e[m"u8);
            _now = next;
            return;
        }

        output.Add("\e["u8);
        var first = true;
        var removed = _now.Attributes & ~next.Attributes;
        if (removed != 0 && (next.Foreground.IsDefault || next.Background.IsDefault || removed.HasFlag(CellAttributes.Overline)))
        {
            // Starting over is shorter than taking several things off one by one.
            Number(output, ref first, 0);
            _now = CellStyle.Default;
            removed = CellAttributes.None;
        }

        Take(output, ref first, removed);
        Set(output, ref first, next.Attributes & ~_now.Attributes);
        if (next.Underline != _now.Underline)
        {
            Underline(output, ref first, next.Underline);
        }

        if (next.Foreground != _now.Foreground)
        {
            Paint(output, ref first, next.Foreground, 30, 90, 38, 39);
        }

        if (next.Background != _now.Background)
        {
            Paint(output, ref first, next.Background, 40, 100, 48, 49);
        }

        if (next.UnderlineColor != _now.UnderlineColor)
        {
            UnderlineColor(output, ref first, next.UnderlineColor);
        }

        output.Add((byte)'m');
        _now = next;
    }

    /// <summary>What a terminal of this depth is told for a style; links go their own way (OSC 8).</summary>
    public CellStyle Reduce(in CellStyle style) => new(
        ColorReduction.Reduce(style.Foreground, depth),
        ColorReduction.Reduce(style.Background, depth),
        styledUnderlines && style.Underline != UnderlineStyle.None ? ColorReduction.Reduce(style.UnderlineColor, depth) : Color.Default,
        style.Attributes & ~CellAttributes.Protected,
        styledUnderlines || style.Underline == UnderlineStyle.None ? style.Underline : UnderlineStyle.Single,
        0);

    public bool IsNow(in CellStyle style) => Reduce(style) == _now;

    private void Take(ByteWriter output, ref bool first, CellAttributes removed)
    {
        if ((removed & (CellAttributes.Bold | CellAttributes.Dim)) != 0)
        {
            Number(output, ref first, 22);
            _now = _now with { Attributes = _now.Attributes & ~(CellAttributes.Bold | CellAttributes.Dim) };
        }

        foreach (var (attribute, _, off) in Codes)
        {
            if (off != 22 && removed.HasFlag(attribute))
            {
                Number(output, ref first, off);
                _now = _now with { Attributes = _now.Attributes & ~attribute };
            }
        }
    }

    private static void Set(ByteWriter output, ref bool first, CellAttributes added)
    {
        if (added == 0)
        {
            return;
        }

        foreach (var (attribute, on, _) in Codes)
        {
            if (added.HasFlag(attribute))
            {
                Number(output, ref first, on);
            }
        }
    }

    private static void Underline(ByteWriter output, ref bool first, UnderlineStyle style)
    {
        if (style <= UnderlineStyle.Single)
        {
            Number(output, ref first, style == UnderlineStyle.None ? 24 : 4);
            return;
        }

        Number(output, ref first, 4);
        output.Add((byte)':');
        output.Add((int)style);
    }

    private static void Paint(ByteWriter output, ref bool first, Color color, int low, int bright, int extended, int reset)
    {
        switch (color.Kind)
        {
            case ColorKind.Default:
                Number(output, ref first, reset);
                break;
            case ColorKind.Indexed when color.Index < 8:
                Number(output, ref first, low + color.Index);
                break;
            case ColorKind.Indexed when color.Index < 16:
                Number(output, ref first, bright + color.Index - 8);
                break;
            case ColorKind.Indexed:
                Number(output, ref first, extended);
                output.Add(";5;"u8);
                output.Add((int)color.Index);
                break;
            default:
                Number(output, ref first, extended);
                output.Add(";2;"u8);
                output.Add((int)color.R);
                output.Add((byte)';');
                output.Add((int)color.G);
                output.Add((byte)';');
                output.Add((int)color.B);
                break;
        }
    }

    private static void UnderlineColor(ByteWriter output, ref bool first, Color color)
    {
        if (color.IsDefault)
        {
            Number(output, ref first, 59);
            return;
        }

        Number(output, ref first, 58);
        if (color.Kind == ColorKind.Indexed)
        {
            output.Add(":5:"u8);
            output.Add((int)color.Index);
        }
        else
        {
            output.Add(":2::"u8);
            output.Add((int)color.R);
            output.Add((byte)':');
            output.Add((int)color.G);
            output.Add((byte)':');
            output.Add((int)color.B);
        }
    }

    private static void Number(ByteWriter output, ref bool first, int code)
    {
        if (!first)
        {
            output.Add((byte)';');
        }

        first = false;
        output.Add(code);
    }

    private static readonly (CellAttributes Attribute, int On, int Off)[] Codes =
    [
        (CellAttributes.Bold, 1, 22),
        (CellAttributes.Dim, 2, 22),
        (CellAttributes.Italic, 3, 23),
        (CellAttributes.Blink, 5, 25),
        (CellAttributes.Inverse, 7, 27),
        (CellAttributes.Invisible, 8, 28),
        (CellAttributes.Strike, 9, 29),
        (CellAttributes.Overline, 53, 55),
    ];
}
