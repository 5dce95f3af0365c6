using System.Collections;
using FleetTui.Api;
using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Cli.Connecting;

/// <summary>Asks the repository's terminal host, of whatever version, who it is, and to become this program.</summary>
internal static class HostUpgrading
{
    /// <exception cref="FleetApiException">Code 3: none runs; code 1: it is too old to be asked.</exception>
    public static Task<HostIdentity> IdentifyAsync(FleetPaths paths, CancellationToken cancellation) =>
        AskAsync(paths, () => HostControl.IdentifyAsync(paths.HostSocket, cancellation));

    /// <exception cref="FleetApiException">Code 3: none runs, or it did not come back; code 1: it refuses and goes on as it was.</exception>
    public static Task<HostIdentity> UpgradeAsync(FleetPaths paths, bool loseScreens, CancellationToken cancellation) =>
        AskAsync(paths, () => HostControl.UpgradeAsync(paths.HostSocket, [Executable.Path, .. Executable.Arguments], Variables(), loseScreens, cancellation));

    private static async Task<HostIdentity> AskAsync(FleetPaths paths, Func<Task<HostIdentity>> ask)
    {
        try
        {
            return await ask();
        }
        catch (TerminalHostException refusal)
        {
            throw new FleetApiException(ExitCode.No, refusal.Message, refusal);
        }
        catch (IOException gone)
        {
            throw new FleetApiException(
                ExitCode.Unreachable,
                DaemonSocket.ListensAt(paths.HostSocket) ? gone.Message : $"no terminal host runs for {Path.GetDirectoryName(paths.CommonDirectory)}; 'fleet up' or 'fleet' starts one",
                gone);
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Variables()
    {
        foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables())
        {
            yield return new((string)entry.Key, (string?)entry.Value ?? "");
        }
    }
}
