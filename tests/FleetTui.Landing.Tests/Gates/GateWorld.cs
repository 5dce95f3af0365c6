using FleetTui.Configuration;
using FleetTui.Git;
using FleetTui.Landing.Gates;
using FleetTui.Testing;

namespace FleetTui.Landing.Tests.Gates;

/// <summary>
/// Three slots: s1 has the role blog (<c>blog/**</c>), s2 docs (<c>docs/**</c>), s3 is free; <c>shared.md</c> and <c>db</c>, the migrations, are shared.
/// Trains are made by cherry-picking, apart from the lane's own code.
/// </summary>
internal sealed class GateWorld : IDisposable
{
    private const string Roles = """
        shared = ["shared.md", "db/**"]
        [[role]]
        name = "blog"
        domain = ["blog/**"]
        [[role]]
        name = "docs"
        domain = ["docs/**"]
        [[slot]]
        id = "s1"
        role = "blog"
        [[slot]]
        id = "s2"
        role = "docs"
        [[slot]]
        id = "s3"
        """;

    private readonly LandingWorld world;

    internal GateWorld(string landing = "", IReadOnlyDictionary<string, string>? files = null, string grammar = "supabase")
    {
        world = new(3, files);
        var fleet = $"[migrations]\ndirectories = [\"db\"]\ngrammar = \"{grammar}\"\n[landing]\n{landing}\n";
        var read = ConfigurationLoader.Read(new(world.Sandbox.Hub, "/nowhere", System.Text.Encoding.UTF8.GetBytes(fleet), System.Text.Encoding.UTF8.GetBytes(Roles)));
        Assert.Empty(read.Errors);
        Configuration = read.Configuration!;
        Rules = new(() => Configuration);
    }

    internal FleetConfiguration Configuration { get; set; }

    internal GateRules Rules { get; }

    internal GitSandbox Sandbox => world.Sandbox;

    internal IReadOnlyList<LaneSlot> Slots => world.Slots;

    internal string Checks => Path.Combine(Sandbox.Hub, ".git", "fleet", "checks");

    internal Task<Repository> OpenAsync() => world.OpenAsync();

    /// <summary>Lands everything through a lane with all gates.</summary>
    internal async Task<IReadOnlyDictionary<string, SlotLanding>> LandAsync(TimeProvider time)
    {
        var report = await world.LandAsync(StandardGates.Of(() => Configuration, () => Slots, () => [], Checks, time));
        return report.Slots.ToDictionary(slot => slot.Slot);
    }

    /// <summary>Commits one file in a slot.</summary>
    internal string Commit(int slot, string path, string content = "content\n", string? message = null) =>
        Sandbox.Commit(Sandbox.Slot(slot), path, content, message ?? $"s{slot} {path}");

    /// <summary>What the gate says of a train of these slots, in this order.</summary>
    internal async Task<IReadOnlyList<GateFinding>> CheckAsync(IGate gate, params int[] slots)
    {
        var train = await TrainAsync(slots);
        return await gate.CheckAsync(train, LandingWorld.Cancellation);
    }

    internal async Task<TrainView> TrainAsync(params int[] slots)
    {
        var repository = await OpenAsync();
        var start = Sandbox.Main;
        Sandbox.Git(Sandbox.Hub, "checkout", "-q", "--detach", start);
        var parts = new List<TrainSlot>();
        foreach (var number in slots)
        {
            var commits = await repository.Commits.ListAsync([GitSandbox.Branch(number)], [start], LandingWorld.Cancellation);
            var changes = await repository.Trees.ChangesAsync([.. commits.Select(commit => commit.Id)], LandingWorld.Cancellation);
            var landed = new List<TrainCommit>();
            foreach (var commit in commits)
            {
                Sandbox.Git(Sandbox.Hub, "cherry-pick", "--allow-empty", commit.Id);
                landed.Add(new(commit, Sandbox.Git(Sandbox.Hub, "rev-parse", "HEAD"), changes[commit.Id]));
            }

            parts.Add(new(Slots[number - 1], landed));
        }

        return new(repository, start, Sandbox.Git(Sandbox.Hub, "rev-parse", "HEAD"), parts);
    }

    public void Dispose() => world.Dispose();
}
