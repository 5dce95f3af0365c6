using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;

namespace FleetTui.Cli.Connecting;

/// <summary>How a verb comes to the daemon of the repository it is run in.</summary>
internal interface IFleetConnector
{
    /// <summary>The running daemon. Fails with a <see cref="FleetApiException"/> of code 3 when none answers, of code 2 when this is no place for a fleet.</summary>
    Task<IFleetApi> ConnectAsync(CliContext context, CancellationToken cancellation);

    /// <summary>The running daemon, or a new one.</summary>
    Task<IFleetApi> ConnectOrStartAsync(CliContext context, CancellationToken cancellation);

    /// <summary>The running daemon, or null when none answers.</summary>
    Task<IFleetApi?> TryConnectAsync(CliContext context, CancellationToken cancellation);
}
