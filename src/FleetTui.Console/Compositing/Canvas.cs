using FleetTui.Terminal.Cells;

namespace FleetTui.Console.Compositing;

/// <summary>A view's piece of the screen: its own coordinates from 0,0, and nothing it draws leaves its rectangle.</summary>
public readonly struct Canvas(CellBuffer buffer, Rect area)
{
    public int Width => area.Width;

    public int Height => area.Height;

    public Rect Area => area;

    public CellBuffer Buffer => buffer;

    /// <summary>A part of this one, in this one's coordinates, clipped to it.</summary>
    public Canvas Part(Rect part) =>
        new(buffer, new Rect(area.X + part.X, area.Y + part.Y, part.Width, part.Height).Intersect(area));

    public void Fill(CellStyle style, string text = " ")
    {
        for (var y = 0; y < area.Height; y++)
        {
            for (var x = 0; x < area.Width; x++)
            {
                Put(x, y, new Cell(text, 1, style));
            }
        }
    }

    public void Put(int x, int y, in Cell cell)
    {
        if ((uint)x >= (uint)area.Width || (uint)y >= (uint)area.Height)
        {
            return;
        }

        // A wide character cut by this piece's right edge must not reach into the neighbour.
        var fits = cell.Width < 2 || x + 1 < area.Width;
        buffer.Put(area.X + x, area.Y + y, fits ? cell : new Cell(" ", 1, cell.Style));
    }

    /// <summary>Writes one line, cut at the right edge or after <paramref name="most"/> cells; returns the column after it.</summary>
    public int Text(int x, int y, string text, CellStyle style, int most = int.MaxValue)
    {
        var end = most == int.MaxValue ? area.Width : Math.Min(area.Width, x + most);
        var at = 0;
        while (at < text.Length)
        {
            var length = TextWidth.Next(text.AsSpan(at), out var cells);
            if (x + cells > end)
            {
                break;
            }

            if (cells > 0)
            {
                var cluster = Cluster(text, at, length);
                Put(x, y, new Cell(buffer.AsciiOnly && cluster == "…" ? "." : cluster, (byte)cells, style));
                x += cells;
            }

            at += length;
        }

        return x;
    }

    /// <summary>As <see cref="Text"/>, with an ellipsis when it does not fit.</summary>
    public int TextFit(int x, int y, string text, CellStyle style, int most, string mark = "…") =>
        Text(x, y, TextWidth.Fit(text, Math.Min(most, area.Width - x), mark), style);

    public void HorizontalLine(int x, int y, int length, string glyph, CellStyle style)
    {
        for (var i = 0; i < length; i++)
        {
            Put(x + i, y, new Cell(glyph, 1, style));
        }
    }

    private static string Cluster(string text, int at, int length) =>
        length == 1 && text[at] < 128 ? Ascii[text[at]] : text.Substring(at, length);

    private static readonly string[] Ascii = [.. Enumerable.Range(0, 128).Select(code => ((char)code).ToString())];
}
