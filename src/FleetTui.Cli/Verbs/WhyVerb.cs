using System.CommandLine;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Output;
using FleetTui.Console.Model;

namespace FleetTui.Cli.Verbs;

/// <summary><c>fleet why SLOT</c>: what is known of a slot's state, and from where.</summary>
internal static class WhyVerb
{
    public static Command Create(CliContext context)
    {
        var slot = VerbExtensions.Slot();
        var json = VerbExtensions.Json();
        return new Command("why", "Show why a slot is in its state: each report with source and time.") { slot, json }.Does(context, async (parsed, here, cancellation) =>
        {
            await using var fleet = await here.Fleets.ConnectAsync(here, cancellation);
            var evidence = await fleet.WhyAsync(parsed.GetRequiredValue(slot), cancellation);
            if (parsed.GetValue(json))
            {
                await CliJson.WriteLineAsync(here.Output, evidence);
                return ExitCode.Done;
            }

            await here.Output.WriteLineAsync($"{evidence.Slot} is {evidence.State}: {Printable.Of(evidence.Reason)}");
            var table = new TextTable("", "AGE", "SOURCE", "STATE", "DETAIL");
            foreach (var report in evidence.Reports)
            {
                table.Add(report.Wins ? ">" : "", Age.Printed(here.Time.GetUtcNow() - report.At), report.Source, report.State, report.Detail);
            }

            await table.WriteAsync(here.Output);
            return ExitCode.Done;
        });
    }
}
