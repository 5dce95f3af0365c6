using System.CommandLine;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Connecting;
using FleetTui.Cli.Output;
using FleetTui.Console.Model;
using FleetTui.TerminalHost;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Cli.Verbs.Host;

/// <summary><c>fleet host status</c>: which program the terminal host runs, and whether this one is newer.</summary>
internal static class HostStatusVerb
{
    public static Command Create(CliContext context)
    {
        var json = VerbExtensions.Json();
        return new Command("status", "Show which version the terminal host runs, and its panes.") { json }.Does(context, async (parsed, here, cancellation) =>
        {
            var host = await HostUpgrading.IdentifyAsync(await FleetPlace.PathsAsync(here, cancellation), cancellation);
            if (parsed.GetValue(json))
            {
                await CliJson.WriteLineAsync(here.Output, HostReport.Of(host));
                return ExitCode.Done;
            }

            await here.Output.WriteLineAsync(
                $"terminal host: fleet {Name(host.Build)}, protocol {host.Protocol}, pid {host.ProcessId}, {host.Panes} panes ({host.Running} running), started {Age.Printed(here.Time.GetUtcNow() - host.StartedAt)} ago{Upgrades(host)}");
            if (ProgramBuild.Current.IsNewerThan(host.Build))
            {
                await here.Output.WriteLineAsync($"this fleet is newer ({Name(ProgramBuild.Current)}): 'fleet host upgrade' brings the host to it; no agent notices");
            }
            else if (host.Build.IsNewerThan(ProgramBuild.Current))
            {
                await here.Output.WriteLineAsync($"this fleet is older ({Name(ProgramBuild.Current)})");
            }

            return ExitCode.Done;
        });
    }

    /// <summary>A build for people.</summary>
    public static string Name(ProgramBuild build) => $"{build.Version} of {build.Built:yyyy-MM-dd HH:mm:ss} UTC";

    private static string Upgrades(HostIdentity host) => host.Pause is { } pause
        ? $", upgraded {(host.Generation == 2 ? "once" : $"{host.Generation - 1} times")} (last pause {pause.TotalMilliseconds:0} ms)"
        : "";
}
