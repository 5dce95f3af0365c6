using FleetTui.Terminal;
using FleetTui.Terminal.Cells;
using FleetTui.TerminalHost.Protocol;

namespace FleetTui.TerminalHost.Client;

/// <summary>A pane's screen on the client's side, kept by the frames the host sends.</summary>
internal sealed class PaneMirror : IPaneView, IUpdateReader
{
    private readonly HostConnection _connection;
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly LinkTable _links = new();
    private readonly Func<string, ushort> _resolve;
    private Cell[][] _rows = [];
    private long[] _versions = [];
    private uint _id;
    private bool _disposed;

    public PaneMirror(string pane, HostConnection connection)
    {
        Pane = pane;
        _connection = connection;
        _resolve = _links.IdOf;
    }

    public event Action<IPaneView>? Changed;

    public string Pane { get; }

    public Lock Gate { get; } = new();

    public bool Exists { get; private set; }

    public int Columns { get; private set; }

    public int Rows => _rows.Length;

    public long FirstLine { get; private set; }

    public long FirstScreenLine { get; private set; }

    public TerminalCursor Cursor { get; private set; }

    public TerminalModes Modes { get; private set; }

    public string Title { get; private set; } = "";

    public PaneInfo? Info { get; private set; }

    public long Version { get; private set; }

    public ReadOnlySpan<Cell> Row(int row) => _rows[row];

    public long RowVersion(int row) => _versions[row];

    public string? LinkUri(ushort link) => _links.UriOf(link);

    /// <summary>Begins to watch; completes when the first frame is here.</summary>
    public async Task BeginAsync(CancellationToken cancellation)
    {
        _id = await _connection.FollowAsync(MessageKind.Watch, this, cancellation);
        await _first.Task.WaitAsync(cancellation);
    }

    public void WriteRequest(WireWriter wire) => wire.Text(Pane);

    public void Read(ref WireReader wire)
    {
        lock (Gate) Apply(ref wire);
        _first.TrySetResult();
        Changed?.Invoke(this);
    }

    public void Lost(IOException gone) => _first.TrySetException(gone);

    public Task<PaneLines> LinesAsync(long from, int count, CancellationToken cancellation) => _connection.AskAsync(
        MessageKind.Lines,
        wire =>
        {
            wire.Text(Pane);
            wire.Int64(from);
            wire.Int32(count);
        },
        ReadLines,
        cancellation);

    public async ValueTask DisposeAsync()
    {
        if (_disposed) return;
        _disposed = true;
        await _connection.ForgetAsync(MessageKind.Unwatch, _id);
    }

    private void Apply(ref WireReader wire)
    {
        Version++;
        var header = ScreenHeader.Read(ref wire);
        if (header.Parts.HasFlag(ScreenParts.Absent))
        {
            Forget();
            return;
        }

        Exists = true;
        if (header.Parts.HasFlag(ScreenParts.Full)) Resize(header.Columns, header.Rows);
        else if (header.Columns != Columns || header.Rows != Rows || header.Scroll > Rows) throw new FormatException("a frame of another size");
        FirstLine = header.FirstLine;
        FirstScreenLine = header.FirstScreenLine;
        Cursor = header.Cursor;
        Modes = header.Modes;
        Title = header.Title ?? Title;
        Info = header.Info ?? Info;
        if (Info is not null && !string.Equals(Info.Title, Title, StringComparison.Ordinal)) Info = Info with { Title = Title };
        Scroll(header.Scroll);
        while (!wire.Rest.IsEmpty)
        {
            var row = wire.UInt16();
            if (row >= Rows) throw new FormatException($"row {row} of {Rows}");
            wire.Skip(RowCodec.Decode(wire.Rest, _rows[row], _resolve, out _));
            _versions[row] = Version;
        }

        _links.Compact(_rows);
    }

    private void Forget()
    {
        Exists = false;
        Info = null;
        Title = "";
        foreach (var row in _rows) row.AsSpan().Fill(Cell.Blank);
        _versions.AsSpan().Fill(Version);
    }

    private void Resize(int columns, int rows)
    {
        if (columns != Columns || rows != Rows)
        {
            Columns = columns;
            _rows = new Cell[rows][];
            for (var row = 0; row < rows; row++) _rows[row] = new Cell[columns];
            _versions = new long[rows];
        }

        foreach (var row in _rows) row.AsSpan().Fill(Cell.Blank);
        _versions.AsSpan().Fill(Version);
    }

    /// <summary>Rows move up; those that come in at the bottom are rewritten by the same frame.</summary>
    private void Scroll(int count)
    {
        if (count == 0) return;
        var rows = _rows.AsSpan();
        var gone = rows[..count].ToArray();
        rows[count..].CopyTo(rows);
        gone.CopyTo(rows[^count..]);
        _versions.AsSpan().Fill(Version);
    }

    private PaneLines ReadLines(ref WireReader wire)
    {
        long firstLine = wire.Int64(), firstScreenLine = wire.Int64();
        var columns = wire.UInt16();
        var from = wire.Int64();
        var count = wire.Count(HostLimits.LinesPerAnswer);
        var lines = new Cell[count][];
        var wrapped = new bool[count];
        var prompts = new HashSet<long>();
        lock (Gate)
        {
            for (var line = 0; line < count; line++)
            {
                lines[line] = new Cell[columns];
                if (RowCodec.BeginsPrompt(wire.Rest)) prompts.Add(from + line);
                wire.Skip(RowCodec.Decode(wire.Rest, lines[line], _resolve, out wrapped[line]));
            }
        }

        return new PaneLines(from, lines, wrapped, firstLine, firstScreenLine) { Prompts = prompts };
    }
}
