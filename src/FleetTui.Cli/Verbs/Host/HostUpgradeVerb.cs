using System.CommandLine;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Connecting;
using FleetTui.Cli.Output;

namespace FleetTui.Cli.Verbs.Host;

/// <summary><c>fleet host upgrade</c>: the running terminal host becomes this program; agents, screens and scrollback go on.</summary>
internal static class HostUpgradeVerb
{
    public static Command Create(CliContext context)
    {
        var json = VerbExtensions.Json();
        var lose = new Option<bool>("--lose-screens") { Description = "Go on when this version cannot read the screens: every program keeps running and draws anew." };
        return new Command("upgrade", "Replace the running terminal host by this version; no agent notices.") { lose, json }.Does(context, async (parsed, here, cancellation) =>
        {
            var host = await HostUpgrading.UpgradeAsync(await FleetPlace.PathsAsync(here, cancellation), parsed.GetValue(lose), cancellation);
            await (parsed.GetValue(json)
                ? CliJson.WriteLineAsync(here.Output, HostReport.Of(host))
                : here.Output.WriteLineAsync(
                    $"the terminal host runs fleet {HostStatusVerb.Name(host.Build)} now; {host.Running} programs went on and waited {host.Pause?.TotalMilliseconds:0} ms"));
            return ExitCode.Done;
        });
    }
}
