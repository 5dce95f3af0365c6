using System.CommandLine;
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
        await using var fleet = await context.Fleets.ConnectOrStartAsync(context, cancellation);
        return await ConsoleLaunch.OpenAsync(fleet, context, cancellation);
    }
}
