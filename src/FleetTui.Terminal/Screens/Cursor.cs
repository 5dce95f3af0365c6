using FleetTui.Terminal.Cells;

namespace FleetTui.Terminal.Screens;

/// <summary>Where the next character goes and how it will look. What DECSC saves is a copy of this.</summary>
internal struct CursorState
{
    public int X;
    public int Y;

    /// <summary>A character was written into the last column: the next one wraps first.</summary>
    public bool PendingWrap;

    /// <summary>DECOM: rows and columns count from the margins.</summary>
    public bool Origin;

    public CellStyle Pen;
    public Charsets Charsets;

    /// <summary>SPA/EPA's protection (ISO), which ED and EL respect; DECSCA's is an attribute of the pen.</summary>
    public bool IsoProtected;
}
