using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Cli.Connecting;

/// <summary>How a verb comes to the fleet of the repository it is run in. Every call may fail with a <see cref="FleetApiException"/>.</summary>
internal interface IFleetConnector
{
    /// <summary>For a verb, which does one thing: calls block. The running daemon; code 3 when none answers, code 2 when this is no place for a fleet.</summary>
    Task<IFleetApi> ConnectAsync(CliContext context, CancellationToken cancellation);

    /// <summary>For a verb as well. The running daemon, or null when none answers.</summary>
    Task<IFleetApi?> TryConnectAsync(CliContext context, CancellationToken cancellation);

    /// <summary>The running daemon, or a new one that has become ready.</summary>
    Task<IFleetApi> ConnectOrStartAsync(CliContext context, CancellationToken cancellation);

    /// <summary>The running terminal host, or null when none answers.</summary>
    Task<ITerminalHost?> TryConnectHostAsync(CliContext context, CancellationToken cancellation);
}
