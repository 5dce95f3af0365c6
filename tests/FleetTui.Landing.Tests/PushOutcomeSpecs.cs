using FleetTui.Landing.Gates;
using FleetTui.Testing;

namespace FleetTui.Landing.Tests;

/// <summary>What a push can meet, with a real remote that behaves so.</summary>
public sealed class PushOutcomeSpecs
{
    private static SlotLanding Of(LandingReport report, int slot) => report.Slots.Single(s => s.Slot == $"s{slot}");

    [Fact]
    public async Task An_outsider_who_pushes_while_the_train_is_checked_is_built_upon()
    {
        using var world = new LandingWorld(2);
        world.Commit(1, "a.txt");
        world.Commit(2, "b.txt");
        var outsider = new OnceGate(() => world.Sandbox.OutsiderLands("x.txt", "x\n"));
        var lane = await world.LaneAsync(null, outsider);

        var report = await lane.LandAsync([], LandingWorld.Cancellation);

        Assert.All(report.Slots, s => Assert.Equal(SlotOutcome.Landed, s.Outcome));
        Assert.Equal(1, lane.Snapshot.RejectedPushes);
        world.AssertLandedOnce("s1 a.txt", "s2 b.txt", "From outside");
    }

    [Fact]
    public async Task An_outsider_who_wins_the_race_inside_the_server_is_built_upon()
    {
        using var world = new LandingWorld(1);
        world.Commit(1, "a.txt");

        // Our pre-push hook runs after the remote has told its references: whoever pushes now makes the server say "failed to update ref".
        var outsider = world.Sandbox.Outsider();
        world.Sandbox.Commit(outsider, "x.txt", "x\n", "From outside");
        world.Sandbox.HubHook("pre-push", $"[ -e '{outsider}/done' ] && exit 0; touch '{outsider}/done'; unset GIT_DIR; git -C '{outsider}' push -q origin HEAD:main");
        var lane = await world.LaneAsync();

        var report = await lane.LandAsync([], LandingWorld.Cancellation);

        Assert.Equal(SlotOutcome.Landed, Of(report, 1).Outcome);
        Assert.Equal(1, lane.Snapshot.RejectedPushes);
        Assert.Contains(Events(lane), e => e is LaneEvent.Moved);
        world.AssertLandedOnce("s1 a.txt", "From outside");
    }

    [Fact]
    public async Task A_remote_that_refuses_one_slots_commits_gets_the_others()
    {
        using var world = new LandingWorld(4);
        foreach (var slot in new[] { 1, 2, 3, 4 })
            world.Commit(slot, slot == 3 ? "secret.txt" : "fine.txt");
        world.Sandbox.OriginHook("pre-receive", "while read old new ref; do git ls-tree -r --name-only $new | grep -q secret && { echo 'No secrets here.'; exit 1; }; done; exit 0");

        var report = await world.LandAsync();

        Assert.Equal([SlotOutcome.Landed, SlotOutcome.Landed, SlotOutcome.Refused, SlotOutcome.Landed], report.Slots.Select(s => s.Outcome));
        Assert.Contains("No secrets here.", Of(report, 3).Reason, StringComparison.Ordinal);
        world.AssertLandedOnce("s1 fine.txt", "s2 fine.txt", "s4 fine.txt");
        Assert.Equal("s3 secret.txt", world.Sandbox.Git(world.Sandbox.Slot(3), "log", "-1", "--format=%s"));
    }

    [Fact]
    public async Task A_local_pre_push_hook_that_refuses_is_told_apart_from_the_remote()
    {
        using var world = new LandingWorld(1);
        world.Commit(1, "a.txt");
        world.Sandbox.HubHook("pre-push", "echo 'tests are red' >&2; exit 1");

        var report = await world.LandAsync();

        Assert.Equal(SlotOutcome.Refused, Of(report, 1).Outcome);
        Assert.Contains("pre-push", Of(report, 1).Reason, StringComparison.Ordinal);
        Assert.Equal(["Begin"], world.Sandbox.Subjects());
    }

    [Fact]
    public async Task A_push_that_times_out_after_it_arrived_counts_as_landed_and_is_not_repeated()
    {
        using var world = new LandingWorld(1);
        world.Commit(1, "a.txt");
        world.Sandbox.OriginHook("post-receive", "echo x >> ../pushes; sleep 600");
        var lane = await world.LaneAsync(LandingWorld.Settings with { GitTimeout = TimeSpan.FromSeconds(3) });

        var report = await lane.LandAsync([], LandingWorld.Cancellation);

        Assert.Equal(SlotOutcome.Landed, Of(report, 1).Outcome);
        Assert.Equal("x\n", await File.ReadAllTextAsync(Path.Combine(world.Sandbox.Path, "pushes"), LandingWorld.Cancellation));
        world.AssertLandedOnce("s1 a.txt");
    }

    [Fact]
    public async Task A_push_that_times_out_before_it_arrived_is_made_again()
    {
        using var world = new LandingWorld(1);
        world.Commit(1, "a.txt");
        world.Sandbox.OriginHook("pre-receive", "[ -e ../slow ] && exit 0; touch ../slow; sleep 600");
        var lane = await world.LaneAsync(LandingWorld.Settings with { GitTimeout = TimeSpan.FromSeconds(3) });

        var report = await lane.LandAsync([], LandingWorld.Cancellation);

        Assert.Equal(SlotOutcome.Landed, Of(report, 1).Outcome);
        world.AssertLandedOnce("s1 a.txt");
    }

    [Fact]
    public async Task A_remote_that_is_gone_is_told_and_landing_goes_on_when_it_is_back()
    {
        using var world = new LandingWorld(1);
        world.Commit(1, "a.txt");
        var away = Path.Combine(world.Sandbox.Path, "away.git");
        Directory.Move(world.Sandbox.Origin, away);
        var lane = await world.LaneAsync();

        var offline = await lane.LandAsync([], LandingWorld.Cancellation);
        Assert.Equal(SlotOutcome.Infrastructure, Of(offline, 1).Outcome);
        Assert.Equal(LaneState.Offline, lane.Snapshot.State);
        Assert.NotEqual("", lane.Snapshot.Reason);

        Directory.Move(away, world.Sandbox.Origin);
        Assert.Equal(SlotOutcome.Landed, Of(await lane.LandAsync([], LandingWorld.Cancellation), 1).Outcome);
        Assert.Equal(LaneState.Idle, lane.Snapshot.State);
        world.AssertLandedOnce("s1 a.txt");
    }

    [Fact]
    public async Task A_repository_without_a_remote_lands_nothing_and_says_what_to_do()
    {
        using var world = new LandingWorld(1);
        world.Commit(1, "a.txt");
        world.Sandbox.Git(world.Sandbox.Hub, "remote", "remove", "origin");

        var report = await world.LandAsync();

        Assert.Equal(SlotOutcome.Infrastructure, Of(report, 1).Outcome);
        Assert.Contains("git remote add", Of(report, 1).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_main_that_was_rewritten_halts_the_lane_until_the_user_accepts_it()
    {
        using var world = new LandingWorld(1);
        world.Sandbox.OutsiderLands("regretted.txt", "x\n", "regretted");
        await world.LandAsync();
        var outsider = world.Sandbox.Outsider();
        world.Sandbox.Git(outsider, "reset", "-q", "--hard", "HEAD~1");
        world.Sandbox.Commit(outsider, "instead.txt", "y\n", "instead");
        world.Sandbox.Git(outsider, "push", "-q", "--force", "origin", "HEAD:main");
        world.Commit(1, "a.txt");
        var lane = await world.LaneAsync();

        var halted = await lane.LandAsync([], LandingWorld.Cancellation);
        Assert.Equal(SlotOutcome.Waiting, Of(halted, 1).Outcome);
        Assert.Equal(LaneState.Halted, lane.Snapshot.State);
        Assert.Contains("rewritten", lane.Snapshot.Reason, StringComparison.Ordinal);
        Assert.Equal(["Begin", "instead"], world.Sandbox.Subjects());

        lane.Resume();
        Assert.Equal(SlotOutcome.Landed, Of(await lane.LandAsync([], LandingWorld.Cancellation), 1).Outcome);
        world.AssertLandedOnce("instead", "s1 a.txt");
        Assert.DoesNotContain("regretted", world.Sandbox.Subjects());
    }

    [Fact]
    public async Task A_main_that_was_renamed_is_followed_and_not_created_again()
    {
        using var world = new LandingWorld(1);
        await world.LandAsync();
        world.Commit(1, "a.txt");
        world.Sandbox.Git(world.Sandbox.Origin, "branch", "-m", "main", "trunk");

        var report = await world.LandAsync();

        Assert.Equal((SlotOutcome.Landed, "origin/trunk"), (Of(report, 1).Outcome, report.Target));
        Assert.Equal("refs/heads/trunk", world.Sandbox.Git(world.Sandbox.Origin, "for-each-ref", "--format=%(refname)", "refs/heads"));
    }

    [Fact]
    public async Task A_finding_of_a_gate_holds_its_slot_and_the_rest_land()
    {
        using var world = new LandingWorld(3);
        foreach (var slot in new[] { 1, 2, 3 })
            world.Commit(slot, "a.txt");
        var seen = new List<int>();
        var gate = new FuncGate(train =>
        {
            seen.Add(train.Slots.Count);
            return train.Slots.Any(s => s.Slot.Id == "s2") ? [new GateFinding("s2", "s2 may not.", ["s2/a.txt"])] : [];
        });
        var lane = await world.LaneAsync(null, gate);

        var report = await lane.LandAsync([], LandingWorld.Cancellation);

        Assert.Equal([SlotOutcome.Landed, SlotOutcome.Held, SlotOutcome.Landed], report.Slots.Select(s => s.Outcome));
        Assert.Equal([3, 2], seen);
        var held = Assert.Single(lane.Snapshot.Queue);
        Assert.Equal(("s2", QueueState.Held, "s2 may not."), (held.Slot, held.State, held.Reason));
        Assert.Equal(["s2/a.txt"], held.Paths);
    }

    [Fact]
    public async Task A_finding_against_the_whole_train_halves_it_until_the_culprit_is_known()
    {
        using var world = new LandingWorld(5);
        foreach (var slot in Enumerable.Range(1, 5))
            world.Commit(slot, "a.txt");
        var gate = new FuncGate(train => train.Slots.Any(s => s.Slot.Id == "s4") ? [new GateFinding(null, "The build is broken.", [])] : []);

        var report = await world.LandAsync(gate);

        Assert.Equal("s4", Assert.Single(report.Slots, s => s.Outcome != SlotOutcome.Landed).Slot);
        world.AssertLandedOnce("s1 a.txt", "s2 a.txt", "s3 a.txt", "s5 a.txt");
    }

    private static List<LaneEvent> Events(Lane lane)
    {
        var all = new List<LaneEvent>();
        while (lane.Events.TryRead(out var one))
            all.Add(one);
        return all;
    }

    private sealed class OnceGate(Action once) : IGate
    {
        private bool done;

        public string Name => "once";

        public Task<IReadOnlyList<GateFinding>> CheckAsync(TrainView train, CancellationToken cancellation)
        {
            if (!done)
                once();
            done = true;
            return Task.FromResult<IReadOnlyList<GateFinding>>([]);
        }
    }

    private sealed class FuncGate(Func<TrainView, IReadOnlyList<GateFinding>> check) : IGate
    {
        public string Name => "test";

        public Task<IReadOnlyList<GateFinding>> CheckAsync(TrainView train, CancellationToken cancellation) => Task.FromResult(check(train));
    }
}
