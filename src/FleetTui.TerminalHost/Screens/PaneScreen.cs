using System.Runtime.InteropServices;
using FleetTui.Terminal;
using FleetTui.TerminalHost.Client;
using FleetTui.TerminalHost.Protocol;
using FleetTui.TerminalHost.Readiness;

namespace FleetTui.TerminalHost.Screens;

/// <summary>
/// A pane's terminal and those who watch it. Decides when changes go out: at once when quiet, at the pace of <see cref="FramePacing"/> under load,
/// and never in the middle of a synchronized update that ends in time. Guarded by its pane's gate.
/// </summary>
internal sealed class PaneScreen
{
    [ThreadStatic]
    private static WireWriter? t_wire;

    private readonly DeadlineQueue _deadlines;
    private readonly Deadline _heldLongEnough;
    private readonly List<Watch> _watches = [];
    private readonly long _frame;
    private readonly long _echo;
    private readonly long _longestHold;
    private bool[] _changed = [];
    private long? _heldSince;
    private PaneInfo? _info;

    public PaneScreen(DeadlineQueue deadlines, Action<long> heldLongEnough)
    {
        _deadlines = deadlines;
        _heldLongEnough = new Deadline(deadlines, heldLongEnough);
        _frame = deadlines.Ticks(FramePacing.Frame);
        _echo = deadlines.Ticks(FramePacing.Echo);
        _longestHold = deadlines.Ticks(FramePacing.SynchronizedUpdate);
    }

    /// <summary>Null until the pane is started, and after it was removed.</summary>
    public VirtualTerminal? Terminal { get; private set; }

    /// <summary>When the synchronized update began that holds frames back; null when none does.</summary>
    public long? HeldSince => _heldSince;

    public bool IsWatched => _watches.Count > 0;

    private static ReadOnlySpan<byte> EndOfSynchronizedUpdate => "\e[?2026l"u8;

    public void Set(VirtualTerminal? terminal, PaneInfo? info)
    {
        Terminal = terminal;
        _info = info;
        _heldSince = null;
        foreach (var watch in _watches) watch.Invalidate();
    }

    /// <summary>As <see cref="Set(VirtualTerminal?, PaneInfo?)"/>, in the middle of a synchronized update that began earlier.</summary>
    public void Restore(VirtualTerminal terminal, PaneInfo info, long? heldSince)
    {
        Set(terminal, info);
        _heldSince = heldSince;
    }

    /// <summary>The pane is told of differently now: everyone who watches hears it with the next frame.</summary>
    public void Set(PaneInfo info)
    {
        _info = info;
        foreach (var watch in _watches) watch.Touch();
    }

    public void Add(Watch watch)
    {
        _watches.Add(watch);
        Publish(_deadlines.Now);
    }

    public void Remove(Watch watch) => _watches.Remove(watch);

    public void ExpectEcho(IScreenSink sink)
    {
        foreach (var watch in _watches)
        {
            if (ReferenceEquals(watch.Sink, sink)) watch.ExpectEcho(_deadlines.Now + _echo);
        }
    }

    /// <summary>Output of the program. A complete synchronized update inside is offered to the watchers before the next one begins.</summary>
    public void Feed(ReadOnlySpan<byte> bytes)
    {
        var terminal = Terminal!;
        while (_watches.Count > 0)
        {
            var end = bytes.IndexOf(EndOfSynchronizedUpdate);
            if (end < 0) break;
            end += EndOfSynchronizedUpdate.Length;
            terminal.Feed(bytes[..end]);
            Publish(_deadlines.Now);
            bytes = bytes[end..];
        }

        terminal.Feed(bytes);
    }

    /// <summary>Sends what changed to the watchers whose time it is, and sees to it that the others' time comes.</summary>
    public void Publish(long now)
    {
        if (_watches.Count == 0 || IsHeld(now)) return;
        var due = false;
        foreach (var watch in CollectionsMarshal.AsSpan(_watches))
        {
            if (!watch.Sink.CanTake) continue;
            var at = watch.DueAt(now, _frame);
            if (at <= now) due = true;
            else watch.Sink.PublishAt(at);
        }

        if (!due) return;
        TakeChanges();
        var wire = t_wire ??= new WireWriter();
        foreach (var watch in CollectionsMarshal.AsSpan(_watches))
        {
            if (!watch.Dirty || !watch.Sink.CanTake || watch.DueAt(now, _frame) > now) continue;
            watch.Send(Terminal, _info, wire, now);
            if (watch.Dirty) watch.Sink.PublishAt(now + _frame);
        }
    }

    private void TakeChanges()
    {
        if (Terminal is not { } terminal) return;
        if (_changed.Length != terminal.Rows) _changed = new bool[terminal.Rows];
        _changed.AsSpan().Clear();
        var scrolled = terminal.ScrolledSinceTake;
        if (!terminal.TakeChanges(_changed)) return;
        foreach (var watch in CollectionsMarshal.AsSpan(_watches)) watch.Merge(_changed, scrolled);
    }

    private bool IsHeld(long now)
    {
        if (Terminal is not { } terminal || !terminal.Modes.SynchronizedOutput)
        {
            _heldSince = null;
            return false;
        }

        _heldSince ??= now;
        var until = _heldSince.Value + _longestHold;
        if (now >= until) return false;
        _heldLongEnough.Arm(until);
        return true;
    }
}
