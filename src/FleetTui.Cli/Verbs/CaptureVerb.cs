using System.CommandLine;
using System.Globalization;
using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Cli.Verbs;

/// <summary><c>fleet capture SLOT [--scrollback N]</c>: the text on a slot's screen, with N lines above it.</summary>
internal static class CaptureVerb
{
    public static Command Create(CliContext context)
    {
        var slot = VerbExtensions.Slot();
        var scrollback = new Option<int>("--scrollback") { Description = "Lines of scrollback above the screen.", HelpName = "N" };
        scrollback.Validators.Add(static given =>
        {
            if (given.Tokens is [var token] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var lines) && lines < 0)
            {
                given.AddError("--scrollback takes a number of lines, 0 or more");
            }
        });
        return new Command("capture", "Print the text on a slot's screen.") { slot, scrollback }.Does(context, async (parsed, here, cancellation) =>
        {
            await using var host = await here.Fleets.TryConnectHostAsync(here, cancellation)
                ?? throw new FleetApiException(ExitCode.Unreachable, "no fleet runs for this repository; start it with 'fleet up' or 'fleet'");
            var capture = await CaptureAsync(host, parsed.GetRequiredValue(slot), parsed.GetValue(scrollback), here, cancellation);
            foreach (var line in capture.Lines)
            {
                await here.Output.WriteLineAsync(line);
            }

            return ExitCode.Done;
        });
    }

    private static async Task<PaneCapture> CaptureAsync(ITerminalHost host, string slot, int scrollback, CliContext context, CancellationToken cancellation)
    {
        try
        {
            return await host.CaptureAsync(slot, scrollback, cancellation);
        }
        catch (TerminalHostException refusal)
        {
            // The host knows panes, not slots; the daemon, if it runs, tells a slot that has no screen from a name that is none.
            await using var fleet = await context.Fleets.TryConnectAsync(context, cancellation);
            if (fleet is not null) await fleet.WhyAsync(slot, cancellation);
            throw new FleetApiException(ExitCode.No, $"slot {slot} has no screen; start it with 'fleet up {slot}'", refusal);
        }
    }
}
