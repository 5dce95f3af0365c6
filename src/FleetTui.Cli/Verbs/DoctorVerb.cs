using System.CommandLine;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Doctor;
using FleetTui.Cli.Output;

namespace FleetTui.Cli.Verbs;

/// <summary><c>fleet doctor</c>: one line for each thing a fleet needs, with the fix; code 1 when one fails.</summary>
internal static class DoctorVerb
{
    public static Command Create(CliContext context)
    {
        var json = VerbExtensions.Json();
        return new Command("doctor", "Check what a fleet needs here: git, configuration, trust, remote, agents, terminal.") { json }
            .Does(context, (parsed, here, cancellation) => RunAsync(parsed.GetValue(json), TerminalFindings.Screen.OfProcess(), here, cancellation));
    }

    public static async Task<int> RunAsync(bool json, TerminalFindings.Screen screen, CliContext here, CancellationToken cancellation)
    {
        var all = new List<Finding>();
        await foreach (var finding in Examination.RunAsync(here, screen, cancellation))
        {
            all.Add(finding);
            if (json)
            {
                continue;
            }

            // The remote may take seconds; what is known is shown at once.
            await here.Output.WriteLineAsync(Line(finding));
            await here.Output.FlushAsync(cancellation);
        }

        if (json)
        {
            await CliJson.WriteLineAsync(here.Output, new DoctorReport([.. all.Select(finding => new DoctorReport.Line(finding.Topic, Word(finding.Grade), finding.Text, finding.Fix))]));
        }

        return all.Any(finding => finding.Grade == Grade.Fail) ? ExitCode.No : ExitCode.Done;
    }

    private static string Line(Finding finding) =>
        $"{Word(finding.Grade),-4}  {finding.Topic,-13}  {finding.Text}{(finding.Fix.Length == 0 ? "" : $" → {finding.Fix}")}";

    private static string Word(Grade grade) => grade switch
    {
        Grade.Ok => "ok",
        Grade.Warn => "warn",
        _ => "fail",
    };
}
