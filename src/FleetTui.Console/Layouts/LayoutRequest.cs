namespace FleetTui.Console.Layouts;

/// <summary>Everything a layout depends on.</summary>
/// <param name="Ids">The slots; everything else here names them by their index in it.</param>
/// <param name="Focus">The slot with the keyboard.</param>
/// <param name="Shown">Slots that shall be live where not all are, in order of place; the focus is always among them.</param>
public sealed record LayoutRequest(
    int Columns,
    int Rows,
    IReadOnlyList<string> Ids,
    int Focus,
    LayoutKind Kind,
    RailWidth Rail,
    bool Zoomed,
    IReadOnlyList<int> Shown)
{
    /// <summary>All slots in the order in which places are given out.</summary>
    public IReadOnlyList<int> Order { get; init; } = [.. Enumerable.Range(0, Ids.Count)];

    /// <summary>The pages that the user cut; null for none.</summary>
    public OwnLayout? Own { get; init; }

    /// <summary>The width of a wide rail; 0 is as the window has it.</summary>
    public int RailColumns { get; init; }

    /// <summary>The empty place that has the keyboard instead of a slot.</summary>
    public string? EmptyFocus { get; init; }
}
