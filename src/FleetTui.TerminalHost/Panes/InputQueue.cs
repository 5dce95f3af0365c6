using FleetTui.TerminalHost.Protocol;
using FleetTui.TerminalHost.Pty;

namespace FleetTui.TerminalHost.Panes;

/// <summary>Bytes on their way to a program that does not read as fast as they come; bounded. Guarded by its pane's gate.</summary>
internal sealed class InputQueue
{
    private byte[] _bytes = [];
    private int _start;
    private int _end;

    public bool IsEmpty => _start == _end;

    /// <summary>What waits.</summary>
    public ReadOnlySpan<byte> Waiting => _bytes.AsSpan(_start, _end - _start);

    /// <summary>Goes on with what waited in a program before.</summary>
    public void Restore(ReadOnlySpan<byte> waiting)
    {
        if (!waiting.IsEmpty) Append(waiting);
    }

    /// <summary>Writes what the terminal takes and keeps the rest; false, and nothing is taken, when there is no room for it.</summary>
    public bool TryWrite(PseudoTerminal terminal, ReadOnlySpan<byte> bytes)
    {
        if (_end - _start + bytes.Length > HostLimits.PendingInputBytes) return false;
        if (IsEmpty) bytes = bytes[Drain(terminal, bytes)..];
        if (!bytes.IsEmpty) Append(bytes);
        return true;
    }

    /// <summary>Goes on writing.</summary>
    public void Continue(PseudoTerminal terminal)
    {
        _start += Drain(terminal, _bytes.AsSpan(_start, _end - _start));
        if (!IsEmpty) return;
        _start = _end = 0;
        _bytes = [];
    }

    private static int Drain(PseudoTerminal terminal, ReadOnlySpan<byte> bytes)
    {
        var total = 0;
        while (total < bytes.Length)
        {
            var written = terminal.Write(bytes[total..]);
            if (written < 0) return bytes.Length;
            if (written == 0) break;
            total += written;
        }

        return total;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        var held = _end - _start;
        if (_bytes.Length - _end < bytes.Length)
        {
            var target = _bytes.Length >= held + bytes.Length ? _bytes : new byte[Math.Max(4096, (held + bytes.Length) * 2)];
            _bytes.AsSpan(_start, held).CopyTo(target);
            _bytes = target;
            _start = 0;
            _end = held;
        }

        bytes.CopyTo(_bytes.AsSpan(_end));
        _end += bytes.Length;
    }
}
