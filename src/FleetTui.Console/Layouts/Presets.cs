using FleetTui.Console.Compositing;

namespace FleetTui.Console.Layouts;

/// <summary>tmux's layouts by name, as trees (tmux(1), "select-layout").</summary>
public static class Presets
{
    public static readonly IReadOnlyList<string> Names = ["even-horizontal", "even-vertical", "main-horizontal", "main-vertical", "tiled"];

    /// <summary>A tree of the places, or of as many as fit, <paramref name="main"/> always among them.</summary>
    /// <param name="comfortable">A place counts as fitting from 40×10 on; else from the least that a place can have.</param>
    public static LayoutNode Tree(string name, IReadOnlyList<string> places, string main, Rect space, bool comfortable)
    {
        var (width, height) = comfortable ? (ScreenPlanner.LeastTileColumns - 1, ScreenPlanner.LeastTileRows) : (TreePlanner.LeastColumns, TreePlanner.LeastRows);
        var across = Math.Max(1, (space.Width + 1) / (width + 1));
        var down = Math.Max(1, space.Height / height);
        var others = places.Where(place => place != main).ToList();
        return name switch
        {
            "even-horizontal" => Line(rows: false, Window(places, main, across))!,
            "even-vertical" => Line(rows: true, Window(places, main, down))!,
            "main-horizontal" when down > 1 => Main(rows: true, main, Line(rows: false, others.Take(across).ToList()), space.Height, MainSize(space.Height, SlotSize.LeastRows + 1, height)),
            "main-vertical" when across > 1 => Main(rows: false, main, Line(rows: true, others.Take(down).ToList()), space.Width - 1, MainSize(space.Width - 1, SlotSize.LeastColumns, width)),
            "tiled" => Tiled(Window(places, main, across * down), space),
            _ => new LayoutPlace(main),
        };
    }

    private static LayoutNode Tiled(List<string> places, Rect space)
    {
        var shape = GridShape.For(places.Count, space.Width, space.Height, TreePlanner.LeastColumns, TreePlanner.LeastRows);
        return LayoutTree.Even(LayoutTree.Pruned(shape.Tree(places), place => !place.IsBlank)!);
    }

    /// <summary>At least a terminal's own size where the others still fit, and half of what there is.</summary>
    private static int MainSize(int cells, int terminal, int other) => Math.Clamp(Math.Max(terminal, cells / 2), 1, cells - other);

    private static LayoutNode Main(bool rows, string main, LayoutNode? others, int cells, int size) =>
        others is null ? new LayoutPlace(main) : new LayoutSplit(rows, [new LayoutPlace(main, size), others.Weighing(cells - size)]);

    private static LayoutNode? Line(bool rows, List<string> places) => places.Count switch
    {
        0 => null,
        1 => new LayoutPlace(places[0]),
        _ => new LayoutSplit(rows, [.. places.Select(place => new LayoutPlace(place))]),
    };

    /// <summary>So many neighbours in their order, the main one among them.</summary>
    private static List<string> Window(IReadOnlyList<string> places, string main, int most)
    {
        var from = Math.Clamp(places.ToList().IndexOf(main) - most + 1, 0, Math.Max(0, places.Count - most));
        return [.. places.Skip(from).Take(most)];
    }
}
