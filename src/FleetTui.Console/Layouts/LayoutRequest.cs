namespace FleetTui.Console.Layouts;

/// <summary>Everything a layout depends on.</summary>
/// <param name="Slots">How many slots there are.</param>
/// <param name="Focus">Index of the slot with the keyboard.</param>
/// <param name="Shown">Indexes that shall be live where not all are, in order of place; the focus is always among them.</param>
public sealed record LayoutRequest(
    int Columns,
    int Rows,
    int Slots,
    int Focus,
    LayoutKind Kind,
    RailWidth Rail,
    bool Zoomed,
    IReadOnlyList<int> Shown);
