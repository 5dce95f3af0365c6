using FleetTui.Landing.Gates;

namespace FleetTui.Landing.Tests;

public sealed class TrainProgressSpecs
{
    private sealed class SlowGate : IGate
    {
        public string Name => "slow";

        public Task<IReadOnlyList<GateFinding>> CheckAsync(TrainView train, CancellationToken cancellation)
        {
            train.Step("slow 1/1: look twice");
            return Task.FromResult<IReadOnlyList<GateFinding>>([]);
        }
    }

    [Fact]
    public async Task The_train_tells_each_of_its_steps_in_order_and_is_gone_at_the_end()
    {
        using var world = new LandingWorld(2);
        world.Commit(1, "a.txt");
        world.Commit(2, "b.txt");
        var lane = await world.LaneAsync(null, new SlowGate());
        var seen = new List<(TrainStep Step, string Detail, string Slots)>();
        lane.Changed += snapshot =>
        {
            if (snapshot.Train is { } train && (seen.Count == 0 || seen[^1] != (train.Step, train.Detail, string.Join(' ', train.Slots))))
                seen.Add((train.Step, train.Detail, string.Join(' ', train.Slots)));
        };

        await lane.LandAsync([], LandingWorld.Cancellation);

        Assert.Equal(
            [
                (TrainStep.Fetching, "", "s1 s2"), (TrainStep.Building, "", "s1 s2"), (TrainStep.Checking, "slow", "s1 s2"), (TrainStep.Checking, "slow 1/1: look twice", "s1 s2"), (TrainStep.Pushing, "", "s1 s2"),
            ],
            seen);
        Assert.Null(lane.Snapshot.Train);
    }

    [Fact]
    public async Task Another_push_in_between_is_another_attempt()
    {
        using var world = new LandingWorld(1);
        world.Commit(1, "a.txt");
        var lane = await world.LaneAsync(null, new Intruder(world));
        var attempts = new List<int>();
        lane.Changed += snapshot => attempts.Add(snapshot.Train?.Attempt ?? 0);

        await lane.LandAsync([], LandingWorld.Cancellation);

        Assert.Equal(2, attempts.Max());
        world.AssertLandedOnce("s1 a.txt");
    }

    /// <summary>Pushes to the target once, after the train was built.</summary>
    private sealed class Intruder(LandingWorld world) : IGate
    {
        private bool done;

        public string Name => "intruder";

        public Task<IReadOnlyList<GateFinding>> CheckAsync(TrainView train, CancellationToken cancellation)
        {
            if (!done)
            {
                done = true;
                world.Sandbox.OutsiderLands("outside.txt", "x");
            }

            return Task.FromResult<IReadOnlyList<GateFinding>>([]);
        }
    }
}
