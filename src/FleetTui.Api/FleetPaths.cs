using System.Security.Cryptography;
using System.Text;

namespace FleetTui.Api;

/// <summary>
/// Where a repository's fleet keeps its state and listens. State: <c>fleet/</c> in the git common directory.
/// Sockets: <c>$XDG_RUNTIME_DIR/fleet/KEY/</c>, or <c>/tmp/fleet-UID/KEY/</c> without it or when it is not absolute (XDG Base Directory Specification); KEY is 12 hex digits of the SHA-256 of the common directory's path,
/// which keeps a socket's path under the 107 bytes of <c>sockaddr_un</c>.
/// </summary>
public sealed record FleetPaths(string CommonDirectory, string RuntimeDirectory)
{
    public string StateDirectory => Path.Combine(CommonDirectory, "fleet");

    public string Database => Path.Combine(StateDirectory, "fleet.db");

    public string JournalDirectory => Path.Combine(StateDirectory, "journal");

    public string LogDirectory => Path.Combine(StateDirectory, "logs");

    /// <summary>Held with an OS lock by the running daemon.</summary>
    public string DaemonLock => Path.Combine(StateDirectory, "daemon.lock");

    /// <summary>Held with an OS lock by whoever lands: the daemon, or <c>fleet land</c> without one.</summary>
    public string LaneLock => Path.Combine(StateDirectory, "lane.lock");

    public string DaemonSocket => Path.Combine(RuntimeDirectory, "daemon.sock");

    public string HostSocket => Path.Combine(RuntimeDirectory, "host.sock");

    /// <param name="commonDirectory">Absolute, links resolved (<c>git rev-parse --path-format=absolute --git-common-dir</c>).</param>
    /// <param name="environment">Reads an environment variable.</param>
    /// <param name="userId">The effective user id.</param>
    public static FleetPaths For(string commonDirectory, Func<string, string?> environment, uint userId)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(commonDirectory));
        var key = Convert.ToHexStringLower(hash.AsSpan(0, 6));
        var runtime = environment("XDG_RUNTIME_DIR");
        var root = Path.IsPathRooted(runtime) ? Path.Combine(runtime, "fleet") : $"/tmp/fleet-{userId}";
        return new FleetPaths(commonDirectory, Path.Combine(root, key));
    }
}
