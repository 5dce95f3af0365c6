using System.Globalization;
using System.Text;
using FleetTui.Configuration;
using FleetTui.Git.Discovery;
using FleetTui.Git.Running;
using FleetTui.Landing;
using FleetTui.Landing.Gates;
using FleetTui.Testing;

namespace FleetTui.LandingSoak;

/// <summary>The lane with all gates: slot N has the role rN, whose domain is sN; shared and db, the migrations, are everybody's.</summary>
internal static class LaneOfWorld
{
    /// <param name="world">Directory of a <see cref="GitSandbox"/>.</param>
    /// <param name="journalled">Called after each record that reached the journal.</param>
    internal static async Task<Lane> OpenAsync(string world, int slots, string git, Action? journalled = null)
    {
        var hub = Path.Combine(world, "hub");
        var environment = new Dictionary<string, string?>(GitSandbox.Environment) { ["FLEET_SOAK_LANE"] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture) };
        var found = (DiscoveryResult.Found)await RepositoryDiscovery.FindAsync(hub, new GitSettings { Environment = environment, Executable = git }, CancellationToken.None);
        var roles = new StringBuilder("shared = [\"shared/**\", \"db/**\"]\n");
        for (var i = 1; i <= slots; i++)
            roles.Append(CultureInfo.InvariantCulture, $"[[role]]\nname = \"r{i}\"\ndomain = [\"s{i}/**\"]\n");
        for (var i = 1; i <= slots; i++)
            roles.Append(CultureInfo.InvariantCulture, $"[[slot]]\nid = \"s{i}\"\nrole = \"r{i}\"\n");
        var fleet = "[migrations]\ndirectories = [\"db\"]\ngrammar = \"supabase\"\n";
        var read = ConfigurationLoader.Read(new(hub, "/nowhere", Encoding.UTF8.GetBytes(fleet), Encoding.UTF8.GetBytes(roles.ToString())));
        var configuration = read.Configuration ?? throw new InvalidOperationException(string.Join("; ", read.Errors));
        LaneSlot[] all = [.. Enumerable.Range(1, slots).Select(i => new LaneSlot($"s{i}", i, $"r{i}", Path.Combine(world, $"slot{i:00}"), GitSandbox.Branch(i)))];
        var settings = new LandingSettings(LandingMode.Train, "", "", TimeSpan.Zero, [], TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), 100_000_000, 8);
        var state = Path.Combine(hub, ".git", "fleet");
        var gates = StandardGates.Of(() => configuration, () => all, () => [], Path.Combine(state, "checks"), TimeProvider.System);
        return Lane.Create(new LaneSetup(found.Repository, settings, all, gates, Path.Combine(state, "journal"), Path.Combine(state, "lane.lock")) { Journalled = journalled });
    }
}
