using System.CommandLine;
using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Output;

namespace FleetTui.Cli.Verbs;

/// <summary><c>fleet find TEXT</c>: lines of all slots' screens and scrollback that hold a text; small letters match either case. Code 1 when there is none.</summary>
internal static class FindVerb
{
    private const int AllLines = 1_000_000;

    public static Command Create(CliContext context)
    {
        var text = new Argument<string>("TEXT") { Description = "What to look for; small letters match either case." };
        return new Command("find", "Find text in all slots' screens and scrollback.") { text }.Does(context, async (parsed, here, cancellation) =>
        {
            var wanted = parsed.GetRequiredValue(text);
            var comparison = wanted.Any(char.IsUpper) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
            await using var host = await here.Fleets.TryConnectHostAsync(here, cancellation)
                ?? throw new FleetApiException(ExitCode.Unreachable, "no terminal host runs here; start the fleet with 'fleet up' or 'fleet'");
            var found = false;
            foreach (var pane in (await host.ListAsync(cancellation)).Where(pane => !pane.Pane.Contains(':', StringComparison.Ordinal)))
            {
                var capture = await host.CaptureAsync(pane.Pane, AllLines, cancellation);
                foreach (var line in capture.Lines.Where(line => line.Contains(wanted, comparison)))
                {
                    found = true;
                    await here.Output.WriteLineAsync($"{pane.Pane}: {Printable.Of(line)}");
                }
            }

            return found ? ExitCode.Done : ExitCode.No;
        });
    }
}
