using System.Globalization;
using System.Security.Cryptography;
using FleetTui.TerminalHost.Client;
using FleetTui.TerminalHost.Protocol;
using FleetTui.TerminalHost.Upgrading;

namespace FleetTui.TerminalHost.Server;

/// <summary>Where this host comes from: when it first started, and how often it has become another program since.</summary>
internal sealed record HostOrigin(ulong Instance, int Generation, DateTimeOffset StartedAt, TimeSpan? Pause)
{
    public static HostOrigin New(TimeProvider clock) => new(BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)), 1, clock.GetUtcNow(), null);

    /// <param name="pause">Since the panes were last served.</param>
    public static HostOrigin After(HostHandOver before, TimeSpan pause) => new(before.Instance, before.Generation, before.StartedAt, pause);

    public HostIdentity Identity(int panes, int running) => new(
        ProgramBuild.Current,
        Handshake.Name(Handshake.Version),
        HandOverFormat.Name,
        Environment.ProcessId,
        Environment.ProcessPath ?? "",
        Instance.ToString("x16", CultureInfo.InvariantCulture),
        Generation,
        StartedAt,
        Pause,
        panes,
        running);
}
