namespace FleetTui.Terminal.Cells;

/// <summary>
/// One cell as a reader sees it. <see cref="Text"/> is one grapheme cluster (never null in cells made by this library; " " where blank);
/// <see cref="Width"/> is 1 or 2, or 0 in the cell right of a wide one, whose text is then empty.
/// </summary>
public readonly record struct Cell(string Text, byte Width, CellStyle Style)
{
    public static readonly Cell Blank = new(" ", 1, CellStyle.Default);
}
