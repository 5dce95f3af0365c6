using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;

namespace FleetTui.Cli.Connecting;

/// <summary>Opens the full-screen console on a running fleet.</summary>
internal static class ConsoleLaunch
{
    /// <exception cref="FleetApiException">Code 2: the output is no terminal.</exception>
    public static void DemandTerminal()
    {
        if (System.Console.IsInputRedirected || System.Console.IsOutputRedirected)
        {
            throw new FleetApiException(ExitCode.Input, "the console needs a terminal for input and output; for scripts there are 'fleet status --json' and 'fleet log --follow --json'");
        }
    }

    public static Task<int> RunAsync(IFleetApi fleet, CliContext context, CancellationToken cancellation) =>
        throw new FleetApiException(ExitCode.Bug, "the console is not wired yet");
}
