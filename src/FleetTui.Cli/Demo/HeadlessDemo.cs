using System.Text.RegularExpressions;
using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Demo.Sandbox;

namespace FleetTui.Cli.Demo;

/// <summary>The demo without a console: the agents work for some seconds, finish what they do, the lane lands it, and git says where everything is.</summary>
internal sealed partial class HeadlessDemo(DemoSandbox sandbox, CliContext context)
{
    private static readonly TimeSpan FinishingPatience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private const int MostLandings = 3;

    /// <param name="seconds">How long the agents begin new work.</param>
    public async Task<DemoReport> RunAsync(IFleetApi fleet, double seconds, CancellationToken cancellation)
    {
        var began = context.Time.GetTimestamp();
        await fleet.StartSlotsAsync([], cancellation);
        await Task.Delay(TimeSpan.FromSeconds(seconds), context.Time, cancellation);
        sandbox.AskAgentsToFinish();
        await AgentsFinishedAsync(fleet, cancellation);
        await LandRestAsync(fleet, cancellation);

        var status = await fleet.StatusAsync(cancellation);
        var entries = await fleet.LogAsync(0, int.MaxValue, cancellation);
        var tally = await DemoTally.CountAsync(sandbox, cancellation);
        return new DemoReport(
            status.Slots.Count,
            tally.Commits,
            tally.Landed,
            status.Lane.RejectedPushes,
            Holds(entries, ConflictingCommit()),
            Holds(entries, MigrationFile()),
            tally.Lost.Count,
            Math.Round(context.Time.GetElapsedTime(began).TotalSeconds, 1));
    }

    /// <summary>A held slot is tried again whenever main moves; what held it counts once.</summary>
    private static int Holds(IEnumerable<LogEntry> entries, Regex what) => entries
        .Where(entry => entry.Kind == "lane.held")
        .Select(entry => (entry.Slot, Match: what.Match(entry.Message)))
        .Where(hold => hold.Match.Success)
        .Select(hold => (hold.Slot, hold.Match.Groups[1].Value))
        .Distinct()
        .Count();

    [GeneratedRegex(@"commit ([0-9a-f]+) .*conflicts")]
    private static partial Regex ConflictingCommit();

    [GeneratedRegex(@"migrations/(\d+_\w+)\.sql")]
    private static partial Regex MigrationFile();

    /// <summary>An agent that crashed never says so; the rest are not waited for in vain.</summary>
    private async Task AgentsFinishedAsync(IFleetApi fleet, CancellationToken cancellation)
    {
        var began = context.Time.GetTimestamp();
        while (context.Time.GetElapsedTime(began) < FinishingPatience)
        {
            var running = (await fleet.StatusAsync(cancellation)).Slots.Count(slot => slot.State is not ("stopped" or "crashed"));
            if (sandbox.Finished() >= running)
            {
                return;
            }

            await Task.Delay(Look, context.Time, cancellation);
        }
    }

    /// <summary>Until nothing more lands: what is held stays in its slot.</summary>
    private static async Task LandRestAsync(IFleetApi fleet, CancellationToken cancellation)
    {
        for (var round = 0; round < MostLandings; round++)
        {
            var result = await fleet.LandAsync([], wait: true, cancellation);
            if (!result.Slots.Any(slot => slot.Outcome is "landed" or "moved" or "waiting" or "infrastructure"))
            {
                return;
            }
        }
    }
}
