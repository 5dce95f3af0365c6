using System.Net.Sockets;
using FleetTui.TerminalHost.Protocol;
using FleetTui.TerminalHost.Upgrading;

namespace FleetTui.TerminalHost.Client;

/// <summary>Asks a terminal host of any version who it is, and to become another program.</summary>
public static class HostControl
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <exception cref="IOException">No host answers there.</exception>
    /// <exception cref="TerminalHostException">It is so old that it cannot be asked.</exception>
    public static async Task<HostIdentity> IdentifyAsync(string socketPath, CancellationToken cancellation)
    {
        using var socket = await OpenAsync(socketPath, cancellation);
        return await IdentifyAsync(socket, socketPath, cancellation);
    }

    /// <summary>The host becomes the program that <paramref name="command"/> names; agents and their screens go on. Who it is afterwards.</summary>
    /// <param name="command">Its whole path, and the arguments before <c>host</c>.</param>
    /// <param name="environment">The caller's: the variables of the runtime are taken from it.</param>
    /// <param name="loseScreens">Also when the new program cannot read the screens.</param>
    /// <exception cref="IOException">No host answers there, or it did not come back.</exception>
    /// <exception cref="TerminalHostException">It refuses, and goes on as it was; one sentence why.</exception>
    public static async Task<HostIdentity> UpgradeAsync(
        string socketPath,
        IReadOnlyList<string> command,
        IEnumerable<KeyValuePair<string, string>> environment,
        bool loseScreens,
        CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        var before = await AskAsync(socketPath, new UpgradeRequest(command, UpgradeRequest.RuntimeOf(environment), loseScreens), patience.Token);

        // The new program listens on the same socket: who connects now waits until it serves.
        var after = await IdentifyAsync(socketPath, patience.Token);
        return after.Instance == before.Instance && after.Generation > before.Generation
            ? after
            : throw new IOException("The terminal host ended in its upgrade, and its agents with it; another one runs now.");
    }

    /// <summary>Returns when the old program has gone.</summary>
    private static async Task<HostIdentity> AskAsync(string socketPath, UpgradeRequest request, CancellationToken cancellation)
    {
        using var socket = await OpenAsync(socketPath, cancellation);
        var before = await IdentifyAsync(socket, socketPath, cancellation);
        var wire = new WireWriter();
        var start = wire.Begin(MessageKind.Upgrade, 2);
        request.Write(wire);
        await SendAsync(socket, wire.End(start), socketPath, cancellation);
        byte[] answer;
        try
        {
            answer = await HostGreeting.MessageAsync(socket, socketPath, cancellation);
        }
        catch (IOException)
        {
            return before;
        }

        throw new TerminalHostException(Refusal(answer));
    }

    private static string Refusal(byte[] answer)
    {
        var wire = new WireReader(answer);
        wire.Skip(5);
        return wire.Text();
    }

    private static async Task<Socket> OpenAsync(string socketPath, CancellationToken cancellation)
    {
        var (socket, version) = await HostGreeting.OpenAsync(socketPath, Handshake.Control, default, cancellation);
        if (Handshake.CanHandOver(version)) return socket;
        socket.Dispose();
        throw new TerminalHostException(Handshake.Mismatch(version));
    }

    private static async Task<HostIdentity> IdentifyAsync(Socket socket, string socketPath, CancellationToken cancellation)
    {
        var wire = new WireWriter();
        await SendAsync(socket, wire.End(wire.Begin(MessageKind.Identify, 1)), socketPath, cancellation);
        return Identity(await HostGreeting.MessageAsync(socket, socketPath, cancellation));
    }

    private static HostIdentity Identity(byte[] answer)
    {
        var wire = new WireReader(answer);
        wire.Skip(5);
        return HostIdentity.Read(ref wire);
    }

    private static async Task SendAsync(Socket socket, WireWriter wire, string socketPath, CancellationToken cancellation)
    {
        try
        {
            await socket.SendAsync(wire.Written.ToArray(), SocketFlags.None, cancellation);
        }
        catch (SocketException gone)
        {
            throw new IOException($"What listens on {socketPath} hung up.", gone);
        }
    }
}
