using FleetTui.Configuration;
using FleetTui.Git;
using FleetTui.Git.Discovery;
using FleetTui.Git.Running;
using FleetTui.Landing.Gates;
using FleetTui.Testing;

namespace FleetTui.Landing.Tests;

/// <summary>A sandbox with a lane on it. Every slot owns the directory of its own name.</summary>
internal sealed class LandingWorld : IDisposable
{
    private readonly List<Lane> lanes = [];

    internal LandingWorld(int slots, IReadOnlyDictionary<string, string>? files = null)
    {
        Sandbox = new GitSandbox(slots, files);
        Slots = [.. Enumerable.Range(1, slots).Select(i => new LaneSlot($"s{i}", i, $"role{i}", Sandbox.Slot(i), GitSandbox.Branch(i)))];
    }

    internal static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal static LandingSettings Settings { get; } = new(
        LandingMode.Train, "", "", TimeSpan.Zero, [], TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), 100_000_000, 8);

    internal GitSandbox Sandbox { get; }

    internal IReadOnlyList<LaneSlot> Slots { get; set; }

    internal string JournalDirectory => Path.Combine(Sandbox.Hub, ".git", "fleet", "journal");

    internal string JournalFile => Path.Combine(JournalDirectory, "landing.jsonl");

    internal Task<Repository> OpenAsync() => OpenAsync(Sandbox.Hub);

    /// <param name="directory">Any place in the clone.</param>
    internal static async Task<Repository> OpenAsync(string directory)
    {
        var found = await RepositoryDiscovery.FindAsync(directory, new GitSettings { Environment = GitSandbox.Environment }, Cancellation);
        return Assert.IsType<DiscoveryResult.Found>(found).Repository;
    }

    internal async Task<Lane> LaneAsync(LandingSettings? settings = null, params IReadOnlyList<IGate> gates)
    {
        var setup = new LaneSetup(await OpenAsync(), settings ?? Settings, Slots, gates, JournalDirectory, Path.Combine(Sandbox.Hub, ".git", "fleet", "lane.lock")) { Random = new Random(7) };
        var lane = Lane.Create(setup);
        lanes.Add(lane);
        return lane;
    }

    internal async Task<LandingReport> LandAsync(params IReadOnlyList<IGate> gates) => await (await LaneAsync(null, gates)).LandAsync([], Cancellation);

    /// <summary>A commit in the slot's own directory.</summary>
    internal string Commit(int slot, string name, string content = "content\n") => Sandbox.Commit(Sandbox.Slot(slot), $"s{slot}/{name}", content, $"s{slot} {name}");

    /// <summary>Every subject is on main exactly once, history is linear, both repositories are whole.</summary>
    internal void AssertLandedOnce(params string[] subjects)
    {
        var there = Sandbox.Subjects();
        foreach (var subject in subjects)
            Assert.Single(there, s => s == subject);
        Assert.Equal("", Sandbox.Git(Sandbox.Origin, "log", "--merges", "--format=%H", "refs/heads/main"));
        Sandbox.Check();
    }

    public void Dispose()
    {
        foreach (var lane in lanes)
            lane.Dispose();
        Sandbox.Dispose();
    }
}
