using System.CommandLine;
using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Connecting;
using FleetTui.Cli.Output;
using FleetTui.Daemon.Standalone;

namespace FleetTui.Cli.Verbs.Migrations;

/// <summary><c>fleet migration check</c>: of the whole fleet, or with <c>--base</c> of one branch, without any fleet.</summary>
internal static class MigrationCheckVerb
{
    public static Command Create(CliContext context)
    {
        var onto = new Option<string?>("--base") { Description = "Check only this branch, against that one: as a CI step or before a push. Needs no daemon and no fleet.toml.", HelpName = "REF" };
        var head = new Option<string?>("--head") { Description = "With --base: check this commit; else what is checked out, with files that are only written.", HelpName = "REF" };
        var directories = new Option<string[]>("--directory") { Description = "With --base: where migrations lie, relative to the root; else as in fleet.toml, or as they are found.", HelpName = "DIR", AllowMultipleArgumentsPerToken = false };
        var grammar = new Option<string?>("--grammar") { Description = "With --base: the tool that names them; else as in fleet.toml, or as it is found.", HelpName = "NAME" };
        var annotations = new Option<string>("--annotations") { Description = "github: write findings as GitHub shows them beside the file; auto: when GITHUB_ACTIONS is true; none.", HelpName = "WHEN", DefaultValueFactory = _ => "auto" };
        annotations.AcceptOnlyFromAmong("auto", "github", "none");
        var json = VerbExtensions.Json();
        return new Command("check", "Name each collision and the next free timestamp; exit 1 when something would be held.") { onto, head, directories, grammar, annotations, json }.Does(context, async (parsed, here, cancellation) =>
        {
            var (branch, places, tool) = (parsed.GetValue(onto), parsed.GetValue(directories) ?? [], parsed.GetValue(grammar));
            if (branch is null && (parsed.GetValue(head) ?? tool) is not null | places.Length > 0)
            {
                throw new FleetApiException(ExitCode.Input, "--head, --directory and --grammar go with --base");
            }

            var report = branch is null
                ? await FleetOrAlone.AskAsync(here, fleet => fleet.MigrationsAsync(cancellation), alone => alone.MigrationsAsync(cancellation), cancellation)
                : await BranchCheck.RunAsync((await FleetPlace.FindAsync(here, cancellation)).Repository, here.Directory, here.Environment("HOME"), new BranchCheckRequest(branch, parsed.GetValue(head), places, tool), here.Time, cancellation);
            var github = parsed.GetValue(annotations) switch { "github" => true, "none" => false, _ => here.Environment("GITHUB_ACTIONS") == "true" };
            await (parsed.GetValue(json) ? CliJson.WriteLineAsync(here.Output, report) : WriteAsync(report, github, here));
            return report.Findings.Any(finding => finding.Holds) ? ExitCode.No : ExitCode.Done;
        });
    }

    private static async Task WriteAsync(MigrationReport report, bool github, CliContext context)
    {
        foreach (var finding in report.Findings)
        {
            await context.Output.WriteLineAsync(github ? GithubAnnotations.Line(finding) : Line(finding));
        }

        if (report.Findings.Count == 0)
        {
            await context.Output.WriteLineAsync($"{report.Files.Count} {(report.Files.Count == 1 ? "migration" : "migrations")}, no collision");
        }
    }

    private static string Line(MigrationFinding finding)
    {
        var suggestion = finding.Suggestion is null || finding.Message.Contains(finding.Suggestion, StringComparison.Ordinal) ? "" : $"; the next free version is {finding.Suggestion}";
        return $"{finding.Kind}{(finding.Holds ? "" : " (only told)")}: {Printable.Of(finding.Message.TrimEnd('.'))}{suggestion}";
    }
}
