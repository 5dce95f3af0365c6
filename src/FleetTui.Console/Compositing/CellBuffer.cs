using FleetTui.Terminal.Cells;

namespace FleetTui.Console.Compositing;

/// <summary>
/// A screen's worth of cells. Keeps wide characters whole: whoever overwrites one half blanks the other,
/// and a wide character that does not fit at the right edge becomes a blank.
/// </summary>
public sealed class CellBuffer
{
    private Cell[] _cells;
    private bool[] _touched;

    public CellBuffer(int width, int height)
    {
        Width = width;
        Height = height;
        _cells = new Cell[width * height];
        _touched = new bool[height];
        Clear();
    }

    /// <summary>What the link numbers in the cells mean.</summary>
    public LinkBook Links { get; } = new();

    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>The console's own texts must do with ASCII; panes' cells are as their programs made them.</summary>
    public bool AsciiOnly { get; set; }

    public ref readonly Cell this[int x, int y] => ref _cells[(y * Width) + x];

    public ReadOnlySpan<Cell> Row(int y) => _cells.AsSpan(y * Width, Width);

    public void Clear()
    {
        _cells.AsSpan().Fill(Cell.Blank);
        _touched.AsSpan().Fill(true);
    }

    /// <summary>Blanks a stretch of a row, which lies inside the buffer.</summary>
    public void Blank(int x, int y, int width)
    {
        _cells.AsSpan((y * Width) + x, width).Fill(Cell.Blank);
        _touched[y] = true;
    }

    /// <summary>Whether a row was drawn on since this was last asked: the one that writes frames asks, and need not compare the others.</summary>
    public bool TakeTouched(int y)
    {
        var touched = _touched[y];
        _touched[y] = false;
        return touched;
    }

    /// <summary>How many rows of an area were drawn on.</summary>
    public int TouchedRows(Rect area) => _touched.AsSpan(area.Y, area.Height).Count(true);

    /// <summary>As if the rows of an area had been drawn on.</summary>
    public void Touch(Rect area) => _touched.AsSpan(area.Y, area.Height).Fill(true);

    /// <summary>Moves the rows of an area up by some, down when negative; blank ones come in.</summary>
    public void MoveRows(Rect area, int up)
    {
        for (var i = 0; i < area.Height; i++)
        {
            var y = up > 0 ? area.Y + i : area.Bottom - 1 - i;
            var to = _cells.AsSpan((y * Width) + area.X, area.Width);
            if (y + up >= area.Y && y + up < area.Bottom)
            {
                _cells.AsSpan(((y + up) * Width) + area.X, area.Width).CopyTo(to);
            }
            else
            {
                to.Fill(Cell.Blank);
            }
        }

        Touch(area);
    }

    public void Resize(int width, int height)
    {
        if (width == Width && height == Height)
        {
            return;
        }

        Width = width;
        Height = height;
        _cells = new Cell[width * height];
        _touched = new bool[height];
        Clear();
    }

    public void CopyFrom(CellBuffer other)
    {
        Resize(other.Width, other.Height);
        other._cells.CopyTo(_cells.AsSpan());
        _touched.AsSpan().Fill(true);
    }

    /// <summary>Copies one row of a buffer of the same size.</summary>
    public void CopyRow(CellBuffer other, int y)
    {
        other.Row(y).CopyTo(_cells.AsSpan(y * Width, Width));
        _touched[y] = true;
    }

    /// <summary>Puts a cell; positions outside, and the right half alone of a wide character, are ignored.</summary>
    public void Put(int x, int y, in Cell cell)
    {
        if ((uint)x >= (uint)Width || (uint)y >= (uint)Height || cell.Width == 0)
        {
            return;
        }

        _touched[y] = true;
        var row = _cells.AsSpan(y * Width, Width);
        if (cell.Width == 2 && x + 1 >= Width)
        {
            Split(row, x);
            row[x] = new Cell(" ", 1, cell.Style);
            return;
        }

        Split(row, x);
        if (cell.Width == 2)
        {
            Split(row, x + 1);
            row[x + 1] = new Cell("", 0, cell.Style);
        }

        row[x] = cell.Text is null ? Cell.Blank : cell;
    }

    /// <summary>Changes only how a cell is painted.</summary>
    public void Restyle(int x, int y, Func<CellStyle, CellStyle> change)
    {
        if ((uint)x < (uint)Width && (uint)y < (uint)Height)
        {
            _touched[y] = true;
            ref var cell = ref _cells[(y * Width) + x];
            cell = cell with { Style = change(cell.Style) };
        }
    }

    /// <summary>The text of a row without trailing blanks; for tests and copies.</summary>
    public string TextOf(int y)
    {
        var text = new System.Text.StringBuilder(Width);
        foreach (ref readonly var cell in Row(y))
        {
            text.Append(cell.Text);
        }

        return text.ToString().TrimEnd(' ');
    }

    private static void Split(Span<Cell> row, int x)
    {
        if (row[x].Width == 0 && x > 0)
        {
            row[x - 1] = new Cell(" ", 1, row[x - 1].Style);
        }
        else if (row[x].Width == 2 && x + 1 < row.Length)
        {
            row[x + 1] = new Cell(" ", 1, row[x + 1].Style);
        }
    }
}
