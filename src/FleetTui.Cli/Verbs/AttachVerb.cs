using System.CommandLine;
using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Connecting;

namespace FleetTui.Cli.Verbs;

/// <summary><c>fleet</c> and <c>fleet attach</c>: the console, with host and daemon started when needed.</summary>
internal static class AttachVerb
{
    public static Command Create(CliContext context)
    {
        var command = new Command("attach", "Open the console; starts the fleet when it does not run.");
        Attach(command, context);
        return command;
    }

    public static void Attach(Command command, CliContext context) =>
        command.Does(context, (_, here, cancellation) => RunAsync(here, cancellation));

    private static async Task<int> RunAsync(CliContext context, CancellationToken cancellation)
    {
        ConsoleLaunch.DemandTerminal();
        var agentsMayRun = await HostAnswersAsync(context, cancellation);
        await using var fleet = await context.Fleets.ConnectOrStartAsync(context, cancellation);

        // With a host there, a daemon that died is back and adopts what runs; what the user has stopped stays stopped.
        var starting = agentsMayRun ? Task.CompletedTask : StartAsync(fleet, cancellation);
        var code = await ConsoleLaunch.RunAsync(context, cancellation);
        await starting;
        return code;
    }

    private static async Task<bool> HostAnswersAsync(CliContext context, CancellationToken cancellation)
    {
        await using var host = await context.Fleets.TryConnectHostAsync(context, cancellation);
        return host is not null;
    }

    private static async Task StartAsync(IFleetApi fleet, CancellationToken cancellation)
    {
        try
        {
            await fleet.StartSlotsAsync([], cancellation);
        }
        catch (FleetApiException)
        {
            // A slot that cannot start says so in its pane, and the log has it.
        }
    }
}
