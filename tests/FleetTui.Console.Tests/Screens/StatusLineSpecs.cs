using FleetTui.Console.Status;
using FleetTui.Console.Tests.Fakes;

namespace FleetTui.Console.Tests.Screens;

public sealed class StatusLineSpecs
{
    [Fact]
    public void Clock_title_hints_and_names_go_in_this_order_and_the_counts_never()
    {
        var fleet = new SampleFleet(200, 50);
        fleet.Panes["vscode"].Title = "the title";
        var gone = new List<string>();
        for (var columns = 160; columns >= 40; columns--)
        {
            var line = Line(fleet, columns);
            foreach (var (name, text) in new[] { ("clock", "14:30"), ("title", "the title"), ("hint", "M-a next"), ("keys", "C-b ? keys"), ("names", " win") })
            {
                if (!line.Contains(text, StringComparison.Ordinal) && !gone.Contains(name))
                {
                    gone.Add(name);
                }
            }

            Assert.Contains("!1 ✗1", line, StringComparison.Ordinal);
            Assert.Contains("LANE ▸ ps2 landing", line, StringComparison.Ordinal);
        }

        Assert.Equal(["clock", "title", "keys", "hint", "names"], gone);
    }

    [Fact]
    public void The_lane_is_named_once_also_in_its_own_view()
    {
        var line = new SampleFleet(120, 40).Press("C-b Q").StatusLine();
        Assert.StartsWith(" LANE  ▸ ps2 landing", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_paused_lane_says_which_key_lets_it_go_on()
    {
        var fleet = new SampleFleet(120, 40);
        fleet.Model.Lane = fleet.Model.Lane! with { State = "paused", Reason = "The lane is paused: fleet lane resume." };
        Assert.Contains("HELD: C-b H lets it go on", fleet.StatusLine(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(80, 24, "C-b z")]
    [InlineData(80, 24, "C-b Q")]
    [InlineData(60, 20, "")]
    public void The_signs_of_all_slots_stand_in_the_line_where_nothing_else_shows_them(int columns, int rows, string keys)
    {
        var fleet = new SampleFleet(columns, rows).Press(keys);
        Assert.Contains("!●○▸✓=✗○□?●~", fleet.StatusLine(), StringComparison.Ordinal);
        Assert.DoesNotContain("!●○▸✓=✗○□?●~", new SampleFleet(80, 24).StatusLine(), StringComparison.Ordinal);
    }

    private static string Line(SampleFleet fleet, int columns)
    {
        var (left, right) = PieceLine.Fit(StatusLine.Left(fleet.Model), StatusLine.Right(fleet.Model), columns);
        return string.Concat(left.Concat(right).Select(piece => piece.Text));
    }
}
