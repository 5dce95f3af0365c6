using FleetTui.Console.Tests.Fakes;

namespace FleetTui.Console.Tests.Boards;

public sealed class LaneBoardSpecs
{
    [Fact]
    public void What_is_held_says_why_and_on_a_line_of_its_own_what_to_do()
    {
        var lines = new SampleFleet(120, 40).Press("C-b Q").Screen().Split('\n').Select(line => line.Trim('│', ' ')).ToList();
        var why = lines.IndexOf("conflict with ps2 in blog/index.md");
        Assert.True(why > 0, "the reason without the fix is a line");
        Assert.Equal("fix: git fetch origin && git rebase origin/main", lines[why + 1]);
    }

    [Fact]
    public void A_held_slot_without_a_known_fix_says_where_to_look()
    {
        var fleet = new SampleFleet(120, 40);
        fleet.Model.Lane = fleet.Model.Lane! with { Queue = [.. fleet.Model.Lane.Queue.Select(entry => entry with { Reason = "the remote said no.", Fix = "" })] };
        Assert.Contains("fix: as it says; V shows what it is", fleet.Press("C-b Q").Screen(), StringComparison.Ordinal);
        Assert.Contains("the remote said no.", fleet.Screen(), StringComparison.Ordinal);
    }
}
