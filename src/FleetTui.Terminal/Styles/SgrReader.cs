using FleetTui.Terminal.Cells;
using FleetTui.Terminal.Parsing;

namespace FleetTui.Terminal.Styles;

/// <summary>SGR (ECMA-48 §8.3.117, ISO 8613-6 colours, xterm's and kitty's underlines) applied to a pen.</summary>
internal static class SgrReader
{
    public static void Apply(CsiParameters p, ref CellStyle pen)
    {
        var values = p.Values;
        if (values.IsEmpty || (values.Length == 1 && values[0] <= 0))
        {
            pen = Reset(pen);
            return;
        }

        var foreground = pen.Foreground;
        var background = pen.Background;
        var underlineColor = pen.UnderlineColor;
        var attributes = pen.Attributes;
        var underline = pen.Underline;
        var hasSubs = p.HasSubs;
        for (var i = 0; i < values.Length; i++)
        {
            var code = Math.Max(values[i], 0);
            switch (code)
            {
                case 0:
                    foreground = background = underlineColor = default;
                    attributes &= CellAttributes.Protected;
                    underline = UnderlineStyle.None;
                    break;
                case 1:
                    attributes |= CellAttributes.Bold;
                    break;
                case 2:
                    attributes |= CellAttributes.Dim;
                    break;
                case 3:
                    attributes |= CellAttributes.Italic;
                    break;
                case 4:
                    underline = p.IsSub(i + 1) ? StyleOf(p.Get(i + 1, 1), underline) : UnderlineStyle.Single;
                    break;
                case 5 or 6:
                    attributes |= CellAttributes.Blink;
                    break;
                case 7:
                    attributes |= CellAttributes.Inverse;
                    break;
                case 8:
                    attributes |= CellAttributes.Invisible;
                    break;
                case 9:
                    attributes |= CellAttributes.Strike;
                    break;
                case 21:
                    underline = UnderlineStyle.Double;
                    break;
                case 22:
                    attributes &= ~(CellAttributes.Bold | CellAttributes.Dim);
                    break;
                case 23:
                    attributes &= ~CellAttributes.Italic;
                    break;
                case 24:
                    underline = UnderlineStyle.None;
                    break;
                case 25:
                    attributes &= ~CellAttributes.Blink;
                    break;
                case 27:
                    attributes &= ~CellAttributes.Inverse;
                    break;
                case 28:
                    attributes &= ~CellAttributes.Invisible;
                    break;
                case 29:
                    attributes &= ~CellAttributes.Strike;
                    break;
                case >= 30 and <= 37:
                    foreground = Color.Indexed((byte)(code - 30));
                    break;
                case 38:
                    i = Extended(p, i, ref foreground);
                    continue;
                case 39:
                    foreground = default;
                    break;
                case >= 40 and <= 47:
                    background = Color.Indexed((byte)(code - 40));
                    break;
                case 48:
                    i = Extended(p, i, ref background);
                    continue;
                case 49:
                    background = default;
                    break;
                case 53:
                    attributes |= CellAttributes.Overline;
                    break;
                case 55:
                    attributes &= ~CellAttributes.Overline;
                    break;
                case 58:
                    i = Extended(p, i, ref underlineColor);
                    continue;
                case 59:
                    underlineColor = default;
                    break;
                case >= 90 and <= 97:
                    foreground = Color.Indexed((byte)(code - 90 + 8));
                    break;
                case >= 100 and <= 107:
                    background = Color.Indexed((byte)(code - 100 + 8));
                    break;
                default:
                    break;
            }

            while (hasSubs && p.IsSub(i + 1))
                i++;
        }

        pen = new CellStyle(foreground, background, underlineColor, attributes, underline, pen.Link);
    }

    /// <summary>SGR 0 keeps protection (not a rendition) and the hyperlink (ended by OSC 8 alone).</summary>
    private static CellStyle Reset(in CellStyle pen) => new(default, default, default, pen.Attributes & CellAttributes.Protected, UnderlineStyle.None, pen.Link);

    private static UnderlineStyle StyleOf(int style, UnderlineStyle now) =>
        style is >= 0 and <= (int)UnderlineStyle.Dashed ? (UnderlineStyle)style : now;

    /// <summary>
    /// 38, 48, 58: "5 ; n" or "2 ; r ; g ; b" as separate parameters, or with colons, where 2 may be followed by a colour space.
    /// Returns the index of the last parameter used.
    /// </summary>
    private static int Extended(CsiParameters p, int i, ref Color color)
    {
        if (!p.IsSub(i + 1))
        {
            switch (p.Get(i + 1, -1))
            {
                case 5:
                    Index(p.Get(i + 2, 0), ref color);
                    return i + 2;
                case 2:
                    Rgb(p.Get(i + 2, 0), p.Get(i + 3, 0), p.Get(i + 4, 0), ref color);
                    return i + 4;
                default:
                    return i + 1;
            }
        }

        var end = i + 1;
        while (p.IsSub(end + 1))
            end++;
        var count = end - i;
        switch (p.Get(i + 1, -1))
        {
            case 5 when count >= 2:
                Index(p.Get(i + 2, 0), ref color);
                break;
            case 2 when count == 4:
                Rgb(p.Get(i + 2, 0), p.Get(i + 3, 0), p.Get(i + 4, 0), ref color);
                break;
            case 2 when count >= 5:
                Rgb(p.Get(i + 3, 0), p.Get(i + 4, 0), p.Get(i + 5, 0), ref color);
                break;
            default:
                break;
        }

        return end;
    }

    private static void Index(int index, ref Color color)
    {
        if (index is >= 0 and <= 255)
            color = Color.Indexed((byte)index);
    }

    private static void Rgb(int r, int g, int b, ref Color color)
    {
        if ((uint)r <= 255 && (uint)g <= 255 && (uint)b <= 255)
            color = Color.Rgb((byte)r, (byte)g, (byte)b);
    }
}
