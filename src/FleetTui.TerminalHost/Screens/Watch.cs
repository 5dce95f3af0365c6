using FleetTui.Terminal;
using FleetTui.TerminalHost.Client;
using FleetTui.TerminalHost.Protocol;

namespace FleetTui.TerminalHost.Screens;

/// <summary>
/// What one client has not yet seen of one screen: a set of dirty rows, never a queue of changes, so a slow client costs the host
/// nothing and gets the newest state. Guarded by its pane's gate.
/// </summary>
internal sealed class Watch(IScreenSink sink, uint id)
{
    /// <summary>A message stops taking rows at this size; the rest follow in the next.</summary>
    private const int EnoughBytes = 4 << 20;

    private bool[] _rows = [];
    private int _columns;
    private int _scroll;
    private bool _full = true;
    private bool _touched = true;
    private string? _title;
    private PaneInfo? _info;
    private long _lastFrame = long.MinValue / 2;
    private long _echoUntil = long.MinValue;
    private int _echoFrames;

    public IScreenSink Sink => sink;

    public uint Id => id;

    public bool Dirty => _touched;

    /// <summary>Send everything anew.</summary>
    public void Invalidate() => _full = _touched = true;

    public void Touch() => _touched = true;

    public void ExpectEcho(long until)
    {
        _echoUntil = until;
        _echoFrames = FramePacing.EchoFrames;
    }

    /// <summary>When the next frame may go.</summary>
    public long DueAt(long now, long frame) => _echoFrames > 0 && now < _echoUntil ? now : _lastFrame + frame;

    /// <summary>Takes in what changed since the terminal was last asked: it scrolled by so many lines, then these rows are new.</summary>
    public void Merge(ReadOnlySpan<bool> rows, int scrolled)
    {
        _touched = true;
        if (_full || rows.Length != _rows.Length)
        {
            _full = true;
            return;
        }

        if (scrolled > 0)
        {
            _scroll += scrolled;
            if (_scroll >= _rows.Length)
            {
                _full = true;
                return;
            }

            _rows.AsSpan(scrolled).CopyTo(_rows);
            _rows.AsSpan(_rows.Length - scrolled).Fill(true);
        }

        for (var row = 0; row < rows.Length; row++) _rows[row] |= rows[row];
    }

    /// <summary>Sends what is dirty as one message; what does not fit stays dirty.</summary>
    public void Send(VirtualTerminal? terminal, PaneInfo? info, WireWriter wire, long now)
    {
        _lastFrame = now;
        if (_echoFrames > 0) _echoFrames--;
        _touched = false;
        wire.Clear();
        var start = wire.Begin(MessageKind.Screen, id);
        if (terminal is null || info is null)
        {
            new ScreenHeader { Parts = ScreenParts.Absent }.Write(wire);
            _full = true;
            _title = null;
            _info = null;
        }
        else
        {
            WriteHeader(terminal, info, wire);
            WriteRows(terminal, wire, start);
        }

        sink.Send(wire.End(start));
    }

    private void WriteHeader(VirtualTerminal terminal, PaneInfo info, WireWriter wire)
    {
        if (_full || terminal.Columns != _columns || terminal.Rows != _rows.Length)
        {
            _full = true;
            _scroll = 0;
            _columns = terminal.Columns;
            if (_rows.Length != terminal.Rows) _rows = new bool[terminal.Rows];
            _rows.AsSpan().Fill(true);
        }

        var title = terminal.Title;
        var parts = ScreenParts.None;
        if (_full) parts |= ScreenParts.Full;
        if (!ReferenceEquals(info, _info)) parts |= ScreenParts.Info;
        if (_title is null || !string.Equals(title, _title, StringComparison.Ordinal)) parts |= ScreenParts.Title;
        new ScreenHeader(
            parts, _columns, _rows.Length, terminal.FirstLine, terminal.FirstScreenLine, terminal.Cursor, terminal.Modes, _scroll,
            parts.HasFlag(ScreenParts.Info) ? info : null,
            parts.HasFlag(ScreenParts.Title) ? title : null).Write(wire);
        _title = title;
        _info = info;
        _full = false;
        _scroll = 0;
    }

    private void WriteRows(VirtualTerminal terminal, WireWriter wire, int start)
    {
        var top = terminal.FirstScreenLine;
        for (var row = 0; row < _rows.Length; row++)
        {
            if (!_rows[row]) continue;
            if (wire.Length - start > EnoughBytes)
            {
                _touched = true;
                return;
            }

            wire.UInt16(row);
            terminal.EncodeLine(top + row, wire);
            _rows[row] = false;
        }
    }
}
