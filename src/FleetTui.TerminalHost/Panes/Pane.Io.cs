using FleetTui.Terminal;
using FleetTui.Terminal.Input;
using FleetTui.TerminalHost.Client;
using FleetTui.TerminalHost.Protocol;
using FleetTui.TerminalHost.Screens;

namespace FleetTui.TerminalHost.Panes;

/// <summary>What flows through a pane: output into its screen, input to its program, screens to those who watch.</summary>
internal sealed partial class Pane
{
    private readonly WireWriter _encoded = new();
    private readonly SizeOffers _sizes = new();

    /// <summary>Output of the program; answers to its questions go back in the order it asked. Called under <see cref="Gate"/>.</summary>
    internal void Output(PaneProcess process, ReadOnlySpan<byte> bytes)
    {
        _activity.Happened();
        _screen.Feed(bytes);
        if (_effects.Replies.IsEmpty) return;
        // A program that asks without end and never reads loses answers, as on any terminal.
        _ = process.TryWrite(_effects.Replies);
        _effects.ClearReplies();
    }

    /// <summary>Called under <see cref="Gate"/> after each bounded run of output.</summary>
    internal void TurnEnded()
    {
        var now = _host.Deadlines.Now;
        _screen.Publish(now);
        _journal.TellExpected(now);
        _host.Trim.Worked(now);
    }

    public void Publish(long now)
    {
        lock (Gate) _screen.Publish(now);
    }

    public void Add(Watch watch)
    {
        lock (Gate) _screen.Add(watch);
    }

    public void Remove(Watch watch)
    {
        lock (Gate) _screen.Remove(watch);
    }

    public void Add(IEventSink sink)
    {
        lock (Gate) _journal.Add(sink);
    }

    /// <summary>Adds one that heard up to <paramref name="heard"/> before.</summary>
    public void Add(IEventSink sink, long heard)
    {
        lock (Gate) _journal.Add(sink, heard);
    }

    public void Remove(IEventSink sink)
    {
        lock (Gate) _journal.Remove(sink);
    }

    public void Write(ReadOnlySpan<byte> bytes, IScreenSink from)
    {
        lock (Gate) Send(bytes, from);
    }

    public void Key(in KeyEvent key, IScreenSink from)
    {
        lock (Gate)
        {
            Started().EncodeKey(key, _encoded.Clear());
            Used(from);
            Send(_encoded.Written, from);
        }
    }

    public bool Mouse(in MouseEvent mouse, IScreenSink from)
    {
        lock (Gate)
        {
            if (!Started().EncodeMouse(mouse, _encoded.Clear())) return false;
            Send(_encoded.Written, from);
            return true;
        }
    }

    public void Paste(string text, IScreenSink from)
    {
        lock (Gate)
        {
            Started().EncodePaste(text, _encoded.Clear());
            Used(from);
            Send(_encoded.Written, from);
        }
    }

    public void Focus(bool focused, IScreenSink from)
    {
        lock (Gate)
        {
            Started().EncodeFocus(focused, _encoded.Clear());
            Send(_encoded.Written, from);
        }
    }

    /// <param name="take">False: only where no other client owns the size, now or later.</param>
    /// <exception cref="TerminalHostException">It was never started.</exception>
    public void Resize(int columns, int rows, bool take, object from)
    {
        lock (Gate)
        {
            _ = Started();
            if (take) _sizes.Take(from, columns, rows);
            else if (!_sizes.Offer(from, columns, rows)) return;
            Resize();
        }
    }

    /// <summary>A client is gone, and its size with it.</summary>
    public void Leave(object client)
    {
        lock (Gate)
        {
            if (_sizes.Leave(client)) Resize();
        }
    }

    /// <summary>Who types owns the size from this key on.</summary>
    private void Used(object from)
    {
        if (_sizes.Use(from)) Resize();
    }

    /// <summary>To the owner's size.</summary>
    private void Resize()
    {
        if (_screen.Terminal is not { } terminal || _info is null) return;
        int columns = Size(_sizes.Owned.Columns), rows = Size(_sizes.Owned.Rows);
        if (columns == terminal.Columns && rows == terminal.Rows) return;
        terminal.Resize(columns, rows);
        _process?.Resize(columns, rows);
        SetInfo(_info with { Columns = columns, Rows = rows });
        var now = _host.Deadlines.Now;
        _screen.Publish(now);
        _host.Trim.Worked(now);
    }

    /// <summary>The last <paramref name="scrollback"/> lines above the screen and the screen, oldest lines left out when it would not fit into one message.</summary>
    public void Capture(int scrollback, WireWriter wire)
    {
        lock (Gate)
        {
            var terminal = Started();
            var first = Math.Max(terminal.FirstLine, terminal.FirstScreenLine - Math.Clamp(scrollback, 0, HostLimits.ScrollbackLines));
            wire.Int32(terminal.Cursor.X);
            wire.Int32(terminal.Cursor.Y);
            wire.Int32(terminal.Columns);
            wire.Int32(terminal.Rows);
            var room = HostLimits.MessageBytes - 4096L;
            var texts = new List<string>();
            for (var line = terminal.FirstScreenLine + terminal.Rows - 1; line >= first; line--)
            {
                var text = terminal.TextOf(line);
                room -= (text.Length * 3L) + 4;
                if (room < 0) break;
                texts.Add(text);
            }

            for (var index = texts.Count - 1; index >= 0; index--) wire.Text(texts[index]);
        }
    }

    /// <summary>First line and first screen line that are kept, the first line given, how many, then each as <see cref="RowCodec"/> has it.</summary>
    public void Lines(long from, int count, WireWriter wire)
    {
        lock (Gate)
        {
            var terminal = Started();
            var end = terminal.FirstScreenLine + terminal.Rows;
            var first = Math.Clamp(from, terminal.FirstLine, end);
            var last = Math.Min(end, first + Math.Clamp(count, 0, HostLimits.LinesPerAnswer));
            wire.Int64(terminal.FirstLine);
            wire.Int64(terminal.FirstScreenLine);
            wire.UInt16(terminal.Columns);
            wire.Int64(first);
            var countAt = wire.Length;
            wire.Int32(0);
            var start = wire.Length;
            var line = first;
            for (; line < last && wire.Length - start < HostLimits.BlockBytes; line++) terminal.EncodeLine(line, wire);
            wire.PatchInt32(countAt, (int)(line - first));
        }
    }

    private VirtualTerminal Started() => _screen.Terminal ?? throw new TerminalHostException($"There is no pane {Name}.");

    private void Send(ReadOnlySpan<byte> bytes, IScreenSink from)
    {
        _ = Started();
        if (_process is null) throw new TerminalHostException($"The program of pane {Name} has ended.");
        if (bytes.IsEmpty) return;
        _screen.ExpectEcho(from);
        _process.ExpectEcho();
        if (!_process.TryWrite(bytes))
            throw new TerminalHostException($"The program of pane {Name} does not read its input: {HostLimits.PendingInputBytes >> 10} KiB wait already.");
    }
}
