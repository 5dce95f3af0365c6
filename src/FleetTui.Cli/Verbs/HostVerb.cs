using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.TerminalHost;

namespace FleetTui.Cli.Verbs;

/// <summary><c>fleet host --socket PATH</c>: the terminal host; the daemon starts it.</summary>
internal static class HostVerb
{
    public static Task<int> RunAsync(CliContext context, string[] arguments, CancellationToken cancellation) => arguments switch
    {
        ["--socket", { Length: > 0 } socket] => HostProgram.RunAsync(Path.GetFullPath(socket, context.Directory), context.Time, cancellation),
        _ => throw new FleetApiException(ExitCode.Input, "the terminal host is started by the daemon as 'fleet host --socket PATH'"),
    };
}
