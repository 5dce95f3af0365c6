using FleetTui.EndToEnd.Tests.Harness;
using FleetTui.Testing;

namespace FleetTui.EndToEnd.Tests;

/// <summary>A user's first half hour, in a repository of their own.</summary>
public sealed class FirstRunSpecs
{
    private const string FakeAgent = "#!/bin/sh\necho \"here is $(basename $0) in slot $FLEET_SLOT\"\nexec cat\n";

    [Theory]
    [InlineData(80, 24)]
    [InlineData(200, 50)]
    public async Task Init_trust_fleet_and_the_agents_run_in_their_worktrees(int columns, int rows)
    {
        using var git = new GitSandbox();
        await using var world = new UserWorld();
        git.Git(git.Hub, "checkout", "-q", "main");
        world.Install("claude", FakeAgent);
        world.Install("codex", FakeAgent);

        await world.DoneAsync(git.Hub, "init");
        Assert.True(File.Exists(Path.Combine(git.Hub, "fleet.toml")));
        await world.DoneAsync(git.Hub, "config", "check");
        var untrusted = await world.FleetAsync(git.Hub, "up");
        Assert.Equal(2, untrusted.Code);
        Assert.Contains("fleet trust", untrusted.Error, StringComparison.Ordinal);
        await world.DoneAsync(git.Hub, "trust");

        await using var terminal = await world.OpenAsync(git.Hub, columns, rows);
        await terminal.ShowsAsync("here is claude in slot");

        var status = (await world.DoneAsync(git.Hub, "status", "--json")).Json;
        var slots = status.GetProperty("slots").EnumerateArray().ToList();
        Assert.Equal(12, slots.Count);
        Assert.Equal(10, slots.Count(slot => slot.GetProperty("agent").GetString() == "claude"));
        var worktrees = slots.Select(slot => slot.GetProperty("worktree").GetString()!).ToList();
        await Eventually.TrueAsync(() => worktrees.All(worktree => File.Exists(Path.Combine(worktree, ".git"))), () => "all twelve worktrees");
        Assert.Contains(".claude/worktrees/instance-", slots[0].GetProperty("worktree").GetString(), StringComparison.Ordinal);

        var mine = Path.Combine(git.Hub, "roles.toml");
        await File.AppendAllTextAsync(mine, "# mine\n", TestContext.Current.CancellationToken);
        await world.FleetAsync(git.Hub, "init");
        Assert.EndsWith("# mine\n", await File.ReadAllTextAsync(mine, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_configuration_one_screen_says_what_was_found_and_two_keys_lead_to_the_console()
    {
        using var git = new GitSandbox();
        await using var world = new UserWorld();
        git.Git(git.Hub, "checkout", "-q", "main");
        world.Install("claude", FakeAgent);
        world.Install("codex", FakeAgent);

        await using (var declined = await world.OpenAsync(git.Hub, 100, 30))
        {
            await declined.ShowsAsync("This repository has no fleet yet.");
            await declined.PressAsync("q");
            Assert.Equal(0, await declined.EndsAsync());
        }

        Assert.False(File.Exists(Path.Combine(git.Hub, "fleet.toml")));
        await using var terminal = await world.OpenAsync(git.Hub, 120, 40);
        await terminal.ShowsAsync("This repository has no fleet yet.");
        await terminal.PressAsync("i");
        await terminal.ShowsAsync("agent claude (claude, restarts on-crash) runs");
        await terminal.PressAsync("t");
        await terminal.ShowsAsync("here is claude in slot");
    }

    [Fact]
    public async Task An_agent_that_is_not_installed_says_so_in_its_pane_and_the_others_run()
    {
        using var repository = new FleetRepository(2);
        await using var world = new UserWorld();
        await File.AppendAllTextAsync(Path.Combine(repository.Root, "fleet.toml"), "[agents.ghost]\ncommand = [\"no-such-agent\"]\n");
        var roles = await File.ReadAllTextAsync(repository.RolesFile);
        await File.WriteAllTextAsync(repository.RolesFile, roles.Replace("id = \"a\"\nrole = \"role-a\"\nagent = \"sh\"", "id = \"a\"\nrole = \"role-a\"\nagent = \"ghost\"", StringComparison.Ordinal));
        await world.DoneAsync(repository.Root, "trust");
        var up = await world.FleetAsync(repository.Root, "up");
        Assert.Equal(1, up.Code);
        Assert.Contains("no-such-agent is not installed", up.Error, StringComparison.Ordinal);

        await Eventually.TrueAsync(
            async () => (await world.FleetAsync(repository.Root, "capture", "a")).Output.Contains("no-such-agent is not installed", StringComparison.Ordinal),
            () => "the pane to tell of the missing agent");
        await world.DoneAsync(repository.Root, "send", "b", "echo $((6*7))", "--enter");
        await Eventually.TrueAsync(
            async () => (await world.FleetAsync(repository.Root, "capture", "b")).Output.Contains("42", StringComparison.Ordinal),
            () => "the other slot to run");
    }
}
