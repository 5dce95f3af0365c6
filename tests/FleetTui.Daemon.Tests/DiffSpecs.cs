using FleetTui.Api.Client;

namespace FleetTui.Daemon.Tests;

public sealed class DiffSpecs
{
    private const string Waits = "while read -r line; do :; done";

    private readonly CancellationToken cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_slot_has_not_landed_is_told_file_by_file_with_whose_it_is()
    {
        await using var world = await FleetWorld.CreateAsync(Waits, more: "[landing]\nmode = \"off\"\n");
        await using var daemon = world.Start();
        await world.UntilAsync(status => status.Slots.Count == 2);
        await world.Api.StartSlotsAsync(["ps1"], cancellation);
        await world.UntilAsync("ps1", slot => slot.State != "starting" && Directory.Exists(world["slots/ps1"]));
        var empty = await world.Api.DiffAsync("ps1", null, cancellation);
        Assert.Equal((0, 0, "origin/main"), (empty.Commits.Count, empty.FileCount, empty.Target));

        await world.CommitAsync("slots/ps1", "blog/new.md");
        await world.CommitAsync("slots/ps1", "docs/not-mine.md");
        File.WriteAllText(world["slots/ps1/README"], "hello\nthere\n");
        File.WriteAllText(world["slots/ps1/blog/draft.md"], "draft\n");
        var diff = await world.Api.DiffAsync("ps1", null, cancellation);

        Assert.Equal(["blog/new.md", "docs/not-mine.md"], diff.Commits.Select(commit => commit.Subject));
        Assert.Equal(
            [("committed", "added", "blog/new.md"), ("committed", "added", "docs/not-mine.md"), ("changed", "modified", "README"), ("untracked", "added", "blog/draft.md")],
            diff.Files.Select(file => (file.Part, file.Change, file.Path)));
        Assert.Equal("", diff.Files[0].Violation);
        Assert.Equal("docs/not-mine.md belongs to role docs, which no slot holds", diff.Files[1].Violation);
        Assert.Contains("in no role's domain", diff.Files[2].Violation, StringComparison.Ordinal);
        Assert.Equal([" hello", "+there"], diff.Files[2].Hunks.Single().Lines);
        Assert.Equal((4, ""), (diff.FileCount, diff.Note));

        var one = await world.Api.DiffAsync("ps1", "README", cancellation);
        Assert.Equal("README", Assert.Single(one.Files).Path);
    }

    [Fact]
    public async Task What_has_landed_meanwhile_is_no_part_of_it()
    {
        await using var world = await FleetWorld.CreateAsync(Waits);
        await using var daemon = world.Start();
        await world.UntilAsync(status => status.Slots.Count == 2);
        await world.Api.StartSlotsAsync(["ps1"], cancellation);
        await world.UntilAsync("ps1", _ => Directory.Exists(world["slots/ps1/.git"]) || File.Exists(world["slots/ps1/.git"]));
        await world.CommitAsync("slots/ps1", "blog/new.md");
        await world.UntilLoggedAsync("lane.landed");
        await world.UntilAsync("ps1", slot => slot.Ahead == 0);

        var diff = await world.Api.DiffAsync("ps1", null, cancellation);

        Assert.Equal((0, 0), (diff.Commits.Count, diff.FileCount));
    }

    [Fact]
    public async Task A_slot_that_is_not_there_or_has_no_worktree_is_told_in_one_sentence()
    {
        await using var world = await FleetWorld.CreateAsync(Waits);
        await using var daemon = world.Start();
        await world.UntilAsync(status => status.Slots.Count == 2);

        Assert.Equal(2, (await Assert.ThrowsAsync<FleetApiException>(() => world.Api.DiffAsync("nobody", null, cancellation))).ExitCode);
        var missing = await Assert.ThrowsAsync<FleetApiException>(() => world.Api.DiffAsync("ps2", null, cancellation));
        Assert.Equal(1, missing.ExitCode);
        Assert.EndsWith("of ps2 is not there; fleet up ps2 makes it.", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_is_read_back_by_pages_that_match()
    {
        await using var world = await FleetWorld.CreateAsync(Waits);
        await using var daemon = world.Start();
        await world.UntilAsync(status => status.Slots.Count == 2);
        await world.Api.StartSlotsAsync([], cancellation);
        await world.UntilLoggedAsync("slot.started", 2);
        await world.Api.PauseLaneAsync(cancellation);

        var lane = await world.Api.LogPageAsync(new LogQuery(Kind: "lane"), cancellation);
        Assert.Equal("lane.paused", lane[0].Kind);
        Assert.All(lane, entry => Assert.StartsWith("lane.", entry.Kind, StringComparison.Ordinal));
        Assert.All(await world.Api.LogPageAsync(new LogQuery(Slot: "ps2"), cancellation), entry => Assert.Equal("ps2", entry.Slot));
        Assert.DoesNotContain(await world.Api.LogPageAsync(new LogQuery(Before: lane[0].Id), cancellation), entry => entry.Id >= lane[0].Id);
        Assert.Equal([lane[0]], await world.Api.LogPageAsync(new LogQuery(Text: "PAUSED: nothing lands"), cancellation));
    }
}
