using FleetTui.Console.Tests.Fakes;

namespace FleetTui.Console.Tests.Screens;

public sealed class ScreenSpecs
{
    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 40)]
    [InlineData(200, 50)]
    [InlineData(400, 120)]
    [InlineData(60, 16)]
    [InlineData(30, 8)]
    public void The_fleet_is_seen_at_every_size(int columns, int rows) =>
        Snapshot.Matches($"fleet-{columns}x{rows}", new SampleFleet(columns, rows).Screen());

    [Fact]
    public void Zoom_gives_one_slot_all_but_a_title_and_the_status_line() =>
        Snapshot.Matches("zoom-80x24", new SampleFleet(80, 24).Press("C-b z").Screen());

    [Fact]
    public void Ascii_draws_with_nothing_else() =>
        Assert.DoesNotContain(
            new SampleFleet(200, 50, SampleFleet.Options with { Ascii = true }).Screen(),
            character => character > '~' && !"世界👍\n".Contains(character, StringComparison.Ordinal) && !char.IsSurrogate(character));
}
