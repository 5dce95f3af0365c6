using System.ComponentModel;
using System.Diagnostics;

namespace FleetTui.TerminalHost.Upgrading;

/// <summary>Runs the new program once before the old one is given up: it must start at all, with the environment it will have, and say that it reads what it will be handed.</summary>
internal static class UpgradeCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>One sentence why it cannot take over; null when it can.</summary>
    public static async Task<string?> ObjectionAsync(UpgradeRequest request, IReadOnlyDictionary<string, string> environment, TimeProvider clock)
    {
        if (request.Command.Count == 0 || !Path.IsPathRooted(request.Command[0])) return "The new program must be given with its whole path.";
        var program = request.Command[0];
        var versions = request.LoseScreens ? HandOverFormat.Name.Split('.')[0] : HandOverFormat.Name;
        var start = new ProcessStartInfo(program, [.. request.Command.Skip(1), "host", "--can-restore", versions])
        {
            WorkingDirectory = "/", RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment) start.Environment[name] = value;
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception problem)
        {
            return $"{program} cannot be started: {new Win32Exception(problem.NativeErrorCode).Message.TrimEnd('.')}.";
        }

        using (process)
        {
            process.StandardInput.Close();
            using var patience = new CancellationTokenSource(Patience, clock);
            try
            {
                _ = process.StandardOutput.ReadToEndAsync(patience.Token);
                var words = await process.StandardError.ReadToEndAsync(patience.Token);
                await process.WaitForExitAsync(patience.Token);
                return process.ExitCode == 0 ? null : $"{program} cannot take over: {Sentence(words, process.ExitCode)}.";
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                return $"{program} did not say within {Patience.TotalSeconds:0} s that it can take over.";
            }
        }
    }

    private static string Sentence(string words, int code)
    {
        var line = words.Split('\n').FirstOrDefault(line => line.Length > 0);
        return line is null ? $"it ended with code {code}" : line.Replace("fleet: ", "", StringComparison.Ordinal).Replace("fleet host: ", "", StringComparison.Ordinal).TrimEnd('.');
    }
}
