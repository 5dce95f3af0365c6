using System.Diagnostics;

namespace FleetTui.Processes;

/// <summary>A program that has this terminal for as long as it runs: an editor, a shell.</summary>
public static class ForegroundProcess
{
    /// <summary>Runs <c>/bin/sh -c SCRIPT</c> on our own standard streams and environment; the answer is its exit code. Signals of the terminal are the program's: it is waited for whatever comes.</summary>
    public static async Task<int> RunShellAsync(string script, string workingDirectory)
    {
        using var program = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", script]) { WorkingDirectory = workingDirectory })!;
        await program.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        return program.ExitCode;
    }
}
