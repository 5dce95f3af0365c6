using FleetTui.Terminal.Cells;
using FleetTui.Terminal.Machines;
using FleetTui.Terminal.Parsing;
using FleetTui.Terminal.Rows;
using FleetTui.Terminal.Screens;
using FleetTui.Terminal.Styles;
using FleetTui.Terminal.Text;

namespace FleetTui.Terminal.Sequences.Csi;

/// <summary>VT420's rectangular area operations. Coordinates obey origin mode.</summary>
internal static class RectangleSequences
{
    public static readonly CsiEntry[] Entries =
    [
        new("$v", "Pt ; Pl ; Pb ; Pr ; Pp ; Pt ; Pl ; Pp", "DECCRA", "copy a rectangle", Level4(Copy)),
        new("$x", "Pc ; Pt ; Pl ; Pb ; Pr", "DECFRA", "fill a rectangle", Level4(Fill)),
        new("$z", "Pt ; Pl ; Pb ; Pr", "DECERA", "erase a rectangle", Level4((m, p) => m.Rectangles.Erase(Area(m, p, 0), false))),
        new("${", "Pt ; Pl ; Pb ; Pr", "DECSERA", "erase a rectangle, sparing protected characters", Level4((m, p) => m.Rectangles.Erase(Area(m, p, 0), true))),
        new("$r", "Pt ; Pl ; Pb ; Pr ; Pm", "DECCARA", "set attributes in an area: 0 1 4 5 7, 22 24 25 27", Level4((m, p) => m.Rectangles.Restyle(Area(m, p, 0), s => Set(s, p)))),
        new("$t", "Pt ; Pl ; Pb ; Pr ; Pm", "DECRARA", "reverse attributes in an area: 0 1 4 5 7", Level4((m, p) => m.Rectangles.Restyle(Area(m, p, 0), s => Reverse(s, p)))),
        new("*x", "Ps", "DECSACE", "attribute changes cover a stream (0, 1) or a rectangle (2)", Level4((m, p) => Extent(m, p.Get(0, 0)))),
        new("*y", "Pi ; Pg ; Pt ; Pl ; Pb ; Pr", "DECRQCRA", "answers DCS Pi !~ checksum ST", Level4(Checksum)),
        new("#y", "Ps", "XTCHECKSUM", "how DECRQCRA sums: 1 not negated, 2 without renditions, 8 without cells that nothing was written to", Level4((m, p) => m.Rectangles.ChecksumBits = p.Get(0, 0) & 0x3f)),
        new("#|", "Pt ; Pl ; Pb ; Pr", "XTREPORTSGR", "answers the renditions that all cells of a rectangle share", Level4(Renditions)),
    ];

    /// <summary>VT400 functions: not there below level 4 (DECSCL).</summary>
    private static Action<Machine, CsiParameters> Level4(Action<Machine, CsiParameters> run) => (m, p) =>
    {
        if (m.Conformance.Level >= 4)
            run(m, p);
    };

    private static void Extent(Machine m, int extent)
    {
        if (extent is >= 0 and <= 2)
            m.Rectangles.Extent = extent;
    }

    private static void Renditions(Machine m, CsiParameters p)
    {
        var area = Area(m, p, 0);
        if (!area.IsEmpty)
            m.Reply.Csi(Renditions(m, area) + "m");
    }

    private static string Renditions(Machine m, CellArea area)
    {
        var screen = m.Screen;
        var shared = screen.Tables.Styles[screen.Grid[area.Top][area.Left].Style];
        for (var y = area.Top; y <= area.Bottom; y++)
        {
            var cells = screen.Grid[y].Cells.AsSpan(area.Left, area.Right + 1 - area.Left);
            for (; !cells.IsEmpty; cells = cells[StyleRun.Length(cells)..])
                shared = Shared(shared, screen.Tables.Styles[cells[0].Style]);
        }

        return SgrWriter.Write(shared);
    }

    private static CellStyle Shared(in CellStyle a, in CellStyle b) => new(
        a.Foreground == b.Foreground ? a.Foreground : default,
        a.Background == b.Background ? a.Background : default,
        a.UnderlineColor == b.UnderlineColor ? a.UnderlineColor : default,
        a.Attributes & b.Attributes,
        a.Underline == b.Underline ? a.Underline : UnderlineStyle.None,
        0);

    private static CellArea Area(Machine m, CsiParameters p, int first)
    {
        var screen = m.Screen;
        var origin = screen.Cursor.Origin;
        var (top, left) = origin ? (screen.Margins.Top, screen.Margins.Left) : (0, 0);
        var (bottom, right) = origin ? (screen.Margins.Bottom, screen.Margins.Right) : (screen.Rows - 1, screen.Columns - 1);
        var b = p.Get(first + 2, 0);
        var r = p.Get(first + 3, 0);
        return new CellArea(
            Math.Max(p.Position(first) + top, 0),
            Math.Max(p.Position(first + 1) + left, 0),
            b == 0 ? bottom : Math.Min(b - 1 + top, bottom),
            r == 0 ? right : Math.Min(r - 1 + left, right));
    }

    private static void Copy(Machine m, CsiParameters p)
    {
        var screen = m.Screen;
        var (top, left) = screen.Cursor.Origin ? (screen.Margins.Top, screen.Margins.Left) : (0, 0);
        m.Rectangles.Copy(Area(m, p, 0), p.Position(5) + top, p.Position(6) + left);
    }

    private static void Fill(Machine m, CsiParameters p)
    {
        var c = p.Get(0, ' ');
        if (c == 0)
            c = ' ';
        if (c is >= 0x20 and <= 0x7e or >= 0xa0 and <= 0x10ffff && (c - 0xd800 is < 0 or >= 0x800) && UnicodeTable.Of((uint)c).Width == 1)
            m.Rectangles.Fill(Area(m, p, 1), (uint)c);
    }

    private static void Checksum(Machine m, CsiParameters p) =>
        m.Reply.Dcs($"{p.Get(0, 0)}!~{m.Rectangles.Checksum(Area(m, p, 2)):X4}");

    private static CellStyle Set(CellStyle style, CsiParameters p)
    {
        if (p.Count <= 4)
            return Plain(style);
        for (var i = 4; i < p.Count; i++)
        {
            style = p.Get(i, 0) switch
            {
                0 => Plain(style),
                1 => style with { Attributes = style.Attributes | CellAttributes.Bold },
                4 => style with { Underline = UnderlineStyle.Single },
                5 => style with { Attributes = style.Attributes | CellAttributes.Blink },
                7 => style with { Attributes = style.Attributes | CellAttributes.Inverse },
                22 => style with { Attributes = style.Attributes & ~CellAttributes.Bold },
                24 => style with { Underline = UnderlineStyle.None },
                25 => style with { Attributes = style.Attributes & ~CellAttributes.Blink },
                27 => style with { Attributes = style.Attributes & ~CellAttributes.Inverse },
                _ => style,
            };
        }

        return style;
    }

    private static CellStyle Plain(CellStyle style) => style with
    {
        Attributes = style.Attributes & ~(CellAttributes.Bold | CellAttributes.Blink | CellAttributes.Inverse),
        Underline = UnderlineStyle.None,
    };

    private static CellStyle Reverse(CellStyle style, CsiParameters p)
    {
        const CellAttributes All = CellAttributes.Bold | CellAttributes.Blink | CellAttributes.Inverse;
        var from = p.Count <= 4 ? 3 : 4;
        for (var i = from; i < Math.Max(p.Count, from + 1); i++)
        {
            var code = p.Count <= 4 ? 0 : p.Get(i, 0);
            var flips = code switch
            {
                0 => All,
                1 => CellAttributes.Bold,
                5 => CellAttributes.Blink,
                7 => CellAttributes.Inverse,
                _ => CellAttributes.None,
            };
            style = style with { Attributes = style.Attributes ^ flips };
            if (code is 0 or 4)
                style = style with { Underline = style.Underline == UnderlineStyle.None ? UnderlineStyle.Single : UnderlineStyle.None };
        }

        return style;
    }
}
