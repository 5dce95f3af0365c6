using FleetTui.Api.Client;

namespace FleetTui.Daemon.Tests;

public sealed class ConfigurationAndRoleSpecs
{
    private const string TellsRole = "echo \"role=$FLEET_ROLE.\"; while read -r line; do :; done";

    private readonly CancellationToken cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_slot_added_while_running_is_picked_up_and_a_mistake_is_told_and_not_taken()
    {
        await using var world = await FleetWorld.CreateAsync(TellsRole);
        await using var daemon = world.Start();
        await world.UntilAsync(status => status.Slots.Count == 2);

        File.WriteAllText(world["roles.toml"], FleetWorld.TwoSlots + "\n[[slot]]\nid = \"ps3\"\nagent = \"work\"\nrole = \"nobody\"\n");
        await world.UntilLoggedAsync("configuration.invalid");
        Assert.Equal(2, (await world.Api.StatusAsync(cancellation)).Slots.Count);

        File.WriteAllText(world["roles.toml"], FleetWorld.TwoSlots + "\n[[slot]]\nid = \"ps3\"\nagent = \"work\"\n");
        await world.UntilAsync(status => status.Slots.Count == 3);
        await world.Api.StartSlotsAsync(["ps3"], cancellation);
    }

    [Fact]
    public async Task A_change_of_what_is_run_waits_for_trust()
    {
        await using var world = await FleetWorld.CreateAsync(TellsRole);
        await using var daemon = world.Start();
        await world.UntilAsync(status => status.Slots.Count == 2);

        File.AppendAllText(world["fleet.toml"], "\n[agents.other]\ncommand = [\"true\"]\n");
        var told = await world.UntilLoggedAsync("configuration.invalid");

        Assert.Contains("fleet trust", told.Message, StringComparison.Ordinal);

        world.Trust();
        await world.UntilLoggedAsync("configuration.changed");
    }

    [Fact]
    public async Task An_assigned_role_is_written_with_comments_kept_remembered_and_given_to_the_agent()
    {
        await using var world = await FleetWorld.CreateAsync(TellsRole);
        await using var daemon = world.Start();
        await world.UntilAsync(status => status.Slots.Count == 2);
        await world.Api.StartSlotsAsync([], cancellation);

        var preview = await world.Api.AssignRoleAsync("ps2", "docs", swap: false, "", preview: true, cancellation);
        Assert.Equal(("assign", "", "docs"), (preview.Action, preview.From, preview.To));
        Assert.Equal(FleetWorld.TwoSlots, File.ReadAllText(world["roles.toml"]));

        await world.Api.AssignRoleAsync("ps2", "docs", swap: false, "docs are late", preview: false, cancellation);

        await world.UntilAsync("ps2", slot => slot.Role == "docs");
        Assert.Contains("role = \"blog\"  # writes", File.ReadAllText(world["roles.toml"]), StringComparison.Ordinal);
        await using var host = await world.HostAsync();
        await Screen.UntilAsync(host, "ps2", lines => lines.Contains("role=docs."));
        var docs = (await world.Api.RolesAsync(cancellation)).Single(role => role.Name == "docs");
        Assert.Equal("ps2", docs.Holder);
        Assert.Equal("docs are late", docs.History[0].Reason);
    }

    [Fact]
    public async Task A_held_role_is_refused_naming_its_holder_and_swapped_when_asked()
    {
        await using var world = await FleetWorld.CreateAsync(TellsRole);
        await using var daemon = world.Start();
        await world.UntilAsync(status => status.Slots.Count == 2);

        var error = await Assert.ThrowsAsync<FleetApiException>(() => world.Api.AssignRoleAsync("ps2", "blog", swap: false, "", preview: false, cancellation));
        Assert.Equal(1, error.ExitCode);
        Assert.Contains("ps1 holds the role blog", error.Message, StringComparison.Ordinal);

        var result = await world.Api.AssignRoleAsync("ps2", "blog", swap: true, "", preview: false, cancellation);
        Assert.Equal(("swap", "ps1"), (result.Action, result.Holder));
        await world.UntilAsync(status => status.Slots[0].Role.Length == 0 && status.Slots[1].Role == "blog");
    }

    [Fact]
    public async Task A_slots_token_speaks_for_that_slot_alone()
    {
        await using var world = await FleetWorld.CreateAsync("echo \"$FLEET_TOKEN\" > \"$HOME/$FLEET_SLOT\"; while read -r line; do :; done");
        await using var daemon = world.Start();
        await world.UntilAsync(status => status.Slots.Count == 2);
        await world.Api.StartSlotsAsync([], cancellation);
        var file = Path.Combine(world.Environment["HOME"], "ps1");
        await world.UntilAsync("ps1", _ => File.Exists(file) && File.ReadAllText(file).EndsWith('\n'));

        await using var slot = new FleetApiClient(world.Paths.DaemonSocket, File.ReadAllText(file).Trim());
        await slot.StatusAsync(cancellation);
        await slot.SendAsync("ps1", "x", enter: true, cancellation);
        Assert.Equal(1, (await Assert.ThrowsAsync<FleetApiException>(() => slot.SendAsync("ps2", "x", enter: true, cancellation))).ExitCode);
        Assert.Equal(1, (await Assert.ThrowsAsync<FleetApiException>(() => slot.AssignRoleAsync("ps1", "docs", false, "", false, cancellation))).ExitCode);
        Assert.Equal(1, (await Assert.ThrowsAsync<FleetApiException>(() => slot.ShutdownAsync(cancellation))).ExitCode);

        await using var stranger = new FleetApiClient(world.Paths.DaemonSocket, "guess");
        Assert.Equal(2, (await Assert.ThrowsAsync<FleetApiException>(() => stranger.StatusAsync(cancellation))).ExitCode);
    }

    [Fact]
    public async Task A_slots_name_and_agent_are_written_with_comments_kept_and_the_agent_that_runs_is_exchanged()
    {
        await using var world = await FleetWorld.CreateAsync(TellsRole);
        await using var daemon = world.Start();
        await world.UntilAsync(status => status.Slots.Count == 2);
        await world.Api.StartSlotsAsync(["ps1"], cancellation);
        var before = (await world.UntilAsync("ps1", slot => slot.Pid is not null)).Slots.Single(slot => slot.Id == "ps1");

        var named = await world.Api.ConfigureSlotAsync("ps1", new SlotSettings(Label: "The blog"), cancellation);
        var exchanged = await world.Api.ConfigureSlotAsync("ps1", new SlotSettings(Agent: "sh"), cancellation);

        var after = (await world.UntilAsync("ps1", slot => slot.Agent == "sh" && slot.Pid is not null && slot.Pid != before.Pid)).Slots.Single(slot => slot.Id == "ps1");
        Assert.Equal(("The blog", before.Branch, false, true, "work"), (after.Label, after.Branch, named.Restarted, exchanged.Restarted, exchanged.Before.Agent));
        Assert.Contains("role = \"blog\"  # writes", File.ReadAllText(world["roles.toml"]), StringComparison.Ordinal);

        var text = File.ReadAllText(world["roles.toml"]);
        foreach (var wrong in new[] { new SlotSettings(Agent: "nobody"), new SlotSettings(Account: "nobody"), new SlotSettings(Label: "two\nlines") })
        {
            Assert.Equal(2, (await Assert.ThrowsAsync<FleetApiException>(() => world.Api.ConfigureSlotAsync("ps1", wrong, cancellation))).ExitCode);
        }

        Assert.Equal(text, File.ReadAllText(world["roles.toml"]));
    }
}
