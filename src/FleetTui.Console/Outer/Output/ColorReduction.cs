using FleetTui.Terminal.Cells;

namespace FleetTui.Console.Outer.Output;

/// <summary>Maps a colour to the nearest one that a poorer terminal has. The 256-colour cube is xterm's (levels 0, 95, 135, 175, 215, 255; greys 8 + 10 n).</summary>
public static class ColorReduction
{
    public static Color Reduce(Color color, ColorDepth depth) => (color.Kind, depth) switch
    {
        (ColorKind.Default, _) => color,
        (_, ColorDepth.None) => Color.Default,
        (ColorKind.Rgb, ColorDepth.Indexed256) => Color.Indexed(ToIndexed(color.R, color.G, color.B)),
        (ColorKind.Rgb, ColorDepth.Ansi16) => Color.Indexed(ToAnsi(color.R, color.G, color.B)),
        (ColorKind.Indexed, ColorDepth.Ansi16) when color.Index >= 16 => FromCube(color.Index),
        _ => color,
    };

    private static byte ToIndexed(int r, int g, int b)
    {
        var (cr, cg, cb) = (Level(r), Level(g), Level(b));
        var cube = Distance(r, g, b, Value(cr), Value(cg), Value(cb));
        var grey = Math.Clamp((((r + g + b) / 3) - 3) / 10, 0, 23);
        var greyValue = 8 + (10 * grey);
        return Distance(r, g, b, greyValue, greyValue, greyValue) < cube ? (byte)(232 + grey) : (byte)(16 + (36 * cr) + (6 * cg) + cb);
    }

    private static byte ToAnsi(int r, int g, int b)
    {
        var brightest = Math.Max(r, Math.Max(g, b));
        if (brightest < 48)
        {
            return 0;
        }

        if (brightest - Math.Min(r, Math.Min(g, b)) < 32)
        {
            return (byte)(brightest switch { < 110 => 8, < 210 => 7, _ => 15 });
        }

        var half = brightest / 2;
        var hue = (r > half ? 1 : 0) | (g > half ? 2 : 0) | (b > half ? 4 : 0);
        return (byte)(brightest > 200 ? hue + 8 : hue);
    }

    private static Color FromCube(byte index)
    {
        if (index >= 232)
        {
            var grey = 8 + (10 * (index - 232));
            return Color.Indexed(ToAnsi(grey, grey, grey));
        }

        var cube = index - 16;
        return Color.Indexed(ToAnsi(Value(cube / 36), Value(cube / 6 % 6), Value(cube % 6)));
    }

    private static int Level(int value) => value < 48 ? 0 : value < 115 ? 1 : (value - 35) / 40;

    private static int Value(int level) => level == 0 ? 0 : 55 + (40 * level);

    private static int Distance(int r, int g, int b, int r2, int g2, int b2) =>
        ((r - r2) * (r - r2)) + ((g - g2) * (g - g2)) + ((b - b2) * (b - b2));
}
