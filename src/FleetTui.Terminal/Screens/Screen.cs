using FleetTui.Terminal.Cells;
using FleetTui.Terminal.Modes;
using FleetTui.Terminal.Rows;
using FleetTui.Terminal.Scrollback;

namespace FleetTui.Terminal.Screens;

/// <summary>
/// The drawing surface: main and alternate grid, the cursor they share (as in xterm), margins, tab stops, and the lines above.
/// What is drawn on it is in <see cref="Printer"/>, <see cref="CursorMotion"/>, <see cref="Scroller"/>, <see cref="LineEditor"/>, <see cref="Eraser"/>, <see cref="Rectangles"/>.
/// </summary>
internal sealed class Screen
{
    private const uint Unknown = uint.MaxValue;
    private readonly CursorState[] saved = new CursorState[2];
    private readonly RowEncoder encoder;
    private uint penStyle;
    private uint eraseStyle;
    private int scrolled;
    private bool scrolledOddly;

    public Screen(int columns, int rows, int scrollbackLines, ModeSet modes)
    {
        Main = new Grid(columns, rows);
        Alternate = new Grid(columns, rows);
        Lines = new LineStore(scrollbackLines);
        Modes = modes;
        encoder = new RowEncoder(Tables);
        Margins = Margins.Full(columns, rows);
    }

    /// <summary>The cursor; shared by both screens.</summary>
    public CursorState Cursor;

    public Margins Margins;

    public ModeSet Modes { get; }

    public Grid Main { get; }

    public Grid Alternate { get; }

    public LineStore Lines { get; set; }

    public CellTables Tables { get; } = new();

    public TabStops Tabs { get; } = new();

    public bool IsAlternate { get; private set; }

    public Grid Grid => IsAlternate ? Alternate : Main;

    public Row Row => Grid[Cursor.Y];

    public int Columns => Main.Columns;

    public int Rows => Main.Count;

    public bool FullWidth => Margins.Left == 0 && Margins.Right == Columns - 1;

    /// <summary>Lines that left the top since the last take while the screen moved as a whole; 0 when a mirror must take all rows anyway.</summary>
    public int Scrolled => scrolledOddly ? 0 : scrolled;

    /// <summary>The last column the cursor may write to: the right margin, or the edge when it is beyond it.</summary>
    public int RightLimit => HasDoubleRows ? Math.Min(PlainRightLimit, Math.Max(LastColumn, Cursor.X)) : PlainRightLimit;

    /// <summary>Some row is or was double-wide: what asks for the last column must look at the row.</summary>
    public bool HasDoubleRows { get; set; }

    /// <summary>The last column of the cursor's row: a double-wide one (DECDWL, DECDHL) has half of them.</summary>
    public int LastColumn => HasDoubleRows && Row.Size != 0 ? Math.Max((Columns / 2) - 1, 0) : Columns - 1;

    private int PlainRightLimit => Cursor.X <= Margins.Right ? Margins.Right : Columns - 1;

    public int LeftLimit => Cursor.X >= Margins.Left ? Margins.Left : 0;

    public bool InsideMargins => Cursor.X >= Margins.Left && Cursor.X <= Margins.Right && Cursor.Y >= Margins.Top && Cursor.Y <= Margins.Bottom;

    /// <summary>The style that printed cells get.</summary>
    public uint PenStyle => penStyle != Unknown ? penStyle : penStyle = Intern(Cursor.Pen);

    /// <summary>The style of erased cells: the pen's background alone (terminfo's bce).</summary>
    public uint EraseStyle => eraseStyle != Unknown ? eraseStyle : eraseStyle = Intern(new CellStyle { Background = Cursor.Pen.Background });

    public ref CursorState SavedCursor => ref saved[IsAlternate ? 1 : 0];

    public ref CursorState SavedOf(bool alternate) => ref saved[alternate ? 1 : 0];

    public void PenChanged() => penStyle = eraseStyle = Unknown;

    /// <summary>The number of a style; makes room first when the table is full.</summary>
    public uint Intern(in CellStyle style)
    {
        MakeRoomForStyle();
        return Tables.Styles.Intern(style);
    }

    /// <summary>Renumbers styles when there is no number left: numbers and links read before are no longer valid.</summary>
    public void MakeRoomForStyle()
    {
        if (Tables.Styles.IsFull)
            Compact();
    }

    public void Compact()
    {
        Span<CellStyle> pens = [Cursor.Pen, saved[0].Pen, saved[1].Pen];
        Tables.Compact([Main, Alternate], pens);
        (Cursor.Pen, saved[0].Pen, saved[1].Pen) = (pens[0], pens[1], pens[2]);
        PenChanged();
    }

    /// <summary>The number of a hyperlink; 0 when there is room for no more.</summary>
    public ushort LinkOf(string uri, string id)
    {
        if (Tables.Links.ShouldCompact)
            Compact();
        return Tables.Links.Intern(uri, id);
    }

    public void SwitchTo(bool alternate)
    {
        if (alternate == IsAlternate)
            return;
        IsAlternate = alternate;
        Grid.MarkDirty(0, Rows - 1);
        scrolledOddly = true;
    }

    public void ClearAll(Grid grid)
    {
        for (var y = 0; y < grid.Count; y++)
            grid[y].Clear(EraseStyle);
    }

    public void SaveCursor() => SavedCursor = Cursor;

    public void RestoreCursor()
    {
        Cursor = SavedCursor;
        Cursor.X = Math.Min(Cursor.X, Columns - 1);
        Cursor.Y = Math.Min(Cursor.Y, Rows - 1);
        if (Cursor.Origin)
        {
            // The margins may be others than when it was saved; the cursor cannot be outside them.
            Cursor.X = Math.Clamp(Cursor.X, Margins.Left, Margins.Right);
            Cursor.Y = Math.Clamp(Cursor.Y, Margins.Top, Margins.Bottom);
        }

        Cursor.PendingWrap &= Cursor.X == Columns - 1 || Cursor.X == Margins.Right;
        Modes[TerminalMode.Origin] = Cursor.Origin;
        PenChanged();
    }

    /// <summary>Packs the top rows of the main screen into the scrollback, before they are rotated away.</summary>
    public void Keep(int count, bool wholeScreen)
    {
        for (var y = 0; y < count; y++)
            Lines.Append(Lines.Limit > 0 ? encoder.Encode(Main[y]) : default);
        scrolled = Math.Min(scrolled + count, 1 << 20);
        scrolledOddly |= !wholeScreen;
    }

    public ReadOnlySpan<byte> Encode(Row row) => encoder.Encode(row);

    /// <summary>Everything must be painted anew.</summary>
    public void MarkAll()
    {
        Grid.MarkDirty(0, Rows - 1);
        scrolledOddly = true;
    }

    public bool TakeDirty(Span<bool> rows)
    {
        var grid = Grid;
        var any = scrolled > 0 || scrolledOddly;
        for (var y = 0; y < grid.Count; y++)
        {
            var row = grid[y];
            rows[y] = row.Dirty || scrolledOddly;
            any |= row.Dirty;
            row.Dirty = false;
        }

        scrolled = 0;
        scrolledOddly = false;
        return any;
    }

    /// <summary>Fits both screens to a new size; only the main one reflows.</summary>
    public void Resize(int columns, int rows)
    {
        new Reflow(this, columns, rows).Main(ref IsAlternate ? ref saved[0] : ref Cursor);
        Alternate.Crop(columns, rows);
        Margins = Margins.Full(columns, rows);
        Clamp(ref Cursor);
        Clamp(ref saved[0]);
        Clamp(ref saved[1]);
        MarkAll();
    }

    private void Clamp(ref CursorState cursor)
    {
        var x = Math.Min(cursor.X, Columns - 1);
        cursor.PendingWrap &= x == cursor.X && x == Columns - 1;
        cursor.X = x;
        cursor.Y = Math.Clamp(cursor.Y, 0, Rows - 1);
    }

    /// <summary>DECSWL, DECDWL, DECDHL for the cursor's row; not while there are side margins to be set (DECLRMM).</summary>
    public void SetRowSize(byte size)
    {
        if (Modes[TerminalMode.LeftRightMargins])
            return;
        Row.Size = size;
        Row.Dirty = true;
        HasDoubleRows |= size != 0;
        Cursor.X = Math.Min(Cursor.X, LastColumn);
    }

    /// <summary>All rows are single-wide again.</summary>
    public void ResetRowSizes()
    {
        for (var y = 0; HasDoubleRows && y < Rows; y++)
        {
            var row = Grid[y];
            row.Dirty |= row.Size != 0;
            row.Size = 0;
        }
    }

    public void ResetCursor()
    {
        HasDoubleRows = false;
        Cursor = default;
        saved[0] = saved[1] = default;
        Margins = Margins.Full(Columns, Rows);
        PenChanged();
    }
}
