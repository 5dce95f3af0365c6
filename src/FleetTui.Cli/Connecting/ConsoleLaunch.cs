using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.Console;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Cli.Connecting;

/// <summary>Opens the full-screen console on a running fleet.</summary>
internal static class ConsoleLaunch
{
    /// <exception cref="FleetApiException">Code 2: the input or output is no terminal.</exception>
    public static void DemandTerminal()
    {
        if (System.Console.IsInputRedirected || System.Console.IsOutputRedirected)
        {
            throw new FleetApiException(ExitCode.Input, "the console needs a terminal for input and output; for scripts there are 'fleet status --json' and 'fleet log --follow --json'");
        }
    }

    public static async Task<int> RunAsync(CliContext context, CancellationToken cancellation)
    {
        var place = await FleetPlace.FindAsync(context, cancellation);
        return await ConsoleProgram.RunAsync(
            ConsoleSetup.Of(place.Repository.Root, Path.Combine(place.Paths.StateDirectory, "console.json")),
            token => HostAsync(context, token),
            token => DaemonAsync(place, context, token),
            context.Time,
            cancellation);
    }

    /// <summary>A daemon that died left its socket behind and is started again; one that was ended took the socket with it and stays down.</summary>
    private static async Task<IFleetApi> DaemonAsync(FleetPlace place, CliContext context, CancellationToken cancellation) =>
        File.Exists(place.Paths.DaemonSocket)
            ? await context.Fleets.ConnectOrStartAsync(context, cancellation)
            : await context.Fleets.ConnectAsync(context, cancellation);

    private static async Task<ITerminalHost> HostAsync(CliContext context, CancellationToken cancellation) =>
        await context.Fleets.TryConnectHostAsync(context, cancellation) ?? throw new IOException("the terminal host does not answer");
}
