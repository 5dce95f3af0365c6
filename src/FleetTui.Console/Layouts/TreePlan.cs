using FleetTui.Console.Compositing;

namespace FleetTui.Console.Layouts;

/// <summary>A border that can be moved: between the children <paramref name="Before"/> and <paramref name="Before"/>+1 of the split at <paramref name="Path"/>.</summary>
/// <param name="Rows">It lies between rows; the area is then the header of what is below.</param>
public sealed record PlanBorder(Rect Area, bool Rows, int[] Path, int Before)
{
    /// <summary>It is the rail's, and no tree's.</summary>
    public bool IsRail => Before < 0;

    public static PlanBorder OfRail(Rect area) => new(area, Rows: false, [], -1);
}

/// <summary>What <see cref="TreePlanner"/> gives.</summary>
public sealed record TreePlan(List<(LayoutPlace Place, Rect Area)> Places, List<PlanBorder> Borders, List<PlanLine> Lines);
