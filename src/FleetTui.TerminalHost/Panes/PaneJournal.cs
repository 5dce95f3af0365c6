using FleetTui.TerminalHost.Client;
using FleetTui.TerminalHost.Protocol;
using FleetTui.TerminalHost.Readiness;
using FleetTui.TerminalHost.Upgrading;

namespace FleetTui.TerminalHost.Panes;

/// <summary>
/// Tells what a pane does, in order, and remembers the last known state for those who come later. What a program causes is told at most 60
/// times a second, of each kind the newest: a program that rings the bell in a loop is one bell a frame. Guarded by its pane's gate.
/// </summary>
internal sealed class PaneJournal
{
    private readonly List<IEventSink> _sinks = [];
    private readonly EventBacklog _pending = new();
    private readonly Dictionary<Type, PaneEvent> _last = [];
    private readonly RecentEvents _recent = new();
    private readonly TimeProvider _clock;
    private readonly DeadlineQueue _deadlines;
    private readonly Deadline _next;
    private readonly long _pace;
    private long _lastTold = long.MinValue / 2;
    private long _sequence;

    public PaneJournal(TimeProvider clock, DeadlineQueue deadlines, Action<long> tell)
    {
        _clock = clock;
        _deadlines = deadlines;
        _next = new Deadline(deadlines, tell);
        _pace = deadlines.Ticks(Screens.FramePacing.Frame);
    }

    /// <summary>Adds a listener and tells it the last known states first, in their order.</summary>
    public void Add(IEventSink sink)
    {
        foreach (var known in _last.Values.OrderBy(known => known.Sequence)) sink.Happened(known);
        _sinks.Add(sink);
    }

    /// <summary>Adds a listener that heard up to <paramref name="heard"/> before: it is told what came after.</summary>
    public void Add(IEventSink sink, long heard)
    {
        if (heard > _sequence) heard = 0;
        var missed = _recent.All.Concat(_last.Values).Where(known => known.Sequence > heard).DistinctBy(known => known.Sequence).OrderBy(known => known.Sequence);
        foreach (var happened in missed) sink.Happened(happened);
        _sinks.Add(sink);
    }

    public void Remove(IEventSink sink) => _sinks.Remove(sink);

    public JournalHandOver HandOver() => new(_sequence, [.. _last.Values], [.. _pending.All], [.. _recent.All]);

    public void Restore(JournalHandOver before)
    {
        _sequence = before.Sequence;
        foreach (var known in before.Known) _last[known.GetType()] = known;
        foreach (var told in before.Recent) _recent.Add(told);
        foreach (var happened in before.Pending) _pending.Add(happened);
        if (_pending.Count > 0) _next.Arm(_deadlines.Now + _pace);
    }

    /// <summary>Something the program caused; sequence and time are filled in when it is told.</summary>
    public void Expect(PaneEvent happened) => _pending.Add(happened);

    /// <summary>Tells what is expected, now or when the pace allows.</summary>
    public void TellExpected(long now)
    {
        if (_pending.Count == 0) return;
        if (now - _lastTold < _pace)
        {
            _next.Arm(_lastTold + _pace);
            return;
        }

        _lastTold = now;
        foreach (var happened in _pending.TakeAll()) Deliver(happened);
    }

    /// <summary>Tells at once, after all that was expected before.</summary>
    public void Tell(PaneEvent happened)
    {
        _lastTold = _deadlines.Now;
        foreach (var earlier in _pending.TakeAll()) Deliver(earlier);
        Deliver(happened);
    }

    private void Deliver(PaneEvent happened)
    {
        happened = happened with { Sequence = ++_sequence, At = _clock.GetUtcNow() };
        Remember(happened);
        _recent.Add(happened);
        foreach (var sink in _sinks) sink.Happened(happened);
    }

    private void Remember(PaneEvent happened)
    {
        switch (happened)
        {
            case PaneEvent.Started or PaneEvent.Failed or PaneEvent.Removed:
                _last.Clear();
                if (happened is not PaneEvent.Removed) _last[happened.GetType()] = happened;
                break;
            case PaneEvent.Exited or PaneEvent.TitleChanged or PaneEvent.Status or PaneEvent.Progress:
                _last[happened.GetType()] = happened;
                break;
        }
    }
}
