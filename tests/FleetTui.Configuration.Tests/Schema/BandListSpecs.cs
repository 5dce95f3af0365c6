using System.Text;

namespace FleetTui.Configuration.Tests.Schema;

public sealed class BandListSpecs
{
    [Theory]
    [InlineData("20260428001000, 001500, 002000…", "00:10:00", "01:00:00", "00:05:00")]
    [InlineData("001000, 001500 … 005500", "00:10:00", "01:00:00", "00:05:00")]
    [InlineData("20260428001000, 20260428001500 ... 20260428002500", "00:10:00", "00:30:00", "00:05:00")]
    [InlineData("001000,001001,001002", "00:10:00", "00:10:03", "00:00:01")]
    public void A_band_can_be_written_down_as_its_versions(string list, string from, string to, string step)
    {
        var band = Load($"ps3 = \"{list}\"\nwin = \"20260428010000, 010500…\"").Configuration!.Migrations.Bands["ps3"];
        Assert.Equal((TimeSpan.Parse(from, null), TimeSpan.Parse(to, null), TimeSpan.Parse(step, null)), (band.From, band.To, band.Step));
    }

    [Fact]
    public void The_last_goes_on_to_midnight() => Assert.Equal(TimeSpan.FromDays(1), Load("win = \"010000, 010500…\"").Configuration!.Migrations.Bands["win"].To);

    [Theory]
    [InlineData("001000, 001500 … 009500", "names 009500, which is no time: HHMMSS is not a decimal number, minutes and seconds end at 59. (of the 18 numbers from 001000 to 009500 only 10 are times; after 005500 in steps of five minutes comes 010000)")]
    [InlineData("005500, 006000…", "names 006000, which is no time: HHMMSS is not a decimal number, minutes and seconds end at 59. (of the 2 numbers from 005500 to 006000 only 1 are times; after 005500 in steps of five minutes comes 010000)")]
    [InlineData("001000", "must be versions such as \"001000, 001500, 002000…\" or \"001000, 001500 … 005500\".")]
    [InlineData("001500, 001000…", "goes from 001500 to 001000: versions of a band grow.")]
    [InlineData("001000, 001500, 002500…", "has 00:05:00 between its first two versions and 00:10:00 between 001500 and 002500. (one step for the whole band)")]
    [InlineData("001000, 001500 … 001700", "does not come to 001700 from 001000 in steps of 00:05:00.")]
    public void Its_traps_are_told(string list, string problem) =>
        Assert.Equal([$"fleet.toml:5:7: migrations.bands.ps3 {problem}"], Load($"ps3 = \"{list}\"").Errors.Select(error => error.ToString()));

    [Fact]
    public void Overlaps_are_found_in_lists_as_well() =>
        Assert.Contains("overlap at 01:00:00", Assert.Single(Load("ps3 = \"001000, 001500 … 010000\"\nwin = \"010000, 010500…\"").Errors).Message, StringComparison.Ordinal);

    private static ConfigurationResult Load(string bands) => ConfigurationLoader.Read(new(
        "/r", null, Encoding.UTF8.GetBytes($"[migrations]\nscheme = \"bands\"\nstep = \"5m\"\n[migrations.bands]\n{bands}\n"), "slot = [{ id = \"ps3\" }, { id = \"win\" }]"u8.ToArray()));
}
