using FleetTui.Console.Compositing;
using FleetTui.Console.Layouts;

namespace FleetTui.Console.Commands;

/// <summary>Moving the borders between places.</summary>
internal static class Borders
{
    /// <summary>The border that resizing a place moves: the one after it, or before it where it is the last, as in tmux. Null where it has none.</summary>
    public static PlanBorder? Of(LayoutNode tree, string name, bool rows)
    {
        var path = LayoutTree.PathTo(tree, name)!.ToArray();
        for (var depth = path.Length - 1; depth >= 0; depth--)
        {
            if (LayoutTree.At(tree, path.AsSpan(0, depth)) is LayoutSplit split && split.Rows == rows)
            {
                var child = path[depth];
                return new PlanBorder(default, rows, path[..depth], child < split.Children.Count - 1 ? child : child - 1);
            }
        }

        return null;
    }

    public static void Move(CommandContext context, OwnLayout own, int page, PlanBorder border, int by)
    {
        var space = context.Model.Plan.Space;
        if (TreePlanner.Fits(own.Pages[page], space))
        {
            Cutting.Take(context, own.With(page, TreePlanner.Moved(own.Pages[page], space, border, by)));
        }
    }

    /// <summary>Brings a border that is being dragged to a cell; returns it as it is then, or null when it is gone.</summary>
    public static PlanBorder? Drag(CommandContext context, PlanBorder border, int x, int y)
    {
        var model = context.Model;
        if (border.IsRail)
        {
            RailCommands.Widen(context, x + 1);
            return model.Plan.Borders.FirstOrDefault(now => now.IsRail);
        }

        if (model.Plan.Kind != LayoutKind.Own)
        {
            // Blank places of a grid go with the change, and paths with them: the border is the one at its old place.
            var (own, _) = Cutting.Begin(model);
            Cutting.Take(context, own);
            if (Same(model.Plan, border.Area, border.Rows) is not { } again)
            {
                return null;
            }

            border = again;
        }

        var (all, page) = Cutting.Begin(model);
        Move(context, all, page, border, border.Rows ? y - border.Area.Y : x - border.Area.X);
        return model.Plan.Borders.FirstOrDefault(now => now.Rows == border.Rows && now.Before == border.Before && now.Path.SequenceEqual(border.Path));
    }

    private static PlanBorder? Same(ScreenPlan plan, Rect area, bool rows) =>
        plan.Borders.FirstOrDefault(border => !border.IsRail && border.Rows == rows && !border.Area.Intersect(area).IsEmpty);
}
