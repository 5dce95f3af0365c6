using System.Collections;
using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Connecting;
using FleetTui.Daemon;

namespace FleetTui.Cli.Verbs;

/// <summary><c>fleet daemon</c>: everything but the terminals; <c>fleet</c> and <c>fleet up</c> start it.</summary>
internal static class DaemonVerb
{
    public static Task<int> RunAsync(CliContext context, string[] arguments, CancellationToken cancellation) => arguments.Length == 0
        ? DaemonProgram.RunAsync(
            new DaemonOptions(context.Directory, [Executable.Path, .. Executable.Arguments], Variables(), UserIdentity.EffectiveId(), context.Time),
            cancellation)
        : throw new FleetApiException(ExitCode.Input, $"unknown argument '{arguments[0]}'; the daemon is started as 'fleet daemon'");

    private static Dictionary<string, string> Variables() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
}
