using FleetTui.Api.Client;

namespace FleetTui.Cli.Tests.Verbs;

public sealed class StatusWatchSpecs
{
    [Fact]
    public async Task Only_what_changed_is_told_in_plain_lines()
    {
        var first = Samples.Status();
        var working = first with { Slots = [first.Slots[0] with { State = "working", Detail = "", Attention = false }] };
        var landed = working with { Slots = [working.Slots[0] with { Landing = "landed", LandingReason = "" }], Lane = working.Lane with { State = "paused" } };
        var fleet = new FakeFleet();
        fleet.Updates.AddRange(new[] { first, first, working, landed }.Select(status => new FleetUpdate(status, null)));

        var run = await CommandRun.OfAsync(fleet, "status", "--watch");

        Assert.Equal(0, run.Code);
        Assert.Equal(
            ["ps2: needs you, needs-input, question, role blog", "ps2: held by the lane, conflicts with win in README.md", "lane: idle", "ps2: working", "ps2: landed", "lane: paused"],
            run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[10..]));
        Assert.DoesNotContain('\e', run.Output);
    }
}
