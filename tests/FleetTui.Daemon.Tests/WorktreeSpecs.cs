using FleetTui.Api.Client;

namespace FleetTui.Daemon.Tests;

public sealed class WorktreeSpecs
{
    private const string Waits = "while read -r line; do echo \"got $line\"; done";

    private readonly CancellationToken cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ignored_files_are_copied_and_set_up_runs_once_in_a_new_worktree_only()
    {
        await using var world = await FleetWorld.CreateAsync(Waits, more: """
            [worktrees]
            copy = [".env", "README", "missing"]
            setup = ["echo $FLEET_SLOT >> setup.log", "cat .env >> setup.log"]
            """);
        File.WriteAllText(world[".git/info/exclude"], ".env\nsetup.log\nslots\n");
        File.WriteAllText(world[".env"], "SECRET=1\n");
        await world.GitAsync("worktree", "add", "--quiet", "-b", "wip/ps2", world["slots/ps2"]);
        await using var daemon = world.Start();
        await world.UntilAsync(status => status.Slots.Count == 2);

        await world.Api.StartSlotsAsync([], cancellation);
        await world.Api.RestartSlotAsync("ps1", cancellation);

        Assert.Equal("ps1\nSECRET=1\n", File.ReadAllText(world["slots/ps1/setup.log"]));
        Assert.False(File.Exists(world["slots/ps2/setup.log"]));
        Assert.False(File.Exists(world["slots/ps2/.env"]));
    }

    [Fact]
    public async Task A_set_up_command_that_fails_is_shown_in_the_pane_and_tried_again_at_the_next_start()
    {
        await using var world = await FleetWorld.CreateAsync(Waits, more: "[worktrees]\nsetup = [\"test -e ../../fixed || { echo broken tool; exit 3; }\"]");
        await using var daemon = world.Start();
        await world.UntilAsync(status => status.Slots.Count == 2);

        var error = await Assert.ThrowsAsync<FleetApiException>(() => world.Api.StartSlotsAsync(["ps1"], cancellation));
        Assert.Contains("failed with exit code 3", error.Message, StringComparison.Ordinal);
        await using var host = await world.HostAsync();
        await Screen.UntilAsync(host, "ps1", lines => lines.Contains("broken tool"));

        File.WriteAllText(world["fixed"], "");
        await world.Api.RestartSlotAsync("ps1", cancellation);
        await world.UntilAsync("ps1", slot => slot.State is "starting" or "unknown");
    }

    [Fact]
    public async Task A_worktree_deleted_behind_our_back_is_made_again_on_its_branch_with_its_commits()
    {
        await using var world = await FleetWorld.CreateAsync(Waits);
        await using var daemon = world.Start();
        await world.UntilAsync(status => status.Slots.Count == 2);
        await world.Api.StartSlotsAsync(["ps1"], cancellation);
        await world.CommitAsync("slots/ps1", "blog/a.md");
        await world.Api.StopSlotsAsync(["ps1"], cancellation);
        Directory.Delete(world["slots/ps1"], recursive: true);

        await world.Api.StartSlotsAsync(["ps1"], cancellation);

        Assert.True(File.Exists(world["slots/ps1/blog/a.md"]));
        Assert.Contains(await world.Api.LogAsync(0, 100, cancellation), entry => entry.Kind == "worktree.remade");
    }

    [Fact]
    public async Task Another_role_s_path_is_refused_at_the_commit_and_another_role_changes_that_at_once()
    {
        await using var world = await FleetWorld.CreateAsync(Waits);
        await using var daemon = world.Start();
        await world.UntilAsync(status => status.Slots.Count == 2);
        await world.Api.StartSlotsAsync(["ps1"], cancellation);
        await world.CommitAsync("slots/ps1", "blog/a.md");

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => world.CommitAsync("slots/ps1", "docs/a.md", verify: true));
        Assert.Contains("docs/a.md belongs to role docs, which no slot holds", refused.Message, StringComparison.Ordinal);

        await world.Api.AssignRoleAsync("ps1", "docs", swap: false, "", preview: false, cancellation);
        await FleetWorld.GitInAsync(world["slots/ps1"], "commit", "--quiet", "-m", "now it may");
    }

    [Fact]
    public async Task An_agent_s_work_is_committed_when_its_turn_ends_and_lands()
    {
        await using var world = await FleetWorld.CreateAsync(
            "printf '\\033]7501;state=working:app=work\\007'; mkdir -p blog docs; echo x > blog/a.md; echo x > docs/a.md; read -r _; printf '\\033]7501;state=done:app=work\\007'; read -r _",
            more: "[landing]\ncommit-on-stop = true\ndebounce = \"0s\"");
        await using var daemon = world.Start();
        await world.UntilAsync(status => status.Slots.Count == 2);
        await world.Api.StartSlotsAsync(["ps1"], cancellation);
        await world.UntilAsync("ps1", slot => slot.State == "working");

        await world.Api.SendAsync("ps1", "", enter: true, cancellation);

        var told = await world.UntilLoggedAsync("slot.committed");
        Assert.Contains("1 path committed", told.Message, StringComparison.Ordinal);
        Assert.EndsWith("ps1: blog work in progress. Not committed: docs/a.md belongs to role docs, which no slot holds.", told.Message, StringComparison.Ordinal);
        await world.UntilLoggedAsync("lane.landed");
        Assert.Equal("blog/a.md", await world.OriginAsync("show", "--format=", "--name-only", "main"));
    }

    [Theory]
    [InlineData("is not a worktree of this repository")]
    [InlineData("is already checked out at")]
    public async Task What_is_not_ours_is_refused_and_left_alone(string because)
    {
        await using var world = await FleetWorld.CreateAsync(Waits);
        if (because.Contains("checked out", StringComparison.Ordinal))
        {
            await world.GitAsync("worktree", "add", "--quiet", "-b", "wip/ps1", world["elsewhere"]);
        }
        else
        {
            Directory.CreateDirectory(world["slots/ps1"]);
            File.WriteAllText(world["slots/ps1/precious"], "");
        }

        await using var daemon = world.Start();
        await world.UntilAsync(status => status.Slots.Count == 2);

        var error = await Assert.ThrowsAsync<FleetApiException>(() => world.Api.StartSlotsAsync([], cancellation));

        Assert.Contains(because, error.Message, StringComparison.Ordinal);
        await world.UntilAsync("ps2", slot => slot is { Pid: not null, State: not "needs-input" });
        await world.UntilAsync("ps1", slot => slot.State == "needs-input" && slot.Detail.Contains(because, StringComparison.Ordinal));
        Assert.Equal(because.Contains("worktree of", StringComparison.Ordinal), File.Exists(world["slots/ps1/precious"]));
    }

    [Fact]
    public async Task A_worktree_in_the_middle_of_a_rebase_is_used_as_it_is_and_nothing_is_aborted()
    {
        await using var world = await FleetWorld.CreateAsync(Waits, more: "[landing]\ndebounce = \"0s\"");
        await world.GitAsync("worktree", "add", "--quiet", "-b", "wip/ps1", world["slots/ps1"]);
        await world.CommitAsync("slots/ps1", "blog/a.md");
        await Assert.ThrowsAsync<InvalidOperationException>(() => FleetWorld.GitInAsync(world["slots/ps1"], "rebase", "--quiet", "--exec", "false", "main"));
        await using var daemon = world.Start();
        await world.UntilAsync(status => status.Slots.Count == 2);

        await world.Api.StartSlotsAsync(["ps1"], cancellation);

        Assert.Contains("in the middle of a rebase", (await world.UntilLoggedAsync("worktree.notice")).Message, StringComparison.Ordinal);
        var status = await world.UntilAsync("ps1", slot => slot is { Ahead: 1, Landing: "waiting" });
        Assert.Equal(("wip/ps1", 0L), (status.Slots[0].Branch, status.Lane.Landed));
        Assert.True(Directory.Exists(world[".git/worktrees/ps1/rebase-merge"]));
    }

    [Fact]
    public async Task Ahead_behind_and_dirty_follow_what_happens_in_the_worktree()
    {
        await using var world = await FleetWorld.CreateAsync(Waits, more: "[landing]\nmode = \"off\"");
        await using var daemon = world.Start();
        await world.UntilAsync(status => status.Slots.Count == 2);
        await world.Api.StartSlotsAsync(["ps1"], cancellation);

        await world.CommitAsync("slots/ps1", "blog/a.md");
        await world.UntilAsync("ps1", slot => slot is { Ahead: 1, Behind: 0, Dirty: 0 });

        File.WriteAllText(world["slots/ps1/blog/b.md"], "b");
        await FleetWorld.GitInAsync(world["slots/ps1"], "add", "-A");
        await world.UntilAsync("ps1", slot => slot is { Ahead: 1, Dirty: 1 });

        await world.GitAsync("commit", "--quiet", "--allow-empty", "-m", "main moves");
        await world.GitAsync("push", "--quiet", "origin", "main");
        await world.UntilAsync("ps1", slot => slot is { Ahead: 1, Behind: 1 });
    }
}
