using FleetTui.TerminalHost;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Cli.Output;

/// <summary>What <c>fleet host status --json</c> and <c>fleet host upgrade --json</c> print.</summary>
/// <param name="Build">older, same or newer than this program.</param>
/// <param name="Generation">1, and one more with every upgrade.</param>
/// <param name="PauseMs">How long the last upgrade kept the panes waiting; null before the first.</param>
/// <param name="Panes">Panes that have a screen; <paramref name="Running"/> of them have a program that runs.</param>
internal sealed record HostReport(
    string Version,
    DateTimeOffset Built,
    string Build,
    string Protocol,
    string HandOver,
    int Pid,
    string Executable,
    string Instance,
    int Generation,
    DateTimeOffset StartedAt,
    double? PauseMs,
    int Panes,
    int Running)
{
    public static HostReport Of(HostIdentity host) => new(
        host.Build.Version,
        host.Build.Built,
        host.Build.AgeOrder(ProgramBuild.Current) switch { < 0 => "older", 0 => "same", _ => "newer" },
        host.Protocol,
        host.HandOver,
        host.ProcessId,
        host.Executable,
        host.Instance,
        host.Generation,
        host.StartedAt,
        host.Pause is { } pause ? Math.Round(pause.TotalMilliseconds, 1) : null,
        host.Panes,
        host.Running);
}
