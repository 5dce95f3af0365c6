using FleetTui.Terminal;

namespace FleetTui.Soak;

/// <summary>Brings together the bytes that the terminal got and the frames that the console meant, and compares each frame when its last byte is in.</summary>
internal sealed class ScreenCheck
{
    private readonly ShownScreen _screen;
    private readonly SoakCounts _counts;
    private readonly FlickerWatch _flicker;
    private readonly FrameLogReader _log = new();
    private readonly Queue<FrameEntry> _frames = new();
    private readonly Action<ReadOnlySpan<byte>> _passOn;
    private byte[] _pending = [];
    private long _position;
    private bool _opened;
    private (ulong Digest, string Text)[] _wanted = [];
    private long _resizedAt = -1;

    /// <param name="passOn">Gets the console's bytes, too, as they are shown.</param>
    public ScreenCheck(int columns, int rows, SoakCounts counts, ITerminalEffects effects, Action<ReadOnlySpan<byte>> passOn)
    {
        _screen = new ShownScreen(columns, rows, effects);
        _counts = counts;
        _passOn = passOn;
        _flicker = new FlickerWatch(_screen, counts);
    }

    /// <summary>What switches the terminal to the console: save the title, the alternate screen.</summary>
    private static ReadOnlySpan<byte> Opening => "\e[22;2t\e[?1049h"u8;

    public ShownScreen Screen => _screen;

    /// <summary>Frames are shown, all that came was compared, and no other size is on its way.</summary>
    public bool Settled => _opened && _frames.Count == 0 && _pending.Length == 0 && _resizedAt < 0;

    /// <summary>When the window got another size that was not painted yet, in ticks of the clock; -1: it was.</summary>
    public long ResizedAt => _resizedAt;

    public void ExpectErasure() => _flicker.Erasures++;

    public void Resize(int columns, int rows, long now)
    {
        _screen.Resize(columns, rows);
        _flicker.Erasures++;
        _resizedAt = now;
    }

    public void Wrote(byte[] bytes)
    {
        _counts.Bytes += bytes.Length;
        _pending = [.. _pending, .. bytes];
        if (!_opened && _pending.AsSpan().IndexOf(Opening) is >= 0 and var at)
        {
            _screen.Feed(_pending.AsSpan(0, at));
            _pending = _pending[at..];
            _opened = true;
        }

        Advance();
    }

    public void Logged(string line)
    {
        if (!line.StartsWith("stale", StringComparison.Ordinal) && !line.StartsWith("whole", StringComparison.Ordinal))
        {
            Take(_log.Doubts());
        }

        Take(_log.Take(line));
    }

    /// <summary>What came after the last frame: the way back.</summary>
    public void Finish()
    {
        _screen.Feed(_pending);
        _pending = [];
    }

    private void Take(object? told)
    {
        switch (told)
        {
            case FrameEntry frame:
                _frames.Enqueue(frame);
                Advance();
                break;
            case WholeCompared compared:
                _counts.Compared++;
                if (compared.Differences.Count > 0)
                {
                    _counts.Fault("stale cell in the model's frame", () => "\n  " + string.Join("\n  ", compared.Differences));
                }

                break;
        }
    }

    private void Advance()
    {
        while (_opened && _frames.TryPeek(out var frame) && frame.End <= _position + _pending.Length)
        {
            var length = (int)(frame.End - _position);
            var bytes = _pending.AsSpan(0, length);
            var erased = _resizedAt >= 0 && bytes.IndexOf("\e[2J"u8) < 0 ? Meanwhile(bytes) : _flicker.Feed(bytes);
            _flicker.Synchronizes |= bytes.IndexOf("\e[?2026h"u8) >= 0;
            _passOn(bytes);
            _position = frame.End;
            Compare(_frames.Dequeue(), erased, bytes);
            _pending = _pending[length..];
        }
    }

    /// <summary>What was painted for another size lands anywhere.</summary>
    private bool Meanwhile(ReadOnlySpan<byte> bytes)
    {
        _screen.Feed(bytes);
        return false;
    }

    private void Compare(FrameEntry frame, bool erased, ReadOnlySpan<byte> bytes)
    {
        _counts.Frames++;
        if (_wanted.Length != frame.Rows)
        {
            _wanted = new (ulong, string)[frame.Rows];
        }

        foreach (var row in frame.Changed)
        {
            _wanted[row.Y] = (row.Digest, row.Text);
        }

        if (_resizedAt >= 0 && erased && (frame.Columns, frame.Rows) == (_screen.Columns, _screen.Rows))
        {
            _resizedAt = -1;
        }

        if (_resizedAt >= 0)
        {
            _counts.MeanwhileResized++;
            return;
        }

        var digests = _screen.Digests();
        for (var y = 0; y < frame.Rows; y++)
        {
            if (digests[y] != _wanted[y].Digest)
            {
                var (line, wanted, shown, text) = (y, _wanted[y].Text, _screen.TextOf(y), Readable(bytes));
                _counts.Fault("row shown otherwise than painted", () => $"row {line}\n  painted {wanted}\n  shown   {shown}\n  by {text}");
                // Told once: from here on it counts as wanted.
                _wanted[y].Digest = digests[y];
            }
        }

        var cursor = _screen.Terminal.Cursor;
        if (cursor.Visible != frame.X >= 0 || (cursor.Visible && (cursor.X, cursor.Y) != (frame.X, frame.Y)))
        {
            _counts.Fault("cursor elsewhere", () => $"{cursor} instead of {frame.X},{frame.Y}");
        }
    }

    private static string Readable(ReadOnlySpan<byte> bytes) =>
        System.Text.Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, 800)]).Replace("\e", "␛", StringComparison.Ordinal);
}
