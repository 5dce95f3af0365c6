using System.Reflection;
using Microsoft.AspNetCore.Hosting.Server;

namespace FleetTui.Daemon.Endpoints;

/// <summary>
/// Kestrel's thread that wakes the process once a second to enforce timeouts and to set the Date header. On a unix socket that only its owner can open there is nothing to enforce,
/// and an idle fleet shall be idle; docs/decisions/kestrel-heartbeat.md. It has no switch, so this reaches into the server.
/// </summary>
internal static class KestrelHeartbeat
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Ends it for a server that was started. It cannot be begun again: not for a server that listens on TCP.</summary>
    /// <returns>False when this version of Kestrel looks otherwise inside; all works then, with a wake-up a second.</returns>
    public static bool TryEnd(IServer server)
    {
        var context = server.GetType().GetProperty("ServiceContext", Any)?.GetValue(server);
        if (context?.GetType().GetProperty("Heartbeat", Any)?.GetValue(context) is not IDisposable heartbeat)
        {
            return false;
        }

        heartbeat.Dispose();
        return true;
    }
}
