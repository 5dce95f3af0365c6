using FleetTui.Migrations.Versions;

namespace FleetTui.Migrations.Tests.Versions;

public sealed class MigrationTimeSpecs
{
    [Theory]
    [InlineData("20260428001000", true)]
    [InlineData("20260428005959", true)]
    [InlineData("20240229000000", true)]
    [InlineData("20260428006000", false)]
    [InlineData("20260428005960", false)]
    [InlineData("20260428240000", false)]
    [InlineData("20260229000000", false)]
    [InlineData("20261301000000", false)]
    [InlineData("2026042800100", false)]
    [InlineData("202604280010000", false)]
    [InlineData("2026042800100O", false)]
    [InlineData("٢0260428001000", false)]
    public void A_version_is_fourteen_digits_that_a_clock_can_show(string version, bool valid) =>
        Assert.Equal(valid ? version : null, MigrationTime.Read(version) is { } time ? MigrationTime.Write(time) : null);

    [Theory]
    [InlineData("20260428006000", "minute 60")]
    [InlineData("20260428240000", "hour 24")]
    [InlineData("20260431000000", "2026-04-31 is no date")]
    public void Why_it_cannot_is_told(string version, string reason) =>
        Assert.Contains(reason, MigrationTime.WhyNot(version), StringComparison.Ordinal);

    [Fact]
    public void Of_five_minute_steps_written_as_decimals_two_in_five_are_no_time()
    {
        // 001000, 001500, 002000 … 235500 as numbers: the trap of hand-made bands.
        var valid = Enumerable.Range(0, 480).Count(n => MigrationTime.Read($"20260428{n * 500:000000}") is not null);
        Assert.Equal(288, valid);
    }
}
