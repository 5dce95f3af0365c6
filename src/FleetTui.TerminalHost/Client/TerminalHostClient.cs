using System.Runtime.CompilerServices;
using FleetTui.Terminal.Input;
using FleetTui.TerminalHost.Protocol;

namespace FleetTui.TerminalHost.Client;

/// <summary>The terminal host over its unix socket.</summary>
public sealed class TerminalHostClient : ITerminalHost
{
    private readonly HostConnection _connection;

    private TerminalHostClient(HostConnection connection) => _connection = connection;

    public Task Closed => _connection.Closed;

    public HostIdentity Host => _connection.Host;

    /// <exception cref="IOException">No host answers there.</exception>
    /// <exception cref="TerminalHostException">It speaks another version of the protocol.</exception>
    public static async Task<TerminalHostClient> ConnectAsync(string socketPath, CancellationToken cancellation) =>
        new(await HostConnection.OpenAsync(socketPath, cancellation));

    public Task<PaneInfo> StartAsync(PaneStart start, CancellationToken cancellation) =>
        _connection.AskAsync(MessageKind.Start, wire => PaneCodec.Write(wire, start), PaneCodec.ReadInfo, cancellation);

    public Task StopAsync(string pane, TimeSpan grace, CancellationToken cancellation) => TellAsync(MessageKind.Stop, pane, cancellation, wire =>
        wire.Int32((int)Math.Clamp(grace.TotalMilliseconds, 0, int.MaxValue)));

    public Task RemoveAsync(string pane, CancellationToken cancellation) => TellAsync(MessageKind.Remove, pane, cancellation);

    public Task<IReadOnlyList<PaneInfo>> ListAsync(CancellationToken cancellation) =>
        _connection.AskAsync(MessageKind.List, static _ => { }, ReadList, cancellation);

    public Task WriteAsync(string pane, ReadOnlyMemory<byte> bytes, CancellationToken cancellation) =>
        TellAsync(MessageKind.Write, pane, cancellation, wire => wire.Bytes(bytes.Span));

    public Task KeyAsync(string pane, KeyEvent key, CancellationToken cancellation) =>
        TellAsync(MessageKind.Key, pane, cancellation, wire => InputCodec.Write(wire, key));

    public Task<bool> MouseAsync(string pane, MouseEvent mouse, CancellationToken cancellation) => _connection.AskAsync(
        MessageKind.Mouse,
        wire =>
        {
            wire.Text(pane);
            InputCodec.Write(wire, mouse);
        },
        static (ref wire) => wire.Bool(),
        cancellation);

    Task ITerminalHost.MouseAsync(string pane, MouseEvent mouse, CancellationToken cancellation) => MouseAsync(pane, mouse, cancellation);

    public Task PasteAsync(string pane, string text, CancellationToken cancellation) =>
        TellAsync(MessageKind.Paste, pane, cancellation, wire => wire.Text(text));

    public Task FocusAsync(string pane, bool focused, CancellationToken cancellation) =>
        TellAsync(MessageKind.Focus, pane, cancellation, wire => wire.Bool(focused));

    public Task ResizeAsync(string pane, int columns, int rows, CancellationToken cancellation) => TellSizeAsync(pane, columns, rows, take: true, cancellation);

    public Task OfferSizeAsync(string pane, int columns, int rows, CancellationToken cancellation) => TellSizeAsync(pane, columns, rows, take: false, cancellation);

    public Task<PaneCapture> CaptureAsync(string pane, int scrollbackLines, CancellationToken cancellation) => _connection.AskAsync(
        MessageKind.Capture,
        wire =>
        {
            wire.Text(pane);
            wire.Int32(scrollbackLines);
        },
        PaneCodec.ReadCapture,
        cancellation);

    public async IAsyncEnumerable<PaneEvent> EventsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var feed = new EventFeed();
        var id = await _connection.FollowAsync(MessageKind.Subscribe, feed, cancellation);
        try
        {
            while (true)
            {
                foreach (var happened in await feed.TakeAsync(cancellation)) yield return happened;
            }
        }
        finally
        {
            await _connection.ForgetAsync(MessageKind.Unsubscribe, id);
        }
    }

    public async Task<IPaneView> WatchAsync(string pane, CancellationToken cancellation)
    {
        var mirror = new PaneMirror(pane, _connection);
        await mirror.BeginAsync(cancellation);
        return mirror;
    }

    public Task ShutdownAsync(CancellationToken cancellation) =>
        _connection.AskAsync(MessageKind.Shutdown, static _ => { }, static (ref _) => true, cancellation);

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static IReadOnlyList<PaneInfo> ReadList(ref WireReader wire)
    {
        var infos = new PaneInfo[wire.Count(HostLimits.ListItems)];
        for (var index = 0; index < infos.Length; index++) infos[index] = PaneCodec.ReadInfo(ref wire);
        return infos;
    }

    private Task<bool> TellAsync(MessageKind kind, string pane, CancellationToken cancellation, Action<WireWriter>? more = null) => _connection.AskAsync(
        kind,
        wire =>
        {
            wire.Text(pane);
            more?.Invoke(wire);
        },
        static (ref _) => true,
        cancellation);
    private Task<bool> TellSizeAsync(string pane, int columns, int rows, bool take, CancellationToken cancellation) => TellAsync(MessageKind.Resize, pane, cancellation, wire =>
    {
        wire.Int32(columns);
        wire.Int32(rows);
        wire.Bool(take);
    });

}
