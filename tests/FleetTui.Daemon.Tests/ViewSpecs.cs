using FleetTui.Api.Client;

namespace FleetTui.Daemon.Tests;

/// <summary>What the views ask for, over HTTP from real repositories.</summary>
public sealed class ViewSpecs
{
    private const string Waits = "while read -r line; do :; done";

    private readonly CancellationToken cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_tracked_files_are_counted_by_domain_and_a_domain_can_be_tried()
    {
        await using var world = await FleetWorld.CreateAsync(Waits);
        foreach (var path in new[] { "blog/a.md", "blog/b.md", "docs/a.md", "shared/s.md" })
        {
            await world.CommitAsync(".", path);
        }

        await world.GitAsync("push", "--quiet", "origin", "main");
        await using var daemon = world.Start();
        await world.UntilAsync(status => status.Slots.Count == 2);

        var coverage = await world.Api.CoverageAsync([], cancellation);
        Assert.Equal([("blog", 2), ("docs", 1)], coverage.Roles.Select(role => (role.Role, role.Files)));
        Assert.Equal(("origin/main", 1, 3, 0), (coverage.Target, coverage.Shared, coverage.Single, coverage.Overlaps.Count));
        Assert.Equal(coverage.Tracked, coverage.Shared + coverage.Single + coverage.UncoveredFiles);
        Assert.Contains(coverage.Uncovered, group => group.Path == "README");
        Assert.Null(coverage.Tried);

        var tried = (await world.Api.CoverageAsync(["docs/*.md", "/README"], cancellation)).Tried!;
        Assert.Equal((2, 1), (tried.Files, tried.New));
        Assert.Equal(("docs", 1), (Assert.Single(tried.Overlaps).Other, tried.Overlaps[0].Files));
    }

    [Fact]
    public async Task A_day_of_migrations_has_who_owns_what_and_what_is_used()
    {
        await using var world = await FleetWorld.CreateAsync(Waits, more: "[migrations]\ndirectories = [\"db\"]\n[landing]\nmode = \"off\"\n");
        await world.CommitAsync(".", "db/20260420101500_first.sql");
        await world.GitAsync("push", "--quiet", "origin", "main");
        await using var daemon = world.Start();
        await world.UntilAsync(status => status.Slots.Count == 2);
        await world.Api.StartSlotsAsync(["ps1"], cancellation);
        await world.UntilAsync("ps1", _ => File.Exists(world["slots/ps1/.git"]));
        await world.CommitAsync("slots/ps1", "db/20260421101500_mine.sql");
        var next = await world.Api.NextMigrationAsync("ps2", null, dryRun: false, cancellation);

        var day = await world.Api.MigrationDayAsync("2026-04-21", cancellation);
        Assert.Equal(("2026-04-21", "comb", "2026-04-20"), (day.Day, day.Scheme, day.Before));
        Assert.Equal(("20260421101500", "ps1"), (Assert.Single(day.Entries).Version, day.Entries[0].Where));
        Assert.Equal(["ps1", "ps2"], day.Slots.Select(slot => slot.Slot));
        Assert.All(day.Slots, slot => Assert.Equal(slot.Used + slot.Free, slot.Capacity.Sum()));
        Assert.NotNull(day.After);

        var reserved = await world.Api.MigrationDayAsync($"{next.Version[..4]}-{next.Version[4..6]}-{next.Version[6..8]}", cancellation);
        Assert.Contains(reserved.Entries, entry => entry.Where == "reserved:ps2" && entry.Version == next.Version && entry.Owner == "ps2");

        var error = await Assert.ThrowsAsync<FleetApiException>(() => world.Api.MigrationDayAsync("yesterday", cancellation));
        Assert.Equal((2, "'yesterday' is no day: write it as 2026-11-20."), (error.ExitCode, error.Message));
    }
}
