using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Cli.Connecting;

/// <summary>Connects over the repository's sockets.</summary>
internal sealed class FleetConnector : IFleetConnector
{
    public async Task<IFleetApi> ConnectAsync(CliContext context, CancellationToken cancellation) =>
        await TryConnectAsync(context, cancellation) ?? throw new FleetApiException(ExitCode.Unreachable, "no fleet runs for this repository; start it with 'fleet up' or 'fleet'");

    public Task<IFleetApi?> TryConnectAsync(CliContext context, CancellationToken cancellation) => Task.FromResult<IFleetApi?>(null);

    public Task<IFleetApi> ConnectOrStartAsync(CliContext context, CancellationToken cancellation) => ConnectAsync(context, cancellation);

    public Task<ITerminalHost?> TryConnectHostAsync(CliContext context, CancellationToken cancellation) => Task.FromResult<ITerminalHost?>(null);
}
