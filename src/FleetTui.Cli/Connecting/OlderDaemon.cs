using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.TerminalHost;

namespace FleetTui.Cli.Connecting;

/// <summary>
/// After an update of the program: who opens the console or starts slots with a newer build ends the older daemon, and starts its own. Agents and consoles go on without one
/// for that moment, and a landing goes on from its journal. A newer daemon is left alone, and so is every daemon by an agent in a slot.
/// </summary>
internal static class OlderDaemon
{
    /// <summary>True when it was older and has gone.</summary>
    public static async Task<bool> EndAsync(IFleetApi running, CliContext context, CancellationToken cancellation)
    {
        if (running is not FleetApiClient client || !string.IsNullOrEmpty(context.Environment("FLEET_TOKEN")))
        {
            return false;
        }

        var health = await client.HealthAsync(cancellation);
        if (ProgramBuild.TryParse(health.Build, out var build) && !ProgramBuild.Current.IsNewerThan(build))
        {
            return false;
        }

        await FleetEnding.EndDaemonAsync(running, context, cancellation);
        return true;
    }
}
