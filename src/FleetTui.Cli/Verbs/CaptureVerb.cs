using System.CommandLine;
using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;

namespace FleetTui.Cli.Verbs;

/// <summary><c>fleet capture SLOT [--scrollback N]</c>: the text on a slot's screen, with N lines above it.</summary>
internal static class CaptureVerb
{
    public static Command Create(CliContext context)
    {
        var slot = VerbExtensions.Slot();
        var scrollback = new Option<int>("--scrollback") { Description = "Lines of scrollback above the screen.", HelpName = "N" };
        return new Command("capture", "Print the text on a slot's screen.") { slot, scrollback }.Does(context, async (parsed, here, cancellation) =>
        {
            await using var host = await here.Fleets.TryConnectHostAsync(here, cancellation)
                ?? throw new FleetApiException(ExitCode.Unreachable, "no fleet runs for this repository; start it with 'fleet up' or 'fleet'");
            var capture = await host.CaptureAsync(parsed.GetRequiredValue(slot), parsed.GetValue(scrollback), cancellation);
            foreach (var line in capture.Lines)
            {
                await here.Output.WriteLineAsync(line);
            }

            return ExitCode.Done;
        });
    }
}
