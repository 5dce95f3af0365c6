using FleetTui.LandingSoak;

namespace FleetTui.Landing.Tests;

/// <summary>A short run of scripts/soak.</summary>
public sealed class SoakSpecs
{
    [Theory]
    [InlineData(1)]
    public async Task A_random_fleet_whose_lanes_are_killed_loses_nothing(int seed) => Assert.Null(await FleetRun.ExecuteAsync(seed, 2, new SoakCounts()));
}
