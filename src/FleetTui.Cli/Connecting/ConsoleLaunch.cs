using FleetTui.Api;
using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.Configuration;
using FleetTui.Configuration.Trust;
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

    /// <summary>Opens the fleet and the console on it at once: slots come up before the user's eyes, and what keeps one from it stands in its tile and in the log.</summary>
    public static async Task<int> OpenAsync(Task<IFleetApi> connecting, CliContext context, CancellationToken cancellation)
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var opening = OpenFleetAsync(connecting, leaving.Token);
        try
        {
            return await RunAsync(context, readOnly: false, cancellation);
        }
        finally
        {
            await leaving.CancelAsync();
            await opening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Opens the console to look on.</summary>
    public static Task<int> WatchAsync(CliContext context, CancellationToken cancellation) => RunAsync(context, readOnly: true, cancellation);

    private static async Task OpenFleetAsync(Task<IFleetApi> connecting, CancellationToken cancellation)
    {
        var fleet = await connecting.WaitAsync(cancellation);
        await fleet.OpenAsync(cancellation);
    }

    /// <summary>From one fleet to the next, as long as the user goes on to another.</summary>
    private static async Task<int> RunAsync(CliContext context, bool readOnly, CancellationToken cancellation)
    {
        var fleets = new RunningFleets(context);
        while (true)
        {
            var code = await ShowAsync(context, fleets, readOnly, cancellation);
            if (fleets.Next is not { } next)
            {
                return code;
            }

            var left = await FleetPlace.RootAsync(await FleetPlace.PathsAsync(context, cancellation), context, cancellation);
            (context, fleets.Last, fleets.Next) = (context.In([next]), left, null);
        }
    }

    private static async Task<int> ShowAsync(CliContext context, RunningFleets fleets, bool readOnly, CancellationToken cancellation)
    {
        var paths = await FleetPlace.PathsAsync(context, cancellation);
        // Who looks on does not lay out the screen of who works.
        var state = Path.Combine(paths.StateDirectory, readOnly ? "console-view.json" : "console.json");
        var root = await FleetPlace.RootAsync(paths, context, cancellation);
        bool Trusted(FleetConfiguration configuration) => TrustStore.Of(context.Environment).Check(paths.CommonDirectory, configuration) is TrustState.Trusted;
        return await ConsoleProgram.RunAsync(
            ConsoleSetup.Of(root, state, Trusted) with { Reread = () => ConsoleSetup.Reread(root, state, Trusted), ReadOnly = readOnly, Programs = new LocalPrograms(context.Environment), Verbs = new ConsoleVerbs(context), Fleets = fleets },
            token => HostAsync(context, token),
            (starts, token) => readOnly ? RunningDaemonAsync(paths, context, token) : DaemonAsync(paths, starts, context, token),
            context.Time,
            cancellation);
    }

    /// <summary>A daemon that died left its socket behind and is started again; one that was ended took the socket with it and stays down until the user starts something.</summary>
    private static async Task<IFleetApi?> DaemonAsync(FleetPaths paths, bool starts, CliContext context, CancellationToken cancellation) =>
        starts || File.Exists(paths.DaemonSocket)
            ? await context.Fleets.ConnectOrStartAsync(context, cancellation)
            : null;

    /// <summary>Starts nothing.</summary>
    private static async Task<IFleetApi?> RunningDaemonAsync(FleetPaths paths, CliContext context, CancellationToken cancellation) =>
        !File.Exists(paths.DaemonSocket)
            ? null
            : await context.Fleets.TryConnectAsync(context, cancellation) ?? throw new IOException("the daemon does not answer");

    private static async Task<ITerminalHost> HostAsync(CliContext context, CancellationToken cancellation) =>
        await context.Fleets.TryConnectHostAsync(context, cancellation) ?? throw new IOException("the terminal host does not answer");
}
