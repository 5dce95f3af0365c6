using System.Globalization;
using Xunit.Runner.InProc.SystemConsole;

namespace FleetTui.TerminalHost.Tests;

/// <summary>The tests, or a terminal host with the arguments that <c>fleet</c> gives it.</summary>
internal static class Program
{
    public static Task<int> Main(string[] arguments) => arguments switch
    {
        ["host", "--socket", var path] => HostProgram.RunAsync(path, TimeProvider.System, CancellationToken.None),
        ["host", "--socket", var path, "--restore", var file] =>
            HostProgram.RestoreAsync(path, int.Parse(file, CultureInfo.InvariantCulture), TimeProvider.System, CancellationToken.None),
        ["host", "--can-restore", var versions] => Task.FromResult(CanRestore(versions)),
        _ => ConsoleRunner.Run(arguments),
    };

    private static int CanRestore(string versions)
    {
        if (HostProgram.ObjectionToRestoring(versions) is not { } objection) return 0;
        Console.Error.WriteLine(objection);
        return 1;
    }
}
