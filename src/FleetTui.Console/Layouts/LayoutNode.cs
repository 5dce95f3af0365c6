namespace FleetTui.Console.Layouts;

/// <summary>A page cut into places by the user: a tree of rows and columns. It knows nothing of cells; <see cref="TreePlanner"/> gives it a window.</summary>
/// <param name="Weight">The share of its parent's cells, relative to its neighbours; at least 1.</param>
public abstract record LayoutNode(int Weight)
{
    public LayoutNode Weighing(int weight) => this with { Weight = Math.Max(1, weight) };
}

/// <summary>A leaf.</summary>
/// <param name="Name">A slot's id; <c>#1</c>, <c>#2</c>… for a place that waits for a slot; empty for cells that nobody asked for.</param>
public sealed record LayoutPlace(string Name, int Weight = 1) : LayoutNode(Weight)
{
    public static readonly LayoutPlace Blank = new("");

    public bool IsSlot => Name.Length > 0 && Name[0] != '#';

    public bool IsEmpty => Name.Length > 0 && Name[0] == '#';

    public bool IsBlank => Name.Length == 0;
}

/// <summary>Two nodes or more, above each other or side by side.</summary>
/// <param name="Rows">Above each other.</param>
public sealed record LayoutSplit(bool Rows, IReadOnlyList<LayoutNode> Children, int Weight = 1) : LayoutNode(Weight);
