using System.CommandLine;
using System.Globalization;
using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.TerminalHost;

namespace FleetTui.Cli.Verbs.Host;

/// <summary><c>fleet host</c>: <c>status</c> and <c>upgrade</c> are for the user; with options it is the terminal host itself, started by the daemon or by a host that becomes this program.</summary>
internal static class HostVerb
{
    public static Command Create(CliContext context) => new("host", "Show the terminal host, or bring a running one to this version.")
    {
        HostStatusVerb.Create(context),
        HostUpgradeVerb.Create(context),
    };

    /// <summary>True for the host itself: nobody types that, and it must start fast.</summary>
    public static bool IsDirect(string[] arguments) => arguments is [['-', '-', ..], ..];

    public static Task<int> RunAsync(CliContext context, string[] arguments, CancellationToken cancellation) => arguments switch
    {
        ["--socket", { Length: > 0 } socket] => HostProgram.RunAsync(Path.GetFullPath(socket, context.Directory), context.Time, cancellation),
        ["--socket", { Length: > 0 } socket, "--restore", var file] when int.TryParse(file, NumberStyles.None, CultureInfo.InvariantCulture, out var descriptor) =>
            HostProgram.RestoreAsync(socket, descriptor, context.Time, cancellation),
        ["--can-restore", var versions] => HostProgram.ObjectionToRestoring(versions) is { } objection
            ? throw new FleetApiException(ExitCode.No, objection)
            : Task.FromResult(ExitCode.Done),
        _ => throw new FleetApiException(ExitCode.Input, "the terminal host is started by the daemon as 'fleet host --socket PATH'"),
    };
}
