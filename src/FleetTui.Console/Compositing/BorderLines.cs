using FleetTui.Terminal.Cells;

namespace FleetTui.Console.Compositing;

/// <summary>
/// Collects the lines between tiles and draws them in one go, joined where they meet. Drawn last: whatever a wide or
/// mis-measured character did at a tile's edge is painted over.
/// </summary>
public sealed class BorderLines(int width, int height, bool ascii)
{
    private readonly byte[] _arms = new byte[width * height * 4];
    private readonly CellStyle[] _styles = new CellStyle[width * height];
    private readonly byte[] _ranks = new byte[width * height];

    /// <param name="rank">Where lines of several styles meet, the highest rank gives the colour.</param>
    public void Horizontal(int x, int y, int length, LineWeight weight, CellStyle style, byte rank)
    {
        for (var i = 0; i < length; i++)
        {
            Add(x + i, y, 3, i > 0 ? weight : LineWeight.None, style, rank);
            Add(x + i, y, 1, i < length - 1 ? weight : LineWeight.None, style, rank);
        }
    }

    public void Vertical(int x, int y, int length, LineWeight weight, CellStyle style, byte rank)
    {
        for (var i = 0; i < length; i++)
        {
            Add(x, y + i, 0, i > 0 ? weight : LineWeight.None, style, rank);
            Add(x, y + i, 2, i < length - 1 ? weight : LineWeight.None, style, rank);
        }
    }

    public void Draw(CellBuffer buffer)
    {
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var cell = (y * width) + x;
                if (_ranks[cell] == 0)
                {
                    continue;
                }

                var arms = _arms.AsSpan(cell * 4, 4);
                var (up, right, down, left) = ((LineWeight)arms[0], (LineWeight)arms[1], (LineWeight)arms[2], (LineWeight)arms[3]);
                (up, right, down, left) = Whole(up, right, down, left);
                var glyph = ascii ? BoxGlyphs.Ascii(up, right, down, left) : BoxGlyphs.Unicode(up, right, down, left);
                buffer.Put(x, y, new Cell(glyph, 1, _styles[cell]));
            }
        }
    }

    /// <summary>A line that ends alone ends at the screen's edge: it is drawn to the edge, not to the middle of the cell.</summary>
    private static (LineWeight Up, LineWeight Right, LineWeight Down, LineWeight Left) Whole(LineWeight up, LineWeight right, LineWeight down, LineWeight left) =>
        (up, right, down, left) switch
        {
            (_, 0, 0, 0) => (up, 0, up, 0),
            (0, _, 0, 0) => (0, right, 0, right),
            (0, 0, _, 0) => (down, 0, down, 0),
            (0, 0, 0, _) => (0, left, 0, left),
            _ => (up, right, down, left),
        };

    private void Add(int x, int y, int arm, LineWeight weight, CellStyle style, byte rank)
    {
        if ((uint)x >= (uint)width || (uint)y >= (uint)height)
        {
            return;
        }

        var cell = (y * width) + x;
        _arms[(cell * 4) + arm] = Math.Max(_arms[(cell * 4) + arm], (byte)weight);
        if (rank >= _ranks[cell])
        {
            _ranks[cell] = rank;
            _styles[cell] = style;
        }
    }
}
