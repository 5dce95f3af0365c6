using FleetTui.Api.Client;

namespace FleetTui.Daemon.Tests;

/// <summary>Slots that are added and removed while the fleet runs.</summary>
public sealed class RosterSpecs
{
    private const string Waits = "while read -r line; do :; done";

    private readonly CancellationToken cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_slot_is_added_behind_the_last_with_its_worktree_and_started_and_every_comment_stays()
    {
        await using var world = await FleetWorld.CreateAsync(Waits);
        await using var daemon = world.Start();
        await world.UntilAsync(status => status.Slots.Count == 2);

        var added = await world.Api.AddSlotAsync(new SlotAddition("ps3", Like: "ps1", Role: "docs"), cancellation);

        Assert.Contains("ps3 was added with the agent work as docs and started", added.Message, StringComparison.Ordinal);
        var slot = (await world.UntilAsync("ps3", slot => slot.Pid is not null)).Slots[2];
        Assert.Equal(("ps3", 3, "docs", "work"), (slot.Id, slot.Number, slot.Role, slot.Agent));
        Assert.Equal("work/ps3-wip", await FleetWorld.GitInAsync(world[".claude/worktrees/instance-ps3"], "branch", "--show-current"));
        Assert.StartsWith(FleetWorld.TwoSlots, File.ReadAllText(world["roles.toml"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ps1", null, null, null, "There is a slot ps1 already")]
    [InlineData("PS1", null, null, null, "There is a slot ps1 already")]
    [InlineData("a b", null, null, null, "Nothing was changed")]
    [InlineData("ps3", "nobody", null, null, "There is no slot 'nobody'")]
    [InlineData("ps3", null, "blog", null, "is held by ps1 already")]
    [InlineData("ps3", null, null, "nobody", "There is no agent 'nobody'")]
    public async Task A_slot_that_makes_no_sense_is_refused_and_the_file_is_as_it_was(string id, string? like, string? role, string? agent, string told)
    {
        await using var world = await FleetWorld.CreateAsync(Waits);
        await using var daemon = world.Start();
        await world.UntilAsync(status => status.Slots.Count == 2);

        var error = await Assert.ThrowsAsync<FleetApiException>(() => world.Api.AddSlotAsync(new SlotAddition(id, like, role, agent), cancellation));

        Assert.Equal(2, error.ExitCode);
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
        Assert.Equal(FleetWorld.TwoSlots, File.ReadAllText(world["roles.toml"]));
        Assert.Equal(2, (await world.Api.StatusAsync(cancellation)).Slots.Count);
    }

    [Fact]
    public async Task A_slot_is_only_removed_when_nothing_is_lost_with_it_and_put_back_with_its_role()
    {
        await using var world = await FleetWorld.CreateAsync(Waits);
        await using var daemon = world.Start();
        await world.UntilAsync(status => status.Slots.Count == 2);
        await world.Api.StartSlotsAsync(["ps1"], cancellation);
        await world.UntilAsync("ps1", slot => slot.Pid is not null);
        Assert.Contains("stop it first", await RefusedAsync(world), StringComparison.Ordinal);
        await world.Api.StopSlotsAsync(["ps1"], cancellation);

        File.WriteAllText(Path.Combine(world["slots/ps1"], "new"), "x");
        Assert.Contains("slots/ps1 has 1 file that is not committed", await RefusedAsync(world), StringComparison.Ordinal);
        File.Delete(Path.Combine(world["slots/ps1"], "new"));

        // Not to be landed while it is looked at.
        await world.Api.PauseLaneAsync(cancellation);
        await world.CommitAsync("slots/ps1", "blog/post");
        Assert.Contains("it has 1 commit that is not on origin/main, the last \"blog/post\"", await RefusedAsync(world), StringComparison.Ordinal);
        await FleetWorld.GitInAsync(world["slots/ps1"], "checkout", "--quiet", "--detach", "origin/main");
        Assert.Contains("1 commit", await RefusedAsync(world), StringComparison.Ordinal);
        await FleetWorld.GitInAsync(world["slots/ps1"], "checkout", "--quiet", "wip/ps1");
        await FleetWorld.GitInAsync(world["slots/ps1"], "reset", "--quiet", "--hard", "origin/main");
        Assert.Equal(FleetWorld.TwoSlots, File.ReadAllText(world["roles.toml"]));

        var removed = await world.Api.RemoveSlotAsync("ps1", cancellation);

        Assert.Contains("its role blog is free; its worktree slots/ps1 and its branch wip/ps1 stay", removed.Message, StringComparison.Ordinal);
        await world.UntilAsync(status => status.Slots is [{ Id: "ps2", Number: 1 }]);
        Assert.True(Directory.Exists(world["slots/ps1"]));

        await world.Api.PutBackSlotAsync(removed, cancellation);

        await world.UntilAsync(status => status.Slots is [{ Id: "ps1", Role: "blog" }, { Id: "ps2" }]);
        Assert.Equal(FleetWorld.TwoSlots, File.ReadAllText(world["roles.toml"]));
        Assert.Equal(["ps1", "ps1"], (await world.Api.RolesAsync(cancellation)).Single(role => role.Name == "blog").History.Select(change => change.Slot));
    }

    [Fact]
    public async Task A_slot_without_a_worktree_goes_at_once()
    {
        await using var world = await FleetWorld.CreateAsync(Waits);
        await using var daemon = world.Start();
        await world.UntilAsync(status => status.Slots.Count == 2);
        await world.Api.RemoveSlotAsync("ps2", cancellation);
        await world.UntilAsync(status => status.Slots.Count == 1);
        Assert.Equal(2, (await Assert.ThrowsAsync<FleetApiException>(() => world.Api.RemoveSlotAsync("ps2", cancellation))).ExitCode);
    }

    private async Task<string> RefusedAsync(FleetWorld world)
    {
        var error = await Assert.ThrowsAsync<FleetApiException>(() => world.Api.RemoveSlotAsync("ps1", cancellation));
        Assert.Equal(1, error.ExitCode);
        return error.Message;
    }
}
