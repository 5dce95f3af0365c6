using FleetTui.Console.Compositing;
using FleetTui.Console.Layouts;
using FsCheck;
using FsCheck.Fluent;

namespace FleetTui.Console.Tests.Planning;

public sealed class LayoutTreeSpecs
{
    private static readonly Gen<LayoutNode> Trees =
        from seed in Gen.Choose(0, int.MaxValue)
        from steps in Gen.Choose(0, 14)
        select Grown(new Random(seed), steps);

    [Theory]
    [InlineData("a", "a", false, "columns(a b)")]
    [InlineData("a", "a", true, "rows(a b)")]
    [InlineData("columns(a c)", "a", false, "columns(a b c*2)")]
    [InlineData("columns(a c)", "a", true, "columns(rows(a b) c)")]
    [InlineData("rows(a*3 columns(c d)*2)", "d", true, "rows(a*3 columns(c rows(d b))*2)")]
    public void A_split_halves_its_place_and_leaves_the_others_their_cells(string before, string name, bool below, string after) =>
        Assert.Equal(after, LayoutText.Of(LayoutTree.Split(LayoutText.Parse(before)!, name, below, "b")));

    [Theory]
    [InlineData("columns(a b c)", "b", "columns(a*2 c)")]
    [InlineData("columns(a b c)", "a", "columns(b*2 c)")]
    [InlineData("rows(a columns(b c))", "c", "rows(a b)")]
    [InlineData("rows(a columns(b rows(c d)))", "b", "rows(a*2 c d)")]
    [InlineData("a", "a", null)]
    public void Cells_of_a_place_that_goes_are_its_neighbours(string before, string name, string? after) =>
        Assert.Equal(after, LayoutTree.Without(LayoutText.Parse(before)!, name) is { } left ? LayoutText.Of(left) : null);

    [Fact]
    public void Rotating_moves_every_slot_one_place_and_back_again()
    {
        var tree = LayoutText.Parse("rows(a columns(b c)*2)")!;
        Assert.Equal("rows(c columns(a b)*2)", LayoutText.Of(LayoutTree.Rotated(tree, back: false)));
        Assert.Equal("rows(b columns(c a)*2)", LayoutText.Of(LayoutTree.Rotated(tree, back: true)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("rows(a)")]
    [InlineData("rows(a b")]
    [InlineData("rows(a b))")]
    [InlineData("rows(a a)")]
    [InlineData("heap(a b)")]
    [InlineData("rows(a*0 b)")]
    [InlineData("rows(a*-1 b)")]
    [InlineData("rows( a b)")]
    [InlineData("rows(a*99999999999 b)")]
    public void A_text_that_is_no_tree_is_refused(string text) => Assert.Null(LayoutText.Parse(text));

    [Fact]
    public void A_tree_kept_as_text_is_the_same_tree() => Prop.ForAll(
        Trees.ToArbitrary(),
        tree => LayoutText.Of(LayoutText.Parse(LayoutText.Of(tree))!) == LayoutText.Of(tree)).QuickCheckThrowOnFailure();

    [Fact]
    public void Places_cover_every_cell_once_and_are_never_below_their_least()
    {
        var cases = from tree in Trees from columns in Gen.Choose(12, 400) from rows in Gen.Choose(2, 120) select (tree, columns, rows);
        Prop.ForAll(cases.ToArbitrary(), item =>
        {
            var space = new Rect(3, 2, item.columns, item.rows);
            if (!TreePlanner.Fits(item.tree, space))
            {
                return true;
            }

            var plan = TreePlanner.Plan(item.tree, space, framed: false);
            var covered = new int[item.columns * item.rows];
            foreach (var area in plan.Places.Select(place => place.Area).Concat(plan.Borders.Where(border => !border.Rows).Select(border => border.Area)))
            {
                for (var y = area.Y; y < area.Bottom; y++)
                {
                    for (var x = area.X; x < area.Right; x++)
                    {
                        covered[((y - space.Y) * item.columns) + x - space.X]++;
                    }
                }
            }

            return covered.All(times => times == 1)
                && plan.Places.All(place => place.Area.Width >= TreePlanner.LeastColumns && place.Area.Height >= TreePlanner.LeastRows)
                && plan.Places.Select(place => place.Place.Name).SequenceEqual(item.tree.Places().Select(place => place.Name));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_dragged_border_goes_at_most_as_far_as_it_is_drawn_and_loses_no_place()
    {
        var cases = from tree in Trees from columns in Gen.Choose(60, 400) from rows in Gen.Choose(20, 120) from which in Gen.Choose(0, 100) from cells in Gen.Choose(-40, 40) select (tree, columns, rows, which, cells);
        Prop.ForAll(cases.ToArbitrary(), item =>
        {
            var space = new Rect(0, 0, item.columns, item.rows);
            if (!TreePlanner.Fits(item.tree, space) || TreePlanner.Plan(item.tree, space, false).Borders is not { Count: > 0 } borders)
            {
                return true;
            }

            var border = borders[item.which % borders.Count];
            var moved = TreePlanner.Moved(item.tree, space, border, item.cells);
            var now = TreePlanner.Plan(moved, space, false).Borders.Single(other => other.Path.SequenceEqual(border.Path) && other.Before == border.Before);
            var by = border.Rows ? now.Area.Y - border.Area.Y : now.Area.X - border.Area.X;
            return by * item.cells >= 0
                && Math.Abs(by) <= Math.Abs(item.cells)
                && TreePlanner.Fits(moved, space)
                && moved.Places().Select(place => place.Name).SequenceEqual(item.tree.Places().Select(place => place.Name));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Splitting_and_closing_never_lose_or_double_another_place()
    {
        Prop.ForAll(Trees.ToArbitrary(), tree =>
        {
            var names = tree.Places().Select(place => place.Name).ToList();
            return names.Distinct().Count() == names.Count && names.All(name =>
            {
                var left = LayoutTree.Without(tree, name)?.Places().Select(place => place.Name) ?? [];
                return left.SequenceEqual(names.Where(other => other != name)) && IsNormal(tree);
            });
        }).QuickCheckThrowOnFailure();
    }

    private static bool IsNormal(LayoutNode node) => node is not LayoutSplit split
        || (split.Children.Count > 1 && split.Children.All(child => child.Weight > 0 && IsNormal(child) && (child is not LayoutSplit inner || inner.Rows != split.Rows)));

    private static LayoutNode Grown(Random random, int steps)
    {
        LayoutNode tree = new LayoutPlace("s0");
        for (var step = 1; step <= steps; step++)
        {
            var names = tree.Places().Select(place => place.Name).ToList();
            var name = names[random.Next(names.Count)];
            tree = random.Next(5) == 0 && names.Count > 1 ? LayoutTree.Without(tree, name)! : LayoutTree.Split(tree, name, random.Next(2) == 0, $"s{step}");
        }

        return tree;
    }
}
