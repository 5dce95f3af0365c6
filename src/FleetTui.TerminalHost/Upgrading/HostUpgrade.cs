using System.Collections;
using System.ComponentModel;
using System.Runtime.InteropServices;
using FleetTui.TerminalHost.Pty;
using FleetTui.TerminalHost.Server;

namespace FleetTui.TerminalHost.Upgrading;

/// <summary>
/// Becomes another program by execve(2): same process, so its children stay its children; the masters of the panes, the listener and the lock stay open, everything else is closed
/// by the kernel. What the panes print meanwhile waits in the kernel, and so does who connects.
/// </summary>
internal static class HostUpgrade
{
    /// <summary>Returns only when it did not come to it, with one sentence why. Everything goes on as before then.</summary>
    /// <param name="mayGo">Asked at the last moment, when nothing moves any more.</param>
    public static async Task<string> RunAsync(UpgradeRequest request, HostServices host, HostServer server, HostLock hostLock, string socketPath, Func<bool> mayGo)
    {
        var environment = request.EnvironmentOver(Own());
        if (await UpgradeCheck.ObjectionAsync(request, environment, host.Clock) is { } objection) return objection;
        host.Pump.Pause();
        var kept = new List<int> { server.Listener, hostLock.Descriptor };
        var file = -1;
        try
        {
            if (!mayGo()) return "The terminal host is ending.";
            var frozenAt = host.Deadlines.Now;
            file = HandOverFile.Write(Path.GetDirectoryName(socketPath)!, stream => Write(stream, server, hostLock, frozenAt, kept));
            kept.Add(file);
            return Become([.. request.Command, "host", "--socket", socketPath, "--restore", $"{file}"], environment, kept);
        }
        catch (Exception problem)
        {
            // Whatever it is, the agents must not pay for it: this program goes on.
            if (problem is not IOException) host.Tell(problem);
            return $"The hand-over could not be written: {problem.Message}";
        }
        finally
        {
            if (file >= 0) _ = PtyLibc.Close(file);
            host.Pump.Resume();
        }
    }

    private static void Write(Stream file, HostServer server, HostLock hostLock, long frozenAt, List<int> kept)
    {
        HandOverCodec.WriteHost(file, server.HandOver(frozenAt, hostLock.Descriptor));
        foreach (var pane in server.Panes.All())
        {
            if (pane.HandOver() is not { } state) continue;
            if (state.Process is { } process) kept.Add(process.Master);
            HandOverCodec.WritePane(file, state);
        }

        HandOverCodec.WriteEnd(file);
    }

    private static unsafe string Become(string[] command, Dictionary<string, string> environment, List<int> kept)
    {
        using var path = new NativeStrings([command[0]]);
        using var arguments = new NativeStrings(command);
        using var variables = new NativeStrings([.. environment.Select(pair => $"{pair.Key}={pair.Value}")]);
        foreach (var descriptor in kept) UpgradeLibc.KeepOnExec(descriptor, true);
        UpgradeLibc.HoldSignals(true);
        _ = UpgradeLibc.Execute(path.First, arguments.Pointer, variables.Pointer);
        var error = Marshal.GetLastPInvokeError();
        UpgradeLibc.HoldSignals(false);
        foreach (var descriptor in kept) UpgradeLibc.KeepOnExec(descriptor, false);
        return $"{command[0]} cannot be started: {new Win32Exception(error).Message.TrimEnd('.')}.";
    }

    private static IEnumerable<KeyValuePair<string, string>> Own()
    {
        foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables()) yield return new((string)entry.Key, (string?)entry.Value ?? "");
    }
}
