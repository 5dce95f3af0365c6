using FleetTui.Console.Tests.Fakes;

namespace FleetTui.Console.Tests.Behaviour;

/// <summary>What is asked before landing now (<c>prefix G</c>).</summary>
public sealed class LandQuestionSpecs
{
    [Theory]
    [InlineData("win", "land win now (2 commits of claude/win-wip to origin/main; place 2 of 2; after the train that is checking)? (y/n)")]
    [InlineData("ps4", "land ps4 now (1 commit of claude/ps4-wip to origin/main; held: tried again; after the train that is checking)? (y/n)")]
    public void It_names_the_branch_the_commits_the_place_and_the_checks(string slot, string question) =>
        Assert.Equal(question, Land(slot).StatusLine().Trim());

    [Fact]
    public async Task Where_nothing_can_land_nothing_is_asked()
    {
        var fleet = Land("ps1");
        Assert.Null(fleet.Model.Panel);
        Assert.Contains("nothing to land", fleet.StatusLine(), StringComparison.Ordinal);
        await fleet.SettleAsync();
        Assert.Empty(fleet.Api.Asked);
    }

    private static SampleFleet Land(string slot) => new SampleFleet(160, 50).Press($"C-b : {string.Join(' ', $"land {slot}".Select(letter => letter == ' ' ? "Space" : letter.ToString()))} Enter");
}
