using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.Daemon.Standalone;

namespace FleetTui.Cli.Connecting;

/// <summary>Asks the running daemon, or without one does the same in this process.</summary>
internal static class FleetOrAlone
{
    public static async Task<T> AskAsync<T>(CliContext context, Func<IFleetApi, Task<T>> asked, Func<StandaloneFleet, Task<T>> alone, CancellationToken cancellation)
    {
        await using var fleet = await context.Fleets.TryConnectAsync(context, cancellation);
        if (fleet is not null)
        {
            return await asked(fleet);
        }

        using var standalone = await WithoutDaemon.OpenAsync(context, cancellation);
        return await alone(standalone);
    }
}
