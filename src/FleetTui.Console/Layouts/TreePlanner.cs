using FleetTui.Console.Compositing;

namespace FleetTui.Console.Layouts;

/// <summary>Gives a tree a window: a pure function from both to places, borders and lines.</summary>
public static class TreePlanner
{
    /// <summary>A place is never narrower.</summary>
    public const int LeastColumns = 12;

    /// <summary>A place is never lower: its header and one row.</summary>
    public const int LeastRows = 2;

    /// <summary>The fewest cells in which all places fit, headers and the columns between them included.</summary>
    public static (int Columns, int Rows) Least(LayoutNode node)
    {
        if (node is not LayoutSplit split)
        {
            return (LeastColumns, LeastRows);
        }

        var children = split.Children.Select(Least).ToList();
        return split.Rows
            ? (children.Max(child => child.Columns), children.Sum(child => child.Rows))
            : (children.Sum(child => child.Columns) + children.Count - 1, children.Max(child => child.Rows));
    }

    public static bool Fits(LayoutNode node, Rect space)
    {
        var (columns, rows) = Least(node);
        return columns <= space.Width && rows <= space.Height;
    }

    /// <param name="framed">There is a line around the space, to which the lines inside are joined.</param>
    public static TreePlan Plan(LayoutNode root, Rect space, bool framed)
    {
        var plan = new TreePlan([], [], []);
        Cut(root, space, [], plan);
        foreach (var (_, area) in plan.Places)
        {
            var left = area.X > space.X || framed ? 1 : 0;
            var right = area.Right < space.Right || framed ? 1 : 0;
            plan.Lines.Add(new PlanLine(area.X - left, area.Y, area.Width + left + right, Vertical: false));
        }

        foreach (var border in plan.Borders.Where(border => !border.Rows))
        {
            var joined = border.Area.Bottom < space.Bottom || framed ? 1 : 0;
            plan.Lines.Add(new PlanLine(border.Area.X, border.Area.Y, border.Area.Height + joined, Vertical: true));
        }

        return plan;
    }

    /// <summary>The tree after a border was moved right or down (negative: left or up); the cells of the others become their weights.</summary>
    public static LayoutNode Moved(LayoutNode root, Rect space, PlanBorder border, int by)
    {
        var area = AreaOf(root, space, border.Path);
        var split = (LayoutSplit)LayoutTree.At(root, border.Path);
        var shares = Cells(split, area);
        return LayoutTree.Weighed(root, border.Path, Shares.Moved(shares, Leasts(split), border.Before, by));
    }

    private static Rect AreaOf(LayoutNode node, Rect area, ReadOnlySpan<int> path) =>
        path.IsEmpty || node is not LayoutSplit split ? area : AreaOf(split.Children[path[0]], Areas(split, area)[path[0]], path[1..]);

    private static void Cut(LayoutNode node, Rect area, int[] path, TreePlan plan)
    {
        if (node is LayoutPlace place)
        {
            plan.Places.Add((place, area));
            return;
        }

        var split = (LayoutSplit)node;
        var areas = Areas(split, area);
        for (var i = 0; i < areas.Count; i++)
        {
            if (i > 0)
            {
                // The line at the top of a place is its header, so a border between rows takes no cells of its own.
                var line = split.Rows ? new Rect(area.X, areas[i].Y, area.Width, 1) : new Rect(areas[i].X - 1, area.Y, 1, area.Height);
                plan.Borders.Add(new PlanBorder(line, split.Rows, path, i - 1));
            }

            Cut(split.Children[i], areas[i], [.. path, i], plan);
        }
    }

    private static List<Rect> Areas(LayoutSplit split, Rect area)
    {
        var cells = Cells(split, area);
        var areas = new List<Rect>(cells.Length);
        var at = split.Rows ? area.Y : area.X;
        foreach (var share in cells)
        {
            areas.Add(split.Rows ? new Rect(area.X, at, area.Width, share) : new Rect(at, area.Y, share, area.Height));
            at += share + (split.Rows ? 0 : 1);
        }

        return areas;
    }

    private static int[] Cells(LayoutSplit split, Rect area) =>
        Shares.Of(split.Rows ? area.Height : area.Width - (split.Children.Count - 1), [.. split.Children.Select(child => child.Weight)], Leasts(split));

    private static int[] Leasts(LayoutSplit split) => [.. split.Children.Select(child => split.Rows ? Least(child).Rows : Least(child).Columns)];
}
