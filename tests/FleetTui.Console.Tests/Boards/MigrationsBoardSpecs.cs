using FleetTui.Console.Boards.Migrations;
using FleetTui.Console.Tests.Fakes;

namespace FleetTui.Console.Tests.Boards;

public sealed class MigrationsBoardSpecs
{
    [Fact]
    public async Task One_goes_from_day_to_day_to_days_with_files_and_back_to_today()
    {
        var fleet = await OpenAsync();
        await fleet.Press("[").SettleAsync();
        await fleet.Press("[").SettleAsync();
        await fleet.Press("]").SettleAsync();
        await fleet.Press("{").SettleAsync();
        await fleet.Press("t").SettleAsync();
        Assert.Equal(["day ", "day 2026-11-19", "day 2026-11-18", "day 2026-11-19", "day 2026-11-17", "day "], fleet.Api.Looked);
        fleet.Press("}");
        Assert.Contains("no migration is newer", fleet.StatusLine(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_version_is_asked_for_the_chosen_slot()
    {
        var fleet = await OpenAsync();
        await fleet.Press("Down n").SettleAsync();
        Assert.Contains("next for win: 20261120143010", fleet.StatusLine(), StringComparison.Ordinal);
        Assert.IsType<MigrationsBoard>(fleet.Model.Board);
    }

    [Fact]
    public async Task What_collides_is_mended_from_the_view()
    {
        var fleet = await OpenAsync();
        await fleet.Press("f").SettleAsync();
        Assert.Contains("ps2: renamed a.sql to b.sql", fleet.StatusLine(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collision_is_a_cross_in_the_day_and_told_in_words()
    {
        var screen = (await OpenAsync()).Screen();
        Assert.Contains("ps2 and ps3 use version 20261120140500", screen, StringComparison.Ordinal);
        Assert.Contains("✗", screen.Split('\n').Single(line => line.Contains(" vscode  ", StringComparison.Ordinal) && line.Contains('░', StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    private static async Task<SampleFleet> OpenAsync() => await new SampleFleet(120, 40).Press("C-b S").SettleAsync();
}
