using FleetTui.Api;
using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Cli.Connecting;

/// <summary>Connects over the repository's sockets.</summary>
internal sealed class FleetConnector : IFleetConnector
{
    public async Task<IFleetApi> ConnectAsync(CliContext context, CancellationToken cancellation) =>
        await TryConnectAsync(context, cancellation) ?? throw NoFleet(await FleetPlace.PathsAsync(context, cancellation));

    public async Task<IFleetApi?> TryConnectAsync(CliContext context, CancellationToken cancellation) =>
        await AnsweringAsync(await FleetPlace.PathsAsync(context, cancellation), context, blocking: true, cancellation);

    public async Task<IFleetApi> ConnectOrStartAsync(CliContext context, CancellationToken cancellation)
    {
        // Git is only asked where a daemon must be started: its five answers take longer than all else of an attach.
        if (await AnsweringAsync(await FleetPlace.PathsAsync(context, cancellation), context, blocking: false, cancellation) is { } running)
        {
            if (!await OlderDaemon.EndAsync(running, context, cancellation))
            {
                return running;
            }

            await running.DisposeAsync();
        }

        var place = await FleetPlace.FindAsync(context, cancellation);
        return await AnsweringAsync(place.Paths, context, blocking: false, cancellation)
            ?? await DaemonLaunch.StartAsync(place, () => AnsweringAsync(place.Paths, context, blocking: false, cancellation), context, cancellation);
    }

    public async Task<ITerminalHost?> TryConnectHostAsync(CliContext context, CancellationToken cancellation)
    {
        try
        {
            return await TerminalHostClient.ConnectAsync((await FleetPlace.PathsAsync(context, cancellation)).HostSocket, cancellation);
        }
        catch (IOException)
        {
            return null;
        }
        catch (TerminalHostException refusal)
        {
            throw new FleetApiException(ExitCode.Unreachable, refusal.Message, refusal);
        }
    }

    /// <summary>Null when no daemon answers on the socket.</summary>
    private static async Task<IFleetApi?> AnsweringAsync(FleetPaths paths, CliContext context, bool blocking, CancellationToken cancellation)
    {
        if (!File.Exists(paths.DaemonSocket))
        {
            return null;
        }

        var token = context.Environment("FLEET_TOKEN");
        var fleet = new FleetApiClient(paths.DaemonSocket, string.IsNullOrEmpty(token) ? null : token, blocking);
        try
        {
            await fleet.HealthAsync(cancellation);
            return fleet;
        }
        catch (FleetApiException failure) when (failure.ExitCode == ExitCode.Unreachable)
        {
            await fleet.DisposeAsync();
            return null;
        }
    }

    private static FleetApiException NoFleet(FleetPaths paths) =>
        new(ExitCode.Unreachable, $"no fleet runs for {Path.GetDirectoryName(paths.CommonDirectory)}; start it with 'fleet up' or 'fleet'");
}
