using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.Processes;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Cli.Connecting;

/// <summary>Ends a repository's fleet: daemon, host and with it every agent. What does not run has ended already.</summary>
internal static class FleetEnding
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The daemon first, so that it starts nothing again; then the host. Returns when both are gone, by the locks they hold while they live.</summary>
    public static async Task EndAsync(CliContext context, CancellationToken cancellation)
    {
        var paths = await FleetPlace.PathsAsync(context, cancellation);
        if (await context.Fleets.TryConnectAsync(context, cancellation) is { } fleet)
        {
            await using (fleet)
            {
                await EndDaemonAsync(fleet, context, cancellation);
            }
        }

        if (await context.Fleets.TryConnectHostAsync(context, cancellation) is { } host)
        {
            await using (host)
            {
                await EndAsync(host, cancellation);
            }

            await GoneAsync("terminal host", paths.HostSocket + ".lock", context, cancellation);
        }
    }

    /// <summary>Returns when the daemon is gone; the host and every agent go on.</summary>
    public static async Task EndDaemonAsync(IFleetApi fleet, CliContext context, CancellationToken cancellation)
    {
        await EndAsync(fleet, cancellation);
        await GoneAsync("daemon", (await FleetPlace.PathsAsync(context, cancellation)).DaemonLock, context, cancellation);
    }

    private static async Task EndAsync(IFleetApi fleet, CancellationToken cancellation)
    {
        try
        {
            await fleet.ShutdownAsync(cancellation);
        }
        catch (FleetApiException gone) when (gone.ExitCode == ExitCode.Unreachable)
        {
            // It went before it could answer.
        }
    }

    private static async Task EndAsync(ITerminalHost host, CancellationToken cancellation)
    {
        try
        {
            await host.ShutdownAsync(cancellation);
        }
        catch (IOException)
        {
            // Likewise.
        }
    }

    private static async Task GoneAsync(string who, string lockFile, CliContext context, CancellationToken cancellation)
    {
        if (!Directory.Exists(Path.GetDirectoryName(lockFile)))
        {
            return;
        }

        using var patience = new CancellationTokenSource(Patience, context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            using var free = await FileLock.AcquireAsync(lockFile, either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            throw new FleetApiException(ExitCode.Unreachable, $"the {who} was told to end and still runs; it holds {lockFile}");
        }
    }
}
