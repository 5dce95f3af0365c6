using System.CommandLine;
using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Cli.Verbs;

/// <summary><c>fleet down [SLOT…|--all]</c>: stops agents; their worktrees and work stay. <c>--all</c> ends host and daemon, too.</summary>
internal static class DownVerb
{
    public static Command Create(CliContext context)
    {
        var slots = new Argument<string[]>("SLOT") { Description = "Slots to stop.", Arity = ArgumentArity.ZeroOrMore };
        var all = new Option<bool>("--all") { Description = "Stop every slot, then the terminal host and the daemon." };
        return new Command("down", "Stop slots; worktrees and work stay as they are.") { slots, all }.Does(context, async (parsed, here, cancellation) =>
        {
            var named = parsed.GetValue(slots) ?? [];
            if (parsed.GetValue(all) == named.Length > 0)
            {
                throw new FleetApiException(ExitCode.Input, "name the slots to stop, or say --all");
            }

            if (named.Length > 0)
            {
                await using var fleet = await here.Fleets.ConnectAsync(here, cancellation);
                await fleet.StopSlotsAsync(named, cancellation);
                return ExitCode.Done;
            }

            await EndAsync(here, cancellation);
            return ExitCode.Done;
        });
    }

    /// <summary>The daemon first, so that it restarts nothing; then the host, and with it every agent. What does not run is down already.</summary>
    public static async Task EndAsync(CliContext context, CancellationToken cancellation)
    {
        if (await context.Fleets.TryConnectAsync(context, cancellation) is { } fleet)
        {
            await using (fleet)
            {
                await EndDaemonAsync(fleet, cancellation);
            }
        }

        if (await context.Fleets.TryConnectHostAsync(context, cancellation) is { } host)
        {
            await using (host)
            {
                await EndHostAsync(host, cancellation);
            }
        }
    }

    private static async Task EndDaemonAsync(IFleetApi fleet, CancellationToken cancellation)
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

    private static async Task EndHostAsync(ITerminalHost host, CancellationToken cancellation)
    {
        try
        {
            await host.ShutdownAsync(cancellation);
        }
        catch (IOException)
        {
            // Likewise.
        }

        await host.Closed.WaitAsync(cancellation);
    }
}
