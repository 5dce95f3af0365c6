using System.CommandLine;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Connecting;
using FleetTui.Cli.Setup;

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

    public static void Attach(Command command, CliContext context)
    {
        var readOnly = new Option<bool>("--read-only") { Description = "Only look on: no key and no click reaches a slot or changes anything, and nothing is started." };
        command.Options.Add(readOnly);
        command.Does(context, (parsed, here, cancellation) => parsed.GetValue(readOnly) ? WatchAsync(here, cancellation) : RunAsync(here, cancellation));
    }

    private static async Task<int> WatchAsync(CliContext context, CancellationToken cancellation)
    {
        ConsoleLaunch.DemandTerminal();
        await using (await context.Fleets.ConnectAsync(context, cancellation))
        {
            // A fleet that does not run is told in one sentence, before there is a console.
        }

        return await ConsoleLaunch.WatchAsync(context, cancellation);
    }

    private static async Task<int> RunAsync(CliContext context, CancellationToken cancellation)
    {
        ConsoleLaunch.DemandTerminal();
        var listens = DaemonSocket.Listens(await FleetPlace.PathsAsync(context, cancellation));
        if (!listens && await FirstRun.OfferAsync(context, cancellation) is { } left)
        {
            return left;
        }

        var connecting = Task.Run(() => context.Fleets.ConnectOrStartAsync(context, cancellation), cancellation);
        try
        {
            // The first frame does not wait for a daemon that listens. One that must be started may have to say why it cannot, and that is read best without a console.
            if (!listens)
            {
                await connecting;
            }

            return await ConsoleLaunch.OpenAsync(connecting, context, cancellation);
        }
        finally
        {
            if (connecting.IsCompletedSuccessfully)
            {
                await (await connecting).DisposeAsync();
            }
        }
    }
}
