using System.Collections;
using FleetTui.TerminalHost;
using Xunit.Runner.InProc.SystemConsole;

namespace FleetTui.Daemon.Tests;

internal static class Program
{
    public static Task<int> Main(string[] arguments) => arguments switch
    {
        ["host", "--socket", var path] => HostProgram.RunAsync(path, TimeProvider.System, CancellationToken.None),
        ["daemon", var directory] => DaemonProgram.RunAsync(Options(directory, Inherited()), CancellationToken.None),
        _ => ConsoleRunner.Run(arguments),
    };

    /// <summary>With this program as <c>fleet</c>.</summary>
    public static DaemonOptions Options(string directory, IReadOnlyDictionary<string, string> environment) =>
        new(directory, [Environment.ProcessPath!], environment, TerminalHost.Server.SocketPlace.UserId(), TimeProvider.System);

    private static Dictionary<string, string> Inherited() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(pair => (string)pair.Key, pair => (string)pair.Value!, StringComparer.Ordinal);
}
